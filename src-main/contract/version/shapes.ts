/** Earlier states of a statement or of a paper of the register, and what differs between two of them. */
import * as z from 'zod';
import { idSchema, lineSchema } from '../../record/basics.ts';

export const versionSchema = z.object({
  /** Counts the saves of the paper; saves of one person within ten minutes are one version, under the last number. */
  revision: z.number().int(),
  at: z.string(),
  actor: z.string(),
  /** A version that somebody named is kept for good. */
  name: lineSchema.nullable(),
  isCurrent: z.boolean(),
});
export type Version = z.infer<typeof versionSchema>;

export const versionListSchema = z.object({
  id: idSchema,
  reference: lineSchema.nullable(),
  name: lineSchema,
  isStatement: z.boolean(),
  /** Whether a version can be brought back: an issued paper does not change. */
  isEditable: z.boolean(),
  /** Newest first. */
  versions: z.array(versionSchema),
});
export type VersionList = z.infer<typeof versionListSchema>;

/** A run of words; signs and blanks belong to the words they stand at. */
export const wordRunSchema = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });
export type WordRun = z.infer<typeof wordRunSchema>;

/** One paragraph, heading, point of a list, cell of a table or line of a field. */
export const passageChangeSchema = z.object({
  kind: z.enum(['same', 'changed', 'added', 'removed', 'moved', 'formatted']),
  /** What it is, by its key in the texts, and for cells where. */
  block: z.enum(['paragraph', 'heading', 'item', 'quote', 'table', 'cell', 'page-break', 'line']),
  row: z.number().int().optional(),
  column: z.number().int().optional(),
  runs: z.array(wordRunSchema),
});
export type PassageChange = z.infer<typeof passageChangeSchema>;

export const comparedPartSchema = z.object({
  /** Of the field: as `set` names it for a statement. */
  key: z.string(),
  label: z.string(),
  changes: z.array(passageChangeSchema),
});
export type ComparedPart = z.infer<typeof comparedPartSchema>;

export const comparisonSchema = z.object({
  from: z.number().int(),
  to: z.number().int(),
  /** Parts that differ, in the order of the page; empty where nothing does. */
  parts: z.array(comparedPartSchema),
});
export type Comparison = z.infer<typeof comparisonSchema>;
