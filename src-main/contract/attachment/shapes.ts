/** Attachments (Anlagen) of a paper. Bytes never travel in calls: they are handed over and fetched by handle. */
import * as z from 'zod';
import { draftPublicitySchema, idSchema, lineSchema } from '../../record/basics.ts';

export const LARGEST_ATTACHMENT_BYTES = 100 * 1024 * 1024;
export const LARGEST_ATTACHMENTS_BYTES = 500 * 1024 * 1024;
export const MOST_ATTACHMENTS = 200;

export const attachmentSchema = z.object({
  id: idSchema,
  /** What prints: "Anlage 1 – {name}". */
  name: lineSchema,
  fileName: z.string(),
  mimeType: z.string(),
  /** Bytes; 0 as long as the file has not arrived. */
  size: z.number().int(),
  publicity: draftPublicitySchema,
  /** False: a record names it, the file itself is still missing. */
  hasFile: z.boolean(),
  /** Its name says it is something else than its content says. */
  endingContradicts: z.boolean(),
  /** Whether its words are found by the search; `waiting` until it was looked at. */
  text: z.enum(['waiting', 'text', 'none', 'refused']),
});
export type Attachment = z.infer<typeof attachmentSchema>;

export const attachmentListSchema = z.object({
  attachments: z.array(attachmentSchema),
  /** Ids of those that can be brought back, newest first. */
  removed: z.array(z.object({ id: idSchema, name: lineSchema })),
});
export type AttachmentList = z.infer<typeof attachmentListSchema>;
