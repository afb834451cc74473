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
} from '../record/basics.ts';
import { richTextSchema } from '../record/rich-text/rich-text.ts';

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

export const paperSummarySchema = z.object({
  id: idSchema,
  paperType: paperTypeSchema,
  reference: lineSchema.nullable(),
  name: lineSchema,
  date: isoDateSchema.nullable(),
  publicity: draftPublicitySchema,
  leadUnit: lineSchema,
  state: statementStateSchema.nullable(),
  /** References of the papers this one answers, or of those that answer it. */
  related: z.array(z.object({ id: idSchema, reference: lineSchema.nullable(), paperType: paperTypeSchema })),
  originators: lineSchema,
  updatedAt: z.string(),
});
export type PaperSummary = z.infer<typeof paperSummarySchema>;

export const paperQuerySchema = z.object({
  text: z.string().max(500).default(''),
  class: z.string().max(8).optional(),
  paperType: paperTypeSchema.optional(),
  /** Four-digit year of the reference, or of the date where a paper has no reference. */
  year: z.number().int().min(1900).max(2199).optional(),
  state: statementStateSchema.optional(),
  after: z.string().max(2500).optional(),
  limit: z.number().int().min(1).max(500).default(100),
});
export type PaperQuery = z.infer<typeof paperQuerySchema>;

/** A motion, inquiry or other paper that is not written here: what the register holds of it. */
export const paperContentSchema = z.object({
  paperType: paperTypeSchema.exclude(['statement']),
  reference: lineSchema,
  name: lineSchema,
  date: isoDateSchema.nullable(),
  unreadDate: unreadDateSchema,
  receivedOn: isoDateSchema.nullable().default(null),
  /** What was typed as the day of receipt and is none. */
  unreadReceivedOn: unreadDateSchema,
  publicity: draftPublicitySchema,
  originators: z.array(originatorSchema).max(40),
  consultations: z.array(draftConsultationSchema).max(200),
  text: richTextSchema,
});
export type PaperContent = z.infer<typeof paperContentSchema>;

export const paperDetailSchema = z.object({
  id: idSchema,
  revision: z.number().int(),
  content: paperContentSchema,
  /** The statements on it, the oldest first. */
  answeredBy: z.array(
    z.object({
      id: idSchema,
      reference: lineSchema.nullable(),
      name: lineSchema,
      date: isoDateSchema.nullable(),
      state: statementStateSchema,
    }),
  ),
});
export type PaperDetail = z.infer<typeof paperDetailSchema>;

export const importNoteSchema = z.object({
  code: z.enum([
    'layout-unknown',
    'body-missing',
    'head-missing',
    'answers-missing',
    'name-missing',
    'consultations-missing',
    'hinge-missing',
    'signatory-missing',
    'originator-unclear',
    'date-odd',
    'row-unclear',
    'line-too-long',
    'text-after-head',
    'edited-document',
    'publicity-unknown',
    'publicity-contradictory',
    'row-publicity-unclear',
    'head-line-kept',
    'words-left-out',
  ]),
  /** The words in question, as they stood in the source. */
  text: z.string(),
});
export type ImportNote = z.infer<typeof importNoteSchema>;

export const importResultSchema = z.object({
  id: idSchema,
  reference: lineSchema.nullable(),
  /** `known`: this very file came before, and what came of it is still here. */
  status: z.enum(['imported', 'unchanged', 'known']),
  source: z.enum(['text', 'record', 'pdf', 'docx', 'docx-edited']),
  notes: z.array(importNoteSchema),
});
export type ImportResult = z.infer<typeof importResultSchema>;
