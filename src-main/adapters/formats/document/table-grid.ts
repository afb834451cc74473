/** Tables of the record made regular, and tables that have no place any more as lines. */
import type { Block, Paragraph, TableCell, TableRow } from '../../../record/rich-text/rich-text.ts';
import { textLines } from '../../../record/rich-text/text-lines.ts';

const paragraph = (text: string): Paragraph => ({
  type: 'paragraph',
  attrs: { id: null },
  ...(text !== '' && { content: [{ type: 'text' as const, text }] }),
});

/** Columns of each row, those among them that cells from above cover. */
function widths(rows: readonly TableRow[]): number[] {
  let covering: { left: number; colspan: number }[] = [];
  return rows.map(({ content }) => {
    const covered = covering.reduce((sum, { colspan }) => sum + colspan, 0);
    const own = content.reduce((sum, { attrs }) => sum + attrs.colspan, 0);
    covering = [
      ...covering.map(({ left, colspan }) => ({ left: left - 1, colspan })),
      ...content.map(({ attrs }) => ({ left: attrs.rowspan - 1, colspan: attrs.colspan })),
    ].filter(({ left }) => left > 0);
    return covered + own;
  });
}

/** Every row as wide as the widest: short ones get an empty cell at their end. */
export function padRows(rows: readonly TableRow[]): TableRow[] {
  const counts = widths(rows);
  const widest = counts.reduce((most, count) => Math.max(most, count), 0);
  return rows.map((row, at) => {
    const missing = widest - (counts[at] ?? 0);
    if (missing <= 0) return row;
    const type: TableCell['type'] = row.content.every((cell) => cell.type === 'tableHeader')
      ? 'tableHeader'
      : 'tableCell';
    const cell: TableCell = { type, attrs: { colspan: missing, rowspan: 1 }, content: [paragraph('')] };
    return { ...row, content: [...row.content, cell] };
  });
}

const cellText = ({ content }: TableCell): string => textLines(content).filter(Boolean).join(' ');

/** A row becomes a line, its cells parted by tabs. */
export const rowsAsLines = (rows: readonly TableRow[]): Block[] =>
  rows
    .map(({ content }) => content.map(cellText).join('\t'))
    .filter((line) => line.trim() !== '')
    .map(paragraph);
