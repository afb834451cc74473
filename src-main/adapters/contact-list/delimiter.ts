/** Which sign parts the cells of a list. */
import Papa from 'papaparse';

/** The German Excel writes semicolons, and commas stand in names ("Nachname, Vorname"): on a tie the earlier one is taken. */
const DELIMITERS = [';', '\t', ',', '|'] as const;
const RECORDS_LOOKED_AT = 50;
/** Enough for fifty records, and a list of one endless line is not read four times. */
const UNITS_LOOKED_AT = 200_000;

/** 0 to 1: how far the list reads as a table with this delimiter. */
function fitOf(sample: string, delimiter: string, whole: boolean): number {
  const { data, errors } = Papa.parse<string[]>(sample, { delimiter, newline: '\n', preview: RECORDS_LOOKED_AT });
  const records = data.filter((record) => record.some((cell) => cell.trim() !== ''));
  const width = records[0]?.length ?? 0;
  if (width < 2) return 0;
  const odd = errors.filter((error) => error.type === 'Quotes' && (whole || error.code !== 'MissingQuotes')).length;
  const even = records.filter((record) => record.length === width).length;
  return even / records.length / (1 + odd);
}

/**
 * The first line may say it ("sep=;", which Excel reads and writes); else the delimiter that makes the evenest table.
 * Lines end in "\n". `skipped`: records before `body`.
 */
export function findDelimiter(text: string): { readonly delimiter: string; readonly body: string; skipped: 0 | 1 } {
  const said = /^sep=([;,|\t])[ \t]*\n/i.exec(text);
  if (said?.[1] !== undefined) return { delimiter: said[1], body: text.slice(said[0].length), skipped: 1 };
  const sample = text.slice(0, UNITS_LOOKED_AT);
  const fits = DELIMITERS.map((delimiter) => ({
    delimiter,
    fit: fitOf(sample, delimiter, sample.length === text.length),
  }));
  const { delimiter } = fits.reduce((best, other) => (other.fit > best.fit ? other : best));
  return { delimiter, body: text, skipped: 0 };
}
