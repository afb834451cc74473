/** The kinds of letters, and the placeholders that their texts may hold. */
import * as z from 'zod';

export const letterKindSchema = z.enum([
  'cover-letter',
  'interim-reply',
  'extension',
  'transmission',
  'citizen-reply',
  'internal',
]);
export type LetterKind = z.infer<typeof letterKindSchema>;
export const LETTER_KINDS = letterKindSchema.options;

/** Every placeholder there is. One that stands in braces and not here is refused when texts are saved. */
export const LETTER_PLACEHOLDERS = [
  'reference',
  'name',
  'answers',
  'toAnswers',
  'answersDate',
  'originators',
  'date',
  'meeting',
  'meetingDate',
  'deadline',
  'newDeadline',
  'recipient',
  'leadUnit',
  'bodyName',
] as const;
export type LetterPlaceholder = (typeof LETTER_PLACEHOLDERS)[number];

export function isLetterPlaceholder(name: string): name is LetterPlaceholder {
  return (LETTER_PLACEHOLDERS as readonly string[]).includes(name);
}

/** Text of one kind as an office writes it. */
export interface LetterText {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly closing: string;
}
