/** Texts of the letter kinds, kept in the office profile: subject, paragraphs and greeting with placeholders from a closed list. */
import * as z from 'zod';
import { lineSchema } from './basics.ts';
import { letterTextDefaults, letterWords } from './texts/letter-de.ts';

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

/** Text and placeholders of a line in order. Braces that hold no word are text. */
export function letterTextParts(
  line: string,
): readonly ({ readonly text: string } | { readonly placeholder: string })[] {
  return line
    .split(/(\{\p{L}+\})/u)
    .filter((part) => part !== '')
    .map((part) => (/^\{\p{L}+\}$/u.test(part) ? { placeholder: part.slice(1, -1) } : { text: part }));
}

const withKnownPlaceholders = lineSchema.superRefine((line, context) => {
  const unknown = letterTextParts(line).flatMap((part) =>
    'placeholder' in part && !isLetterPlaceholder(part.placeholder) ? [`{${part.placeholder}}`] : [],
  );
  if (unknown.length > 0)
    context.addIssue({ code: 'custom', message: letterWords.unknownPlaceholder(unknown.join(', ')) });
});

const letterTextSchema = z.object({
  subject: withKnownPlaceholders,
  paragraphs: z.array(withKnownPlaceholders).max(40),
  closing: withKnownPlaceholders,
});
export type LetterText = z.infer<typeof letterTextSchema>;

const textOf = (kind: LetterKind) => {
  const { subject, paragraphs, closing } = letterTextDefaults[kind];
  return z
    .object({
      subject: withKnownPlaceholders.default(subject),
      paragraphs: letterTextSchema.shape.paragraphs.default([...paragraphs]),
      closing: withKnownPlaceholders.default(closing),
    })
    .prefault({});
};

export const letterTextsSchema = z.object({
  'cover-letter': textOf('cover-letter'),
  'interim-reply': textOf('interim-reply'),
  extension: textOf('extension'),
  transmission: textOf('transmission'),
  'citizen-reply': textOf('citizen-reply'),
  internal: textOf('internal'),
});
export type LetterTexts = z.infer<typeof letterTextsSchema>;

/** DIN 5008: form A has a low letterhead (27 mm), form B a high one (45 mm). */
export const letterFormSchema = z.enum(['A', 'B']);
export type LetterForm = z.infer<typeof letterFormSchema>;
