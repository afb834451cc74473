/** Widths of table columns from their content, so that both writers use the same: wide where text runs, narrow where numbers stand. */
import type { Table } from '../../record/rich-text/rich-text.ts';
import { textBlocks } from '../../record/rich-text/plain-text.ts';

/** Characters that a column always has room for, and beyond which more text does not widen it. */
const LEAST = 6;
const MOST = 60;
/** Characters of a line over the whole width, and what the lines and blanks around a cell take of them. */
const LINE = 80;
const AROUND = 3;

interface Placed {
  readonly column: number;
  readonly span: number;
  readonly text: string;
}

/** Cells with the column they start in; cells that reach down from earlier rows push later ones to the right. */
function placedCells(table: Table): { rows: Placed[][]; columns: number } {
  const rows: Placed[][] = [];
  const taken: number[] = [];
  let columns = 1;
  for (const row of table.content) {
    let column = 0;
    const cells: Placed[] = [];
    for (const cell of row.content) {
      while ((taken[column] ?? 0) > 0) column += 1;
      const text = textBlocks(cell.content)
        .map((block) => block.text)
        .join('\n');
      cells.push({ column, span: cell.attrs.colspan, text });
      for (let at = column; at < column + cell.attrs.colspan; at += 1) taken[at] = cell.attrs.rowspan;
      column += cell.attrs.colspan;
      columns = Math.max(columns, column);
    }
    rows.push(cells);
    columns = Math.max(columns, taken.length);
    for (let at = 0; at < taken.length; at += 1) taken[at] = Math.max(0, (taken[at] ?? 0) - 1);
  }
  return { rows, columns };
}

/** Where all together want more than the line has, the wide columns give way: what fits into a narrow one stays whole. */
function withinLine(wanted: readonly number[]): readonly number[] {
  const padded = wanted.map((width) => width + AROUND);
  if (padded.reduce((total, width) => total + width, 0) <= LINE) return wanted;
  let left = LINE;
  let limit = 0;
  for (const [at, width] of padded.toSorted((a, b) => a - b).entries()) {
    limit = left / (padded.length - at);
    if (width > limit) break;
    left -= width;
  }
  return padded.map((width) => Math.min(width, Math.max(limit, LEAST)));
}

export interface TableColumns {
  /** One per column, rounded to thousandths, sum 1. */
  readonly shares: readonly number[];
  /** Of each cell in its row: of all columns that it stands in. */
  readonly cellShares: readonly (readonly number[])[];
}

/** A column is never narrower than its longest word wants, within reason. */
export function tableColumns(table: Table): TableColumns {
  const { rows, columns } = placedCells(table);
  const cells = rows.flat();
  const wanted = Array.from({ length: columns }, (_, column) => {
    const texts = cells.filter((cell) => cell.column === column && cell.span === 1).map((cell) => cell.text);
    const longestLine = Math.max(0, ...texts.flatMap((text) => text.split('\n').map((line) => line.length)));
    const longestWord = Math.max(0, ...texts.flatMap((text) => text.split(/\s+/).map((word) => word.length)));
    return Math.max(LEAST, Math.min(longestWord, MOST / 2), Math.min(longestLine, MOST) ** 0.8);
  });
  const given = withinLine(wanted);
  const sum = given.reduce((total, width) => total + width, 0);
  const rounded = given.map((width) => Math.round((width / sum) * 1000) / 1000);
  const rest = Math.round((1 - rounded.reduce((total, share) => total + share, 0)) * 1000) / 1000;
  const shares = rounded.map((share, index) => (index === 0 ? Math.round((share + rest) * 1000) / 1000 : share));
  const over = ({ column, span }: Placed): number =>
    shares.slice(column, column + span).reduce((total, share) => total + share, 0);
  return { shares, cellShares: rows.map((row) => row.map(over)) };
}
