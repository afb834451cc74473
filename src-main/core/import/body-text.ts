/** Paragraphs of imported text as rich text: bold marks, bullets and references recognised, every word kept. */
import type { NumberPattern } from '../../contract/settings/office-profile.ts';
import type { Block, Inline, ListItem, RichText } from '../../record/rich-text/rich-text.ts';
import { mapTextBlocks } from '../../record/rich-text/map-text-blocks.ts';
import { plainParagraph, withReferences } from '../rich-text/from-plain.ts';
import type { BodyPart } from './source-lines.ts';

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

/** A block of a document, its words looked through for references to papers. */
function importedBlock(block: Block, patterns: readonly NumberPattern[]): Block {
  const { content } = mapTextBlocks({ type: 'doc', content: [block] }, (inlines) =>
    inlines.flatMap((inline): readonly Inline[] =>
      inline.type === 'text' ? withReferences(inline, patterns) : [inline],
    ),
  );
  return content[0] ?? block;
}

/** A typed bullet before the words; null where there is none. */
function withoutBullet(block: Block): Block | null {
  if (block.type !== 'paragraph') return null;
  const [first, ...rest] = block.content ?? [];
  if (first?.type !== 'text' || !BULLET.test(first.text)) return null;
  const text = first.text.replace(BULLET, '');
  const content = text === '' ? rest : [{ ...first, text }, ...rest];
  return content.length === 0 ? null : { ...block, content };
}

/** Parts of a body; runs of lines or paragraphs that begin with a bullet become one list. */
export function importedText(parts: readonly BodyPart[], patterns: readonly NumberPattern[]): RichText {
  const blocks: Block[] = [];
  const addItems = (items: readonly ListItem[]): void => {
    const last = blocks.at(-1);
    if (last?.type === 'bulletList') last.content.push(...items);
    else blocks.push({ type: 'bulletList', attrs: { id: null }, content: [...items] });
  };
  for (const { text, block } of parts) {
    const lines = text.split('\n');
    const typed = block && withoutBullet(block);
    if (typed) addItems([{ type: 'listItem', content: [importedBlock(typed, patterns)] }]);
    else if (block) blocks.push(importedBlock(block, patterns));
    else if (lines.every((line) => BULLET.test(line)))
      addItems(lines.map((line) => listItem(line.replace(BULLET, ''), patterns)));
    else blocks.push(importedParagraph(text, patterns));
  }
  return { type: 'doc', content: withoutOuterBreaks(blocks) };
}

/** A page that begins before the first or behind the last words begins nowhere. */
function withoutOuterBreaks(blocks: readonly Block[]): Block[] {
  const isWords = (block: Block): boolean => block.type !== 'pageBreak';
  const from = blocks.findIndex(isWords);
  return from === -1 ? [] : blocks.slice(from, blocks.findLastIndex(isWords) + 1);
}

/** Paragraphs of plain text as parts. */
export const plainParts = (paragraphs: readonly string[]): BodyPart[] =>
  paragraphs.map((text) => ({ text, block: null }));
