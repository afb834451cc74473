/** Text strings and dates as PDF writes them (ISO 32000-1, 7.9.2 and 7.9.4). */
import { PdfString } from './library.ts';

/** Hexadecimal UTF-16: umlauts, parentheses and backslashes need no escaping that someone could do twice. */
export function textString(text: string): PdfString {
  const bytes = new Uint8Array(2 + text.length * 2);
  bytes.set([0xfe, 0xff]);
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    bytes.set([unit >> 8, unit & 0xff], 2 + index * 2);
  }
  return PdfString.fromBytes(bytes);
}

/** `2026-03-02T08:00:00.000Z` becomes `D:20260302080000Z`. */
export function dateString(instant: string): PdfString {
  const digits = new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:T]/g, '');
  return PdfString.fromBytes(Buffer.from(`D:${digits}Z`, 'ascii'));
}

const DATE =
  /^D:(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:Z(?:00)?'?(?:00)?'?|([+-])(\d{2})'?(?:(\d{2})'?)?)?\s*$/;

/** ISO 8601 in UTC; null when it is no date. A date without a zone counts as UTC. */
export function readDate(text: string): string | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const part = (index: number, otherwise: number): number => Number(match[index] ?? otherwise);
  const local = Date.UTC(part(1, 0), part(2, 1) - 1, part(3, 1), part(4, 0), part(5, 0), part(6, 0));
  const offsetMinutes = (part(8, 0) * 60 + part(9, 0)) * (match[7] === '-' ? -1 : 1);
  return new Date(local - offsetMinutes * 60_000).toISOString();
}
