/** A paper's text as lines with what numbers them: by the list they stand in or by what is typed before them. Pure. */
import { assertNever } from '../../base/assert-never.ts';
import { inlineText } from '../../record/rich-text/plain-text.ts';
import type { Block, ListItem, RichText } from '../../record/rich-text/rich-text.ts';
import { typedMarkers, type Marker } from './markers.ts';

export interface Line {
  /** Block that holds it; null in texts without ids. */
  readonly block: string | null;
  /** Where `text` stands in the plain text of its block (UTF-16 units); behind what numbers it. */
  readonly start: number;
  readonly text: string;
  /** What may number it: by a list for certain, typed ones only where they go on as a list does. */
  readonly markers: readonly Marker[];
  /** How deep in lists; 0 outside. */
  readonly depth: number;
  readonly isHeading: boolean;
  /** First line of its block: a paragraph begins here. */
  readonly isFirst: boolean;
}

interface Place {
  readonly depth: number;
  readonly isHeading: boolean;
}

/** Leading blanks are no text of the line. */
function lineAt(block: string | null, start: number, words: string, place: Place, isFirst: boolean): Line {
  const text = words.trim();
  const from = start + (text === '' ? 0 : words.indexOf(text));
  const markers = typedMarkers(text);
  return { block, start: from, text, markers, ...place, isFirst };
}

function paragraphLines(id: string | null, text: string, place: Place): Line[] {
  let start = 0;
  return text.split('\n').map((words, index) => {
    const line = lineAt(id, start, words, place, index === 0);
    start += words.length + 1;
    return line;
  });
}

function itemLines(item: ListItem, marker: Marker, depth: number): Line[] {
  const [first, ...others] = item.content.flatMap((block) => blockLines(block, depth));
  if (!first) return [];
  // A number that is typed in an item is what a reader sees.
  const typed = first.markers.filter(({ kind }) => kind !== 'bullet');
  return [{ ...first, markers: typed.length > 0 && marker.kind === 'bullet' ? typed : [marker] }, ...others];
}

function blockLines(block: Block, depth: number): Line[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return paragraphLines(block.attrs.id, inlineText(block.content), {
        depth,
        isHeading: block.type === 'heading',
      });
    case 'pageBreak':
      return [];
    case 'bulletList':
      return block.content.flatMap((item) =>
        itemLines(
          item,
          { kind: 'bullet', style: `bullet ${String(depth)}`, value: 1, label: '', length: 0 },
          depth + 1,
        ),
      );
    case 'orderedList':
      return block.content.flatMap((item, at) => {
        const value = block.attrs.start + at;
        const style = `list ${String(depth)}`;
        return itemLines(item, { kind: 'list', style, value, label: String(value), length: 0 }, depth + 1);
      });
    case 'blockquote':
      return block.content.flatMap((child) => blockLines(child, depth));
    case 'table':
      return block.content.flatMap((row) =>
        joinNumbers(row.content.flatMap((cell) => cell.content.flatMap((child) => blockLines(child, depth)))),
      );
    default:
      return assertNever(block);
  }
}

/** A cell that holds nothing but a number numbers the cell behind it. */
function joinNumbers(lines: readonly Line[]): Line[] {
  return lines.flatMap((line, at): Line[] => {
    const next = lines[at + 1];
    const before = lines[at - 1];
    if (next && isNumberAlone(line.text)) return [];
    return before && isNumberAlone(before.text)
      ? [{ ...line, markers: typedMarkers(`${dotted(before.text)} x`).map((marker) => ({ ...marker, length: 0 })) }]
      : [line];
  });
}
const isNumberAlone = (text: string): boolean => /^\(?(\d{1,2}|[a-z])[.)]?$/u.test(text);
const dotted = (text: string): string => (/[.)]$/u.test(text) ? text : `${text}.`);

/** Lines with text, in reading order. */
export const textLines = (text: RichText): readonly Line[] =>
  text.content.flatMap((block) => blockLines(block, 0)).filter((line) => line.text !== '');
