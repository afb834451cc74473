/** Paragraphs and headings of a text in reading order, with the place each has in lists and tables. Pure. */
import { assertNever } from '../../base/assert-never.ts';
import { inlineText } from '../../record/rich-text/plain-text.ts';
import type { Block, Heading, Inline, Paragraph, RichText } from '../../record/rich-text/rich-text.ts';

export interface IndexedBlock {
  readonly id: string;
  readonly block: Paragraph | Heading;
  readonly text: string;
  /** The block of the text that it is or stands in, counted from 0. */
  readonly top: number;
  /** The list of which it begins a point. */
  readonly list: 'bullet' | 'number' | null;
  /** The cell it stands in, by its place; null outside of tables. */
  readonly cell: string | null;
  /** In a cell of a table's head, whose words print bold by themselves. */
  readonly isHead: boolean;
}

/** Places name blocks; one without an id has none. */
export function indexText({ content }: RichText): readonly IndexedBlock[] {
  const found: IndexedBlock[] = [];
  let top = 0;
  const walk = (
    blocks: readonly Block[],
    around: string,
    cell: string | null,
    list: IndexedBlock['list'] = null,
    isHead = false,
  ): void => {
    blocks.forEach((block, at) => {
      const own = `${around}/${at}`;
      switch (block.type) {
        case 'paragraph':
        case 'heading':
          found.push({
            id: block.attrs.id ?? '',
            block,
            text: inlineText(block.content),
            top,
            list: at === 0 ? list : null,
            cell,
            isHead,
          });
          return;
        case 'pageBreak':
          return;
        case 'bulletList':
        case 'orderedList':
          block.content.forEach((item, index) =>
            walk(item.content, `${own}.${index}`, cell, block.type === 'bulletList' ? 'bullet' : 'number', isHead),
          );
          return;
        case 'blockquote':
          walk(block.content, own, cell, null, isHead);
          return;
        case 'table':
          block.content.forEach((row, index) =>
            row.content.forEach((inner, column) => {
              const place = `${own}.${index}.${column}`;
              walk(inner.content, place, place, null, inner.type === 'tableHeader');
            }),
          );
          return;
        default:
          assertNever(block);
      }
    });
  };
  content.forEach((block, at) => {
    top = at;
    walk([block], String(at), null);
  });
  return found;
}

/** Signs that an inline takes in the plain text of its block. */
const lengthOf = (inline: Inline): number => inlineText([inline]).length;

/** Content from one place to another; what is cut in the middle and is no text becomes the signs it shows. */
export function sliceInlines(content: readonly Inline[] | undefined, start: number, end = Infinity): Inline[] {
  const cut: Inline[] = [];
  let at = 0;
  for (const inline of content ?? []) {
    const length = lengthOf(inline);
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at, length)];
    at += length;
    if (from >= to) continue;
    if (from === 0 && to === length) cut.push(inline);
    else {
      const text = inlineText([inline]).slice(from, to);
      cut.push(inline.type === 'text' ? { ...inline, text } : { type: 'text', text });
    }
  }
  return cut;
}

const marksKey = (inline: Inline): string => (inline.type === 'text' ? JSON.stringify(inline.marks ?? []) : '');

/** One after the other; neighbours of one look are one piece of text. */
export function joinInlines(...parts: readonly (readonly Inline[])[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of parts.flat()) {
    const last = joined.at(-1);
    if (inline.type === 'text' && last?.type === 'text' && marksKey(inline) === marksKey(last))
      joined[joined.length - 1] = { ...last, text: last.text + inline.text };
    else joined.push(inline);
  }
  return joined;
}
