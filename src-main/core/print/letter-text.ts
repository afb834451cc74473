/** Texts of the letter kinds with their placeholders filled. What is not known stays open and visible. Pure. */
import { isLetterPlaceholder, type LetterPlaceholder } from '../../contract/letter/kinds.ts';
import { letterTextParts } from '../../contract/letter/letter-texts.ts';
import type { NumberPattern } from '../../contract/settings/office-profile.ts';
import type { Inline, RichText } from '../../record/rich-text/rich-text.ts';
import { letterPlaceholderLabels } from '../../contract/letter/texts-de.ts';
import type { PrintInline } from './model.ts';
import { plainParagraph } from '../rich-text/from-plain.ts';

export type PlaceholderValues = Readonly<Record<LetterPlaceholder, string | undefined>>;

/** A line with what is known put in; the rest keeps its braces. */
export function filledLine(line: string, values: PlaceholderValues): string {
  return letterTextParts(line)
    .map((part) => {
      if ('text' in part) return part.text;
      const value = isLetterPlaceholder(part.placeholder) ? values[part.placeholder] : undefined;
      return value ?? `{${part.placeholder}}`;
    })
    .join('');
}

/** Paragraphs of a letter: numbers of papers become references, open placeholders become placeholders of the editor. */
export function filledText(
  paragraphs: readonly string[],
  values: PlaceholderValues,
  patterns: readonly NumberPattern[],
): RichText {
  return {
    type: 'doc',
    content: paragraphs.map((line) => {
      const content = letterTextParts(filledLine(line, values)).flatMap((part): Inline[] => {
        if ('text' in part) return plainParagraph(part.text, patterns).content ?? [];
        return isLetterPlaceholder(part.placeholder)
          ? [{ type: 'placeholder', attrs: { label: letterPlaceholderLabels[part.placeholder] } }]
          : [{ type: 'text', text: `{${part.placeholder}}` }];
      });
      return content.length === 0
        ? { type: 'paragraph', attrs: { id: null } }
        : { type: 'paragraph', attrs: { id: null }, content };
    }),
  };
}

/** A printed line: placeholders that are still in it stand out. "\n" breaks the line. */
export function lineInlines(line: string): PrintInline[] {
  return line.split('\n').flatMap((row, index): PrintInline[] => [
    ...(index > 0 ? [{ kind: 'break' as const }] : []),
    ...letterTextParts(row).map((part): PrintInline => {
      if ('text' in part) return { kind: 'text', text: part.text };
      return isLetterPlaceholder(part.placeholder)
        ? { kind: 'placeholder', label: letterPlaceholderLabels[part.placeholder] }
        : { kind: 'text', text: `{${part.placeholder}}` };
    }),
  ]);
}
