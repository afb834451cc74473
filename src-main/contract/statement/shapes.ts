/** Working state of a statement as the window edits it, and papers as the register lists them. */
import * as z from 'zod';
import {
  consultationSchema,
  contactSchema,
  draftPublicitySchema,
  furtherShape,
  idSchema,
  isoDateSchema,
  lineSchema,
  originatorSchema,
  paperTypeSchema,
  signatorySchema,
  unreadDateSchema,
} from '../../record/basics.ts';
import { richTextSchema } from '../../record/rich-text/rich-text.ts';

export const answeredPaperSchema = z.object({
  reference: lineSchema,
  paperType: paperTypeSchema,
  originators: z.array(originatorSchema).max(40),
  /** The line after the number exactly as it prints; empty means: built from the originators. */
  printedOriginators: lineSchema.default(''),
});
export type AnsweredPaper = z.infer<typeof answeredPaperSchema>;

export const draftConsultationSchema = consultationSchema.extend({
  id: idSchema,
  unreadDate: unreadDateSchema,
  publicity: draftPublicitySchema.default('unknown'),
});
export type DraftConsultation = z.infer<typeof draftConsultationSchema>;

/** Everything a person can edit. Saved as a whole with the revision it was read at. */
export const statementContentSchema = z.object({
  name: lineSchema,
  date: isoDateSchema.nullable(),
  unreadDate: unreadDateSchema,
  publicity: draftPublicitySchema,
  bodyName: lineSchema,
  leadUnit: lineSchema,
  answers: z.array(answeredPaperSchema).max(40),
  consultations: z.array(draftConsultationSchema).max(200),
  quotation: richTextSchema,
  hinge: z.string().max(4000),
  reply: richTextSchema,
  signatory: signatorySchema.nullable(),
  contact: contactSchema,
  ...furtherShape,
  /** The earliest day on which an answered paper came in: changed there, not here. */
  receivedOn: isoDateSchema.nullable().default(null),
});
export type StatementContent = z.infer<typeof statementContentSchema>;

export const statementStateSchema = z.enum(['draft', 'imported', 'released', 'issued', 'dispatched']);
export type StatementState = z.infer<typeof statementStateSchema>;

export const statementDraftSchema = z.object({
  id: idSchema,
  reference: lineSchema.nullable(),
  state: statementStateSchema,
  /** The edition being worked on; from 2 on it is a correction of an issued one. */
  edition: z.number().int(),
  revision: z.number().int(),
  /** Where the quotation came from; while set and `quotationLocked`, the quotation is read-only. */
  quotationSource: lineSchema.nullable(),
  quotationLocked: z.boolean(),
  updatedAt: z.string(),
  content: statementContentSchema,
});
export type StatementDraft = z.infer<typeof statementDraftSchema>;
