/** The contract of the installation. */
import * as z from 'zod';
import { eventIterator } from '@orpc/contract';
import { lineSchema } from '../../record/basics.ts';
import { procedure } from '../shared/procedure.ts';
import { systemStatusSchema, directorySchema } from './shapes.ts';

export const systemContract = {
  status: procedure.output(systemStatusSchema),
  /** Somebody looked at the clock of this computer: what the log dates later counts no more. */
  confirmClock: procedure.output(systemStatusSchema),
  /** Sets up the office in an empty data folder. */
  initialise: procedure
    .input(z.object({ kind: z.enum(['own', 'example']), bodyName: lineSchema.optional() }))
    .output(systemStatusSchema),
  /** Goes to one's own office or to the example; where there is none yet, the first page asks. */
  open: procedure.input(z.object({ kind: z.enum(['own', 'example']) })).output(systemStatusSchema),
  /** Tells that papers changed, here or in another process. */
  changes: procedure.output(eventIterator(z.object({ mark: z.number() }))),
  /** Answers as long as somebody is there: a window notices a program that hangs. */
  alive: procedure.output(z.object({ done: z.literal(true) })),
  /** Somebody is at the window and may soon need a page set: what that takes is begun. Answers at once. */
  expectWriting: procedure.output(z.object({ done: z.literal(true) })),
  /** Ends the reading of the file that was handed over under this handle; what asked for it refuses with `reading-stopped`. */
  stopReading: procedure.input(z.object({ handle: z.string().max(200) })).output(z.object({ done: z.literal(true) })),
  /** Bodies and persons of the office, for suggestions in the forms. */
  directory: procedure.output(directorySchema),
};
