/** Blocks as the lines they are printed in: a row of a table with tabs between its cells, list items with their bullets and numbers. */
import { assertNever } from '../../base/assert-never.ts';
import { inlineText } from './plain-text.ts';
import type { Block, Inline, ListItem, Table, TableCell } from './rich-text.ts';

export interface LineOptions {
  /** Bold words stand between `**`. */
  readonly marksBold?: boolean;
  /** A row whose cells all hold label and value becomes two lines, as the printed form has them. */
  readonly stacksRows?: boolean;
}

/** "0⁰": the sign and its raised or lowered form. */
const signTable = (pairs: string): Readonly<Record<string, string>> =>
  Object.fromEntries(pairs.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]));
const SUPERSCRIPT = signTable('0⁰ 1¹ 2² 3³ 4⁴ 5⁵ 6⁶ 7⁷ 8⁸ 9⁹ +⁺ -⁻ nⁿ');
const SUBSCRIPT = signTable('0₀ 1₁ 2₂ 3₃ 4₄ 5₅ 6₆ 7₇ 8₈ 9₉ +₊ -₋');

/** Raised and lowered figures as the characters that Unicode has for them; what it has none for stays. */
function raisedText(inline: Inline): string {
  const text = inlineText([inline]);
  const marks = inline.type === 'text' ? (inline.marks ?? []) : [];
  const signs = marks.some(({ type }) => type === 'superscript')
    ? SUPERSCRIPT
    : marks.some(({ type }) => type === 'subscript')
      ? SUBSCRIPT
      : null;
  const shown = signs === null ? [] : Array.from(text, (sign) => signs[sign]);
  return signs === null || shown.includes(undefined) ? text : shown.join('');
}

/** The marks stand at the words: blanks around them stay outside. */
function starred(text: string): string {
  const words = text.trim();
  if (words === '') return text;
  const start = text.length - text.trimStart().length;
  return `${text.slice(0, start)}**${words}**${text.slice(start + words.length)}`;
}

/** Bold neighbours are one run, so that a word is never marked twice. */
function lineOf(content: readonly Inline[] | undefined, { marksBold = false }: LineOptions): string {
  let line = '';
  let bold = '';
  const endBold = (): void => {
    line += starred(bold);
    bold = '';
  };
  for (const inline of content ?? []) {
    const isBold = marksBold && inline.type === 'text' && (inline.marks ?? []).some(({ type }) => type === 'bold');
    if (isBold) bold += raisedText(inline);
    else {
      endBold();
      line += raisedText(inline);
    }
  }
  endBold();
  return line;
}

const cellLines = ({ content }: TableCell): string[] =>
  content
    .flatMap((block) => blockLines(block, {}))
    .map((line) => line.trim())
    .filter(Boolean);

function tableLines({ content }: Table, { stacksRows = false }: LineOptions): string[] {
  return content.flatMap((row) => {
    const cells = row.content.map(cellLines);
    const stacked = stacksRows && cells.every((lines) => lines.length >= 1) && cells.some((lines) => lines.length >= 2);
    if (!stacked) return [cells.map((lines) => lines.join(' ')).join('\t')];
    return [cells.map((lines) => lines[0] ?? '').join('\t'), cells.map((lines) => lines.slice(1).join(' ')).join('\t')];
  });
}

function itemLines({ content }: ListItem, bullet: string, options: LineOptions): string[] {
  const lines = content.flatMap((block) => blockLines(block, options)).filter(Boolean);
  return [bullet + (lines[0] ?? ''), ...lines.slice(1)];
}

/** An empty line ends every block. */
function blockLines(block: Block, options: LineOptions): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [lineOf(block.content, options).trim(), ''];
    case 'pageBreak':
      return [];
    case 'bulletList':
      return [...block.content.flatMap((item) => itemLines(item, '• ', options)), ''];
    case 'orderedList':
      return [...block.content.flatMap((item, at) => itemLines(item, `${block.attrs.start + at}. `, options)), ''];
    case 'blockquote':
      return block.content.flatMap((child) => blockLines(child, options));
    case 'table':
      return [...tableLines(block, options), ''];
    default:
      return assertNever(block);
  }
}

/** Line breaks inside a paragraph stay inside its line. */
export const textLines = (blocks: readonly Block[], options: LineOptions = {}): string[] =>
  blocks.flatMap((block) => blockLines(block, options));
