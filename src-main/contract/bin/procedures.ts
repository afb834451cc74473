/** The contract of the bin. */
import * as z from 'zod';
import { procedure, refInput } from '../shared/procedure.ts';
import { discardedPaperSchema, restoredPaperSchema } from './shapes.ts';

export const binContract = {
  /** Newest first. */
  list: procedure.output(z.array(discardedPaperSchema)),
  /** Refuses with `discard-forbidden` and why. */
  discard: procedure.input(refInput).output(discardedPaperSchema),
  /** By id or by the number it bore. */
  restore: procedure.input(refInput).output(restoredPaperSchema),
};
