/** The contract of letters: drafted, laid out, given out. What was given out is kept with its paper, byte for byte. */
import * as z from 'zod';
import { deliverySchema } from '../document/delivery.ts';
import { idSchema } from '../../record/basics.ts';
import {
  letterContentSchema,
  letterDraftSchema,
  letterRecipientChoiceSchema,
  letterRequestSchema,
  writtenLetterSchema,
} from './shapes.ts';
import { eventIterator } from '@orpc/contract';
import { procedure, refInput } from '../shared/procedure.ts';
import { letterRunSchema, serialLettersInputSchema, serialLetterStepSchema } from './serial-letters.ts';

export const letterContract = {
  /** A letter with everything that is known about its paper, its recipient and the office. */
  draft: procedure.input(letterRequestSchema).output(letterDraftSchema),
  /** Who is meant by what somebody typed: somebody of the directory, else these lines. */
  recipientByName: procedure.input(z.object({ text: z.string().max(2000) })).output(letterRecipientChoiceSchema),
  /** Lays the letter out as it would print now; the handle gives Typst's vector artifact. */
  preview: procedure.input(z.object({ content: letterContentSchema })).output(
    z.object({
      handle: z.string(),
      unprintable: z.array(z.object({ place: z.string(), character: z.string(), codePoint: z.string() })),
      /** What is still missing, by the words that stand in its place. */
      open: z.array(z.string()),
    }),
  ),
  deliver: procedure
    .input(
      z.object({
        ref: z.string().min(1).max(200),
        content: letterContentSchema,
        formats: z
          .array(z.enum(['pdf', 'docx']))
          .min(1)
          .max(2),
      }),
    )
    .output(deliverySchema),
  /** What was written around a paper, newest first; letters to many stand with their runs. */
  written: procedure.input(z.object({ ref: z.string().min(1).max(200) })).output(z.array(writtenLetterSchema)),
  /** A letter that was written, to begin another one with. */
  contentOf: procedure.input(z.object({ letterId: idSchema })).output(letterContentSchema),
  /** The kept files once more. */
  deliverWritten: procedure.input(z.object({ letterId: idSchema })).output(deliverySchema),
};

/** Letters to many around one paper. */
export const serialLetterContract = {
  /** One letter to many; ends when the listener goes, and goes on with the same `runId`. */
  run: procedure.input(serialLettersInputSchema).output(eventIterator(serialLetterStepSchema)),
  /** Runs of a paper, newest first. */
  runs: procedure.input(refInput).output(z.array(letterRunSchema)),
  /** Goes on with a run as it was asked for: whoever has their letter is left out. */
  goOn: procedure.input(refInput.extend({ runId: idSchema })).output(eventIterator(serialLetterStepSchema)),
  /** The letters of a run, one file each or as one PDF. */
  deliver: procedure.input(refInput.extend({ runId: idSchema })).output(deliverySchema),
};
