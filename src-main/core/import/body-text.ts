/** Paragraphs of imported text as rich text: bold marks, bullets and references recognised, every word kept. */
import type { NumberPattern } from '../../contract/settings/office-profile.ts';
import type { Block, Inline, ListItem, RichText } from '../../record/rich-text/rich-text.ts';
import { plainParagraph } from '../rich-text/from-plain.ts';

/** Word's private-use bullets (Symbol and Wingdings at U+F000–F0FF) and the usual ones. */
const BULLET = /^(?:[\u2022\u2023\u25aa\u25cf\u25e6\u2043\u2219\uf0b7\uf0a7\uf0d8\uf07d\uf076\u00b7]|[-–*](?=\s))\s*/u;

const BOLD = /\*\*(?=\S)((?:[^*]|\*(?!\*))*?\S)\*\*/g;

/** One paragraph; `**…**` becomes bold. */
export function importedParagraph(text: string, patterns: readonly NumberPattern[]): Block {
  const content: Inline[] = [];
  const add = (part: string, bold: boolean): void => {
    const inlines = plainParagraph(part, patterns).content ?? [];
    for (const inline of inlines) {
      content.push(
        bold && inline.type === 'text' ? { ...inline, marks: [{ type: 'bold' }, ...(inline.marks ?? [])] } : inline,
      );
    }
  };
  let position = 0;
  for (const match of text.matchAll(BOLD)) {
    if (match.index > position) add(text.slice(position, match.index), false);
    add(match[1] ?? '', true);
    position = match.index + match[0].length;
  }
  if (position < text.length) add(text.slice(position), false);
  return { type: 'paragraph', attrs: { id: null }, content };
}

function listItem(text: string, patterns: readonly NumberPattern[]): ListItem {
  return { type: 'listItem', content: [importedParagraph(text, patterns)] };
}

/** Paragraphs; runs of lines that begin with a bullet become one list. */
export function importedText(paragraphs: readonly string[], patterns: readonly NumberPattern[]): RichText {
  const blocks: Block[] = [];
  for (const paragraph of paragraphs) {
    const lines = paragraph.split('\n');
    if (lines.every((line) => BULLET.test(line))) {
      const items = lines.map((line) => listItem(line.replace(BULLET, ''), patterns));
      const last = blocks.at(-1);
      if (last?.type === 'bulletList') last.content.push(...items);
      else blocks.push({ type: 'bulletList', attrs: { id: null }, content: items });
    } else {
      blocks.push(importedParagraph(paragraph, patterns));
    }
  }
  return { type: 'doc', content: blocks };
}
