/** The contract of numbers. */
import * as z from 'zod';
import { idSchema, lineSchema } from '../../record/basics.ts';
import { procedure } from '../shared/procedure.ts';
import { numberLookSchema, numberRowsSchema } from './shapes.ts';

export const numberContract = {
  /** What a number typed for a statement would mean; `paperId` is the statement, `year` of its date when nothing is typed. */
  look: procedure
    .input(z.object({ text: lineSchema, paperId: idSchema.nullable(), year: z.number().int().nullable() }))
    .output(numberLookSchema),
  rows: procedure.input(z.object({ class: z.string().max(20), year: z.number().int() })).output(numberRowsSchema),
};
