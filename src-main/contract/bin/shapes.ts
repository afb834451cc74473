/** The bin: drafts and papers entered by mistake, put away and brought back with everything that belongs to them. */
import * as z from 'zod';
import { idSchema, lineSchema, paperTypeSchema } from '../../record/basics.ts';

export const discardedPaperSchema = z.object({
  id: idSchema,
  paperType: paperTypeSchema,
  name: lineSchema,
  /** The number it bore; somebody else may bear it meanwhile. */
  reference: lineSchema.nullable(),
  at: z.string(),
  actor: z.string(),
  /** What comes back with it. */
  letters: z.number().int(),
  attachments: z.number().int(),
});
export type DiscardedPaper = z.infer<typeof discardedPaperSchema>;

export const restoredPaperSchema = z.object({
  id: idSchema,
  paperType: paperTypeSchema,
  reference: lineSchema.nullable(),
  /** The number it bore, where that is another paper's now: it came back without one. */
  lostReference: lineSchema.nullable(),
  /** Papers it answers that lay in the bin as well. */
  broughtAlong: z.array(z.object({ id: idSchema, reference: lineSchema.nullable() })),
});
export type RestoredPaper = z.infer<typeof restoredPaperSchema>;
