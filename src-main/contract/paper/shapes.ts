/** What the register holds of papers. */
import * as z from 'zod';
import {
  draftPublicitySchema,
  idSchema,
  isoDateSchema,
  lineSchema,
  originatorSchema,
  paperTypeSchema,
  unreadDateSchema,
} from '../../record/basics.ts';
import { richTextSchema } from '../../record/rich-text/rich-text.ts';
import { statementStateSchema, draftConsultationSchema } from '../statement/shapes.ts';

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
