/** Redaction (Schwärzen): words that leave a paper for good before it is published. */
import * as z from 'zod';
import { idSchema, lineSchema } from '../../record/basics.ts';
import { MARKED_KEYS } from '../../record/statement-fields.ts';

/** Fields whose words can be marked one by one. */
export const redactionFieldSchema = z.enum(MARKED_KEYS);
export type RedactionField = z.infer<typeof redactionFieldSchema>;

const blockId = z.string().max(64).nullable();

/** A stretch of text that can be marked: a field of one line, or one block of a field. */
export const passageSchema = z.object({ field: redactionFieldSchema, blockId, text: z.string() });
export type Passage = z.infer<typeof passageSchema>;

export const redactionMarkSchema = z.object({
  field: redactionFieldSchema,
  blockId,
  /** UTF-16 offsets into the passage. */
  start: z.number().int().min(0),
  end: z.number().int().min(1),
  /** What stands there: a mark made on another state of the text is refused, it would blacken the wrong words. */
  words: z.string().min(1).max(100_000),
  /** Stays in the office, in the note of the stored file. */
  reason: lineSchema.max(200),
});
export type RedactionMark = z.infer<typeof redactionMarkSchema>;

export const redactionProposalSchema = z.object({
  id: idSchema,
  reference: lineSchema.nullable(),
  name: lineSchema,
  /** Only the blackened version of an issued paper is kept; of a draft it is only handed out. */
  isIssued: z.boolean(),
  passages: z.array(passageSchema),
  suggestions: z.array(redactionMarkSchema),
});
export type RedactionProposal = z.infer<typeof redactionProposalSchema>;
