/** The contract of attachments. */
import * as z from 'zod';
import { attachmentListSchema, attachmentSchema } from './shapes.ts';
import { draftPublicitySchema, idSchema, lineSchema } from '../../record/basics.ts';
import { deliverySchema, handedFileSchema } from '../document/delivery.ts';
import { procedure } from '../shared/procedure.ts';

const one = z.object({ id: idSchema });

export const attachmentContract = {
  list: procedure.input(z.object({ ref: z.string().min(1).max(200) })).output(attachmentListSchema),
  add: procedure
    .input(
      handedFileSchema.extend({
        id: idSchema,
        ref: z.string().min(1).max(200),
        /** Left out: as the paper itself. */
        publicity: draftPublicitySchema.optional(),
      }),
    )
    .output(attachmentListSchema),
  /** Puts the file of an attachment that has none yet, or another one in its place. */
  replace: procedure
    .input(
      handedFileSchema.extend({
        id: idSchema,
        /** The file that was there when this one was chosen; refuses with `conflict` when it is another. */
        read: attachmentSchema.pick({ fileName: true, size: true }),
      }),
    )
    .output(attachmentListSchema),
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
    .output(attachmentListSchema),
  /** New position from 0. */
  move: procedure.input(z.object({ id: idSchema, to: z.number().int().min(0) })).output(attachmentListSchema),
  remove: procedure.input(one).output(attachmentListSchema),
  bringBack: procedure.input(one).output(attachmentListSchema),
  /** A handle to look at it in the window. */
  view: procedure.input(one).output(z.object({ handle: z.string(), mimeType: z.string() })),
  deliver: procedure.input(one).output(deliverySchema),
};
