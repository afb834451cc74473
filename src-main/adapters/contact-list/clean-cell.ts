/** Text of one cell as it may be stored and shown. */
import { LARGEST_CELL } from './contact-table.ts';

/** Control characters but line feed, and signs nobody sees: direction marks can make a name read as another. */
const UNSEEN =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** NFC, trimmed, without control characters; tabs become spaces, line ends "\n". A formula stays the text it is. */
export function cleanCell(raw: string): string {
  return raw.replace(/\r\n?/g, '\n').replaceAll('\t', ' ').replace(UNSEEN, '').normalize('NFC').trim();
}

/** The text within the limit; a sign of two units is not halved. */
export function cutCell(text: string): { readonly text: string; readonly cut: boolean } {
  if (text.length <= LARGEST_CELL) return { text, cut: false };
  const last = text.charCodeAt(LARGEST_CELL - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return { text: text.slice(0, splitsPair ? LARGEST_CELL - 1 : LARGEST_CELL).trimEnd(), cut: true };
}
