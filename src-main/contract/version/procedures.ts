/** The contract of versions. */
import * as z from 'zod';
import { lineSchema } from '../../record/basics.ts';
import { procedure, refInput } from '../shared/procedure.ts';
import { comparisonSchema, versionListSchema } from './shapes.ts';

const { ref } = refInput.shape;
const revision = z.number().int().min(1);

export const versionContract = {
  list: procedure.input(refInput).output(versionListSchema),
  /** From the first to the second; refuses with `version-missing`. */
  compare: procedure.input(z.object({ ref, from: revision, to: revision })).output(comparisonSchema),
  /** Null takes the name away; refuses with `version-missing`. */
  name: procedure.input(z.object({ ref, revision, name: lineSchema.nullable() })).output(versionListSchema),
  /**
   * The content of that version becomes the present one, as a save of its own; the number stays. `expectedRevision` is what was looked at.
   * Refuses with `version-missing`, `conflict`, `not-editable`, `step-forbidden`.
   */
  restore: procedure.input(z.object({ ref, revision, expectedRevision: revision })).output(versionListSchema),
};
