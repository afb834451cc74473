/** Rich text from plain paragraphs, with references to other papers marked. Used by import and by the command line. */
import type { NumberPattern } from '../../contract/settings/office-profile.ts';
import type { Inline, Paragraph, RichText } from '../../record/rich-text/rich-text.ts';
import { findReferences } from '../paper/paper-reference.ts';

type TextInline = Extract<Inline, { type: 'text' }>;

/** The same text with the numbers of papers in it marked; other marks stay. */
export function withReferences(inline: TextInline, patterns: readonly NumberPattern[]): TextInline[] {
  const { text, marks = [] } = inline;
  const part = (from: number, to?: number): TextInline => ({ ...inline, text: text.slice(from, to) });
  const result: TextInline[] = [];
  let position = 0;
  for (const found of findReferences(text, patterns)) {
    if (found.start > position) result.push(part(position, found.start));
    const reference = { type: 'paperReference' as const, attrs: { reference: found.reference } };
    position = found.start + found.text.length;
    result.push({ ...part(found.start, position), marks: [...marks, reference] });
  }
  if (position < text.length) result.push(part(position));
  return result;
}

/** One paragraph of plain text; "\n" becomes a line break. */
export function plainParagraph(text: string, patterns: readonly NumberPattern[]): Paragraph {
  const lines = text.split('\n').map((line) => withReferences({ type: 'text', text: line }, patterns));
  const content = lines.flatMap((line, index): Inline[] => (index === 0 ? line : [{ type: 'hardBreak' }, ...line]));
  return content.length === 0
    ? { type: 'paragraph', attrs: { id: null } }
    : { type: 'paragraph', attrs: { id: null }, content };
}

export function richTextFromPlain(paragraphs: readonly string[], patterns: readonly NumberPattern[]): RichText {
  return { type: 'doc', content: paragraphs.map((text) => plainParagraph(text, patterns)) };
}
