/** A letter in the making, one for each paper: kept by the core, so that leaving the page loses nothing. */
import * as z from 'zod';
import { letterContentSchema, letterRecipientChoiceSchema } from '../../../src-main/contract/letter/shapes.ts';

export const unfinishedLetterSchema = z.object({
  content: letterContentSchema,
  /** The letter as it was drafted: what still equals it was not typed by a person. */
  drafted: letterContentSchema,
  choice: letterRecipientChoiceSchema.nullable(),
  deadline: z.iso.date().nullable(),
  newDeadline: z.iso.date().nullable(),
  /** What stands in the fields of the deadlines and is no date. */
  unread: z.object({ deadline: z.string().optional(), newDeadline: z.string().optional() }).default({}),
});
export type UnfinishedLetter = z.infer<typeof unfinishedLetterSchema>;

export const letterPlace = (paperRef: string): string => `letter:${paperRef}`;
