/** The contract of writing statements. */
import * as z from 'zod';
import { idSchema, lineSchema } from '../../record/basics.ts';
import { procedure, refInput } from '../shared/procedure.ts';
import { statementContentSchema, statementDraftSchema } from './shapes.ts';
import { statementRecordSchema } from '../../record/statement-record.ts';

export const statementContract = {
  create: procedure
    .input(
      z.object({
        id: idSchema,
        answers: z.string().max(200).nullable(),
        name: lineSchema.nullable(),
        leadUnit: lineSchema.nullable(),
        number: lineSchema.nullable(),
        /** An earlier statement whose reply, unit, contact and signatory the new one begins with. Refuses with `not-a-statement`. */
        like: z.string().max(200).nullable().optional(),
      }),
    )
    .output(statementDraftSchema),
  get: procedure.input(refInput).output(statementDraftSchema),
  record: procedure.input(refInput).output(statementRecordSchema),
  /** The record; before anybody decided about the publicity, the draft under a schema of its own that no import takes for a record. */
  show: procedure.input(refInput).output(z.looseObject({ schema: z.string() })),
  save: procedure
    .input(z.object({ id: idSchema, expectedRevision: z.number().int(), content: statementContentSchema }))
    .output(statementDraftSchema),
  setField: procedure
    .input(z.object({ ref: z.string().min(1).max(200), field: z.string().max(100), value: z.string().max(5_000_000) }))
    .output(statementDraftSchema),
  /** The draft's number: the next free one for null, the one that was typed, or none for ""; `read` is the one it bore. Refuses with `conflict` when it bears another. */
  giveNumber: procedure
    .input(z.object({ id: idSchema, reference: lineSchema.nullable(), read: lineSchema.nullable() }))
    .output(statementDraftSchema),
  /** A statement that was imported finished becomes a draft; refuses with `step-forbidden`. */
  takeUp: procedure.input(refInput).output(statementDraftSchema),
  /** Takes back that it was taken up; refuses with `conflict`, `step-forbidden`. */
  putBack: procedure.input(z.object({ id: idSchema, expectedRevision: z.number().int() })).output(statementDraftSchema),
  unlockQuotation: procedure.input(z.object({ id: idSchema })).output(statementDraftSchema),
  /** Lays the content out as it would print now; the handle gives Typst's vector artifact. Nothing is stored. */
  preview: procedure.input(z.object({ id: idSchema, content: statementContentSchema })).output(
    z.object({
      handle: z.string(),
      unprintable: z.array(z.object({ place: z.string(), character: z.string(), codePoint: z.string() })),
    }),
  ),
};
