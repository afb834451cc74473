/** What an import reads: lines to recognise a form by, and behind them the blocks of a document, so that nothing of its form is lost. */
import { normaliseText } from '../../base/normalise.ts';
import { textLines } from '../../record/rich-text/text-lines.ts';
import type { Block } from '../../record/rich-text/rich-text.ts';

export interface ImportSource {
  readonly lines: readonly string[];
  /** The same lines with bold words between `**`. */
  readonly marked: readonly string[];
  /** Blocks of a document, each with the first of its lines; none for plain text. */
  readonly blocks: readonly PlacedBlock[];
}

interface PlacedBlock {
  readonly block: Block;
  readonly firstLine: number;
}

/** One paragraph of the body. */
export interface BodyPart {
  /** Its lines; '' for a page break. */
  readonly text: string;
  /** Null for plain text. */
  readonly block: Block | null;
}

export function textSource(text: string): ImportSource {
  const lines = normaliseText(text).split('\n');
  return { lines, marked: lines, blocks: [] };
}

const plainLines = (lines: readonly string[]): string[] => lines.flatMap((line) => normaliseText(line).split('\n'));

export function documentSource(blocks: readonly Block[]): ImportSource {
  const lines: string[] = [];
  const marked: string[] = [];
  const placed = blocks.map((block): PlacedBlock => {
    const firstLine = lines.length;
    lines.push(...plainLines(textLines([block], { stacksRows: true })));
    marked.push(...plainLines(textLines([block], { marksBold: true, stacksRows: true })));
    return { block, firstLine };
  });
  return { lines, marked, blocks: placed };
}

/** Paragraphs are separated by empty lines; lines inside a paragraph stay lines. */
export function paragraphsOf(lines: readonly string[]): string[] {
  return lines
    .map((line) => line.trim())
    .join('\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
}

const asText = (lines: readonly string[]): BodyPart[] => paragraphsOf(lines).map((text) => ({ text, block: null }));

/** Everything from a line on; of a block that begins before it, what is left of its words. */
export function bodyParts({ marked: lines, blocks }: ImportSource, from: number): BodyPart[] {
  if (blocks.length === 0) return asText(lines.slice(from));
  return blocks.flatMap(({ block, firstLine }, index): BodyPart[] => {
    const end = blocks[index + 1]?.firstLine ?? lines.length;
    if (block.type === 'pageBreak') return firstLine < from ? [] : [{ text: '', block }];
    if (firstLine < from) return asText(lines.slice(from, Math.max(from, end)));
    const own = lines.slice(firstLine, end).map((line) => line.trim());
    const text = own.join('\n').trim();
    return text === '' && block.type !== 'table' ? [] : [{ text, block }];
  });
}
