/** One letter to many (Serienbrief): what is asked, each step of a run, and the run as it is kept. */
import * as z from 'zod';
import { idSchema, isoDateSchema, keptWordSchema } from '../../record/basics.ts';
import { keptForm } from '../../record/kept-form.ts';
import { recipientSchema } from '../distribution/shapes.ts';
import { letterKindSchema } from './kinds.ts';

export const serialLettersInputSchema = z.object({
  ref: z.string().min(1).max(200),
  /** The same run goes on where it stopped; a new id begins anew. */
  runId: idSchema,
  kind: letterKindSchema,
  recipients: z.array(recipientSchema).min(1).max(2000),
  date: isoDateSchema.optional(),
  deadline: isoDateSchema.optional(),
  newDeadline: isoDateSchema.optional(),
});
export type SerialLettersInput = z.infer<typeof serialLettersInputSchema>;
export const LETTER_RUN_FORM = keptForm(null, [{ schema: serialLettersInputSchema }]);

export const serialLetterStepSchema = z.object({
  done: z.number().int(),
  total: z.number().int(),
  recipient: z.string(),
  /** Sentence of the refusal, null when there is a letter. */
  problem: z.string().nullable(),
  /** Whether the letter was there from an earlier start of the run. */
  wasThere: z.boolean(),
});

export const letterRunSchema = z.object({
  runId: idSchema,
  kind: keptWordSchema,
  at: z.string(),
  /** Letters there are, of those there are to be. */
  written: z.number().int(),
  total: z.number().int(),
});
export type LetterRun = z.infer<typeof letterRunSchema>;
