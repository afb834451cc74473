/** The contract of the register's papers. */
import * as z from 'zod';
import { idSchema } from '../../record/basics.ts';
import { procedure, refInput } from '../shared/procedure.ts';
import { paperContentSchema, paperDetailSchema, paperQuerySchema, paperSummarySchema } from './shapes.ts';

export const paperContract = {
  list: procedure
    .input(paperQuerySchema)
    .output(z.object({ items: z.array(paperSummarySchema), next: z.string().nullable(), total: z.number().int() })),
  find: procedure.input(refInput).output(paperSummarySchema),
  /** Papers about the same matter, the likest first, without the paper itself and those it answers. Refuses with `not-found`. */
  related: procedure
    .input(refInput.extend({ limit: z.number().int().min(1).max(50).default(10) }))
    .output(z.array(paperSummarySchema)),
  get: procedure.input(refInput).output(paperDetailSchema),
  register: procedure.input(z.object({ id: idSchema, content: paperContentSchema })).output(paperDetailSchema),
  save: procedure
    .input(z.object({ id: idSchema, expectedRevision: z.number().int(), content: paperContentSchema }))
    .output(paperDetailSchema),
};
