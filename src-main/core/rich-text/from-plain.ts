/** Rich text from plain paragraphs, with references to other papers marked. Used by import and by the command line. */
import type { NumberPattern } from '../../contract/settings/office-profile.ts';
import type { Inline, Paragraph, RichText } from '../../record/rich-text/rich-text.ts';
import { findReferences } from '../paper/paper-reference.ts';

function inlineWithReferences(line: string, patterns: readonly NumberPattern[]): Inline[] {
  const result: Inline[] = [];
  let position = 0;
  for (const found of findReferences(line, patterns)) {
    if (found.start > position) result.push({ type: 'text', text: line.slice(position, found.start) });
    const marks = [{ type: 'paperReference' as const, attrs: { reference: found.reference } }];
    result.push({ type: 'text', text: found.text, marks });
    position = found.start + found.text.length;
  }
  if (position < line.length) result.push({ type: 'text', text: line.slice(position) });
  return result;
}

/** One paragraph of plain text; "\n" becomes a line break. */
export function plainParagraph(text: string, patterns: readonly NumberPattern[]): Paragraph {
  const lines = text.split('\n').map((line) => inlineWithReferences(line, patterns));
  const content = lines.flatMap((line, index): Inline[] => (index === 0 ? line : [{ type: 'hardBreak' }, ...line]));
  return content.length === 0
    ? { type: 'paragraph', attrs: { id: null } }
    : { type: 'paragraph', attrs: { id: null }, content };
}

export function richTextFromPlain(paragraphs: readonly string[], patterns: readonly NumberPattern[]): RichText {
  return { type: 'doc', content: paragraphs.map((text) => plainParagraph(text, patterns)) };
}
