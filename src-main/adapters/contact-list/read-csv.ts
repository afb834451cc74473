/** A table from a CSV file. Cells stay text: nothing is taken for a number, a date or a formula. */
import Papa from 'papaparse';
import { Refusal } from '../../contract/shared/errors.ts';
import { cleanCell, cutCell } from './clean-cell.ts';
import { uniqueColumnNames } from './column-names.ts';
import { type ContactTable, MOST_COLUMNS, MOST_ROWS } from './contact-table.ts';
import { findDelimiter } from './delimiter.ts';
import { createNoteBook, type NoteBook } from './notes.ts';
import { listFormats } from '../../contract/shared/problems-de.ts';

/** Records and cells with the empty ones, which Excel writes freely and which count in no limit of the office. */
const MOST_RECORDS = 200_000;
const MOST_CELLS = 1000;

interface Row {
  /** As counted in the file, the first record being 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** Empty cells at the end are no cells: Excel writes them for every column that was ever touched. */
function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

function filledRows(records: readonly (readonly string[])[], skipped: number): Row[] {
  return records
    .map((record, index) => ({ row: index + 1 + skipped, cells: record.map((cell) => cell && cleanCell(cell)) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
}

/** `given`: cells the first row has, empty ones included. */
function shaped({ row, cells }: Row, given: number, columns: readonly string[], notes: NoteBook): string[] {
  const filled = withoutEmptyEnd(cells).length;
  if (cells.length < given) notes.add('row-padded', row, String(cells.length));
  if (filled > given) notes.add('row-widened', row, String(filled));
  return columns.map((column, index) => {
    const { text, cut } = cutCell(cells[index] ?? '');
    if (cut) notes.add('cell-cut', row, column);
    return text;
  });
}

function beyondLimits(fileName: string): Refusal {
  const most = listFormats.tableLimit(MOST_ROWS, MOST_COLUMNS);
  return new Refusal('format-unsupported', {
    file: fileName,
    format: listFormats.tableBeyond(most),
    formats: [listFormats.tableUpTo(most)],
  });
}

/**
 * First row that is not empty: the names of the columns. Refuses with `file-empty` when there is none, with `list-unclosed` when a
 * quotation mark stays open (the rest of the list would be one cell), with `format-unsupported` beyond the limits: nobody is left
 * out of a list without a word.
 */
export function readCsv(fileName: string, text: string): ContactTable {
  // Line ends in one form, because the parser settles for the one it meets first.
  const { delimiter, body, skipped } = findDelimiter(text.replace(/\r\n?/g, '\n'));
  const { data, errors } = Papa.parse<string[]>(body, { delimiter, newline: '\n', preview: MOST_RECORDS });
  const quotes = errors.map(({ code, row }) => ({ code, row: (row ?? 0) + 1 + skipped }));
  const open = quotes.find(({ code }) => code === 'MissingQuotes');
  if (open) throw new Refusal('list-unclosed', { file: fileName, row: open.row });
  // Before any cell is looked at: five million delimiters are a row, too.
  if (data.length >= MOST_RECORDS || data.some((record) => record.length > MOST_CELLS)) throw beyondLimits(fileName);
  const [header, ...rows] = filledRows(data, skipped);
  if (!header) throw new Refusal('file-empty', { file: fileName });
  const named = withoutEmptyEnd(header.cells);
  const width = rows.reduce((widest, { cells }) => Math.max(widest, withoutEmptyEnd(cells).length), named.length);
  if (width > MOST_COLUMNS || rows.length > MOST_ROWS) throw beyondLimits(fileName);
  const notes = createNoteBook();
  for (const { code, row } of quotes) if (code === 'InvalidQuotes') notes.add('quotes-odd', row, '');
  const names = named.map((cell) => cutCell(cell).text);
  const columns = uniqueColumnNames(names, width, header.row, notes);
  const given = Math.min(header.cells.length, width);
  return { kind: 'csv', columns, rows: rows.map((row) => shaped(row, given, columns, notes)), notes: notes.notes };
}
