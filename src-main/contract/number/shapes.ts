/** Numbers of papers: what is known of one before it is taken, and the row of a class and year. */
import * as z from 'zod';
import { idSchema, lineSchema, paperTypeSchema } from '../../record/basics.ts';

const rangeSchema = z.object({ from: lineSchema, to: lineSchema, count: z.number().int() });

export const numberLookSchema = z.object({
  kind: z.enum(['empty', 'malformed', 'other-class', 'free', 'own', 'taken', 'void']),
  /** In the office's own writing; null while it is none. */
  reference: lineSchema.nullable(),
  /** Whether another office gives the numbers of statements. */
  isGivenElsewhere: z.boolean(),
  example: lineSchema,
  /** What keeps it from being a number, as a sentence; null where it is one. */
  fault: z.string().nullable(),
  /** The paper that bears it, when it is taken. */
  holder: z.object({ id: idSchema, paperType: paperTypeSchema, name: lineSchema }).nullable(),
  /** Why it is void. */
  reason: z.string().nullable(),
  /** Numbers before it that would stay without a paper; null where we give none or none is left out. */
  gap: rangeSchema.nullable(),
  /** The next number we would give in the year; null where another office gives them. */
  next: lineSchema.nullable(),
});
export type NumberLook = z.infer<typeof numberLookSchema>;

/** A class and year as the command line shows it. */
export const numberRowsSchema = z.object({
  class: z.string(),
  year: z.number().int(),
  isGivenElsewhere: z.boolean(),
  rows: z.array(
    z.object({
      reference: z.string(),
      state: z.enum(['reserved', 'given', 'void', 'free']),
      /** `typed`: a person entered it where this program counts. */
      givenBy: z.enum(['office', 'typed', 'elsewhere']),
      /** The paper that bears or bore it. */
      paperId: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
  /** Left out between the numbers we gave; none where another office gives them. */
  gaps: z.array(rangeSchema),
});
export type NumberRows = z.infer<typeof numberRowsSchema>;
