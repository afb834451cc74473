/** Attachments (Anlagen) of a paper. Bytes never travel in calls: they are handed over and fetched by handle. */
import * as z from 'zod';
import { draftPublicitySchema, idSchema, lineSchema } from './basics.ts';
import { deliverySchema, handedFileSchema } from './delivery.ts';
import { procedure } from './procedure.ts';

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

const listSchema = z.object({
  attachments: z.array(attachmentSchema),
  /** Ids of those that can be brought back, newest first. */
  removed: z.array(z.object({ id: idSchema, name: lineSchema })),
});
export type AttachmentList = z.infer<typeof listSchema>;

const one = z.object({ id: idSchema });

export const attachmentContract = {
  list: procedure.input(z.object({ ref: z.string().min(1).max(200) })).output(listSchema),
  add: procedure
    .input(
      handedFileSchema.extend({
        id: idSchema,
        ref: z.string().min(1).max(200),
        /** Left out: as the paper itself. */
        publicity: draftPublicitySchema.optional(),
      }),
    )
    .output(listSchema),
  /** Puts the file of an attachment that has none yet, or another one in its place. */
  replace: procedure
    .input(
      handedFileSchema.extend({
        id: idSchema,
        /** The file that was there when this one was chosen; refuses with `conflict` when it is another. */
        read: attachmentSchema.pick({ fileName: true, size: true }),
      }),
    )
    .output(listSchema),
  /** `read` is what stood there: refuses with `conflict` where somebody else changed the same. */
  change: procedure
    .input(
      z.object({
        id: idSchema,
        name: lineSchema.min(1),
        publicity: draftPublicitySchema,
        read: attachmentSchema.pick({ name: true, publicity: true }),
      }),
    )
    .output(listSchema),
  /** New position from 0. */
  move: procedure.input(z.object({ id: idSchema, to: z.number().int().min(0) })).output(listSchema),
  remove: procedure.input(one).output(listSchema),
  bringBack: procedure.input(one).output(listSchema),
  /** A handle to look at it in the window. */
  view: procedure.input(one).output(z.object({ handle: z.string(), mimeType: z.string() })),
  deliver: procedure.input(one).output(deliverySchema),
};
