/** "[Datum: Beschluss]" in a text that was typed elsewhere is a placeholder here. Pure. */
import type { Block, Inline, RichText } from './rich-text.ts';

/** No brackets inside, no line end, and not the mark of an omission. */
const BRACKETED = /\[([^[\]\n]{2,120})\]/gu;
const isOmission = (label: string): boolean => /^(?:\.{2,}|…|sic!?)$/iu.test(label.trim());

function inlines(content: readonly Inline[]): Inline[] {
  return content.flatMap((inline): Inline[] => {
    if (inline.type !== 'text') return [inline];
    const parts: Inline[] = [];
    let position = 0;
    for (const match of inline.text.matchAll(BRACKETED)) {
      const label = (match[1] ?? '').trim();
      if (label === '' || isOmission(label)) continue;
      if (match.index > position) parts.push({ ...inline, text: inline.text.slice(position, match.index) });
      parts.push({ type: 'placeholder', attrs: { label } });
      position = match.index + match[0].length;
    }
    if (position < inline.text.length) parts.push({ ...inline, text: inline.text.slice(position) });
    return parts;
  });
}

function block(one: Block): Block {
  switch (one.type) {
    case 'paragraph':
    case 'heading':
      return one.content ? { ...one, content: inlines(one.content) } : one;
    case 'bulletList':
    case 'orderedList':
      return { ...one, content: one.content.map((item) => ({ ...item, content: item.content.map(block) as never })) };
    case 'blockquote':
      return { ...one, content: one.content.map(block) as never };
    case 'table':
      return {
        ...one,
        content: one.content.map((row) => ({
          ...row,
          content: row.content.map((cell) => ({ ...cell, content: cell.content.map(block) as never })),
        })),
      };
    case 'pageBreak':
      return one;
  }
}

export const bracketedPlaceholders = (text: RichText): RichText => ({ ...text, content: text.content.map(block) });
