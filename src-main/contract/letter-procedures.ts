/** The contract of letters. Nothing is stored: a letter lives in the window until it is delivered. */
import * as z from 'zod';
import { deliverySchema } from './delivery.ts';
import { letterContentSchema, letterDraftSchema, letterRequestSchema } from './letter.ts';
import { procedure } from './procedure.ts';

export const letterContract = {
  /** A letter with everything that is known about its paper, its recipient and the office. */
  draft: procedure.input(letterRequestSchema).output(letterDraftSchema),
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
};
