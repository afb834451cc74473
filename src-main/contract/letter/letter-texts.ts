/** Texts of the letter kinds, kept in the office profile: subject, paragraphs and greeting with placeholders from a closed list. */
import * as z from 'zod';
import { lineSchema } from '../../record/basics.ts';
import { isLetterPlaceholder, type LetterKind } from './kinds.ts';
import { letterTextDefaults, letterWords } from './texts-de.ts';

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
    'placeholder' in part && !isLetterPlaceholder(part.placeholder) ? [`«${part.placeholder}»`] : [],
  );
  if (unknown.length > 0)
    context.addIssue({ code: 'custom', message: letterWords.unknownPlaceholder(unknown.join(', ')) });
});

const letterTextSchema = z.object({
  subject: withKnownPlaceholders,
  paragraphs: z.array(withKnownPlaceholders).max(40),
  closing: withKnownPlaceholders,
});

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

/** DIN 5008: form A has a low letterhead (27 mm), form B a high one (45 mm). */
export const letterFormSchema = z.enum(['A', 'B']);
export type LetterForm = z.infer<typeof letterFormSchema>;
