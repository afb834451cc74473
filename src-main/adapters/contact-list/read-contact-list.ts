/** Persons, units and committees from a list of another program: CSV (Excel, a council information system) or vCard (Outlook). */
import { Refusal } from '../../contract/shared/errors.ts';
import { type ContactTable, LARGEST_CONTACT_FILE_BYTES } from './contact-table.ts';
import { decodeList } from './decode-list.ts';
import { readCsv } from './read-csv.ts';
import { looksLikeVcard, readVcard } from './read-vcard.ts';
import { listFormats } from '../../contract/shared/problems-de.ts';

/** First bytes of files people choose instead, with the word for them. */
const FOREIGN = [
  { bytes: 'PK\u0003\u0004', format: listFormats.archive },
  { bytes: '\u00d0\u00cf\u0011\u00e0', format: listFormats.oldWorkbook },
  { bytes: '%PDF-', format: 'PDF' },
  { bytes: '{\\rtf', format: 'RTF' },
] as const;
const MARKUP = /^\s*<(?:!doctype|html|\?xml|[a-z]+[ >])/i;

function foreign(fileName: string, format: string): Refusal {
  return new Refusal('format-unsupported', { file: fileName, format, formats: ['CSV', 'vCard'] });
}

function requireSize(fileName: string, size: number): void {
  if (size === 0) throw new Refusal('file-empty', { file: fileName });
  if (size <= LARGEST_CONTACT_FILE_BYTES) return;
  const mb = (bytes: number): string => String(Math.ceil(bytes / 1024 / 1024));
  throw new Refusal('file-too-large', { file: fileName, sizeMb: mb(size), limitMb: mb(LARGEST_CONTACT_FILE_BYTES) });
}

/**
 * What the file is, is told by its content. Refuses with `file-empty`, `file-too-large`, `file-binary`, `file-encoding-unknown`,
 * `format-unsupported`, `list-unclosed` and `list-without-contacts`; throws nothing else, whatever the bytes are.
 */
export function readContactList(file: { readonly fileName: string; readonly bytes: Uint8Array }): ContactTable {
  const { fileName, bytes } = file;
  requireSize(fileName, bytes.length);
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  const other = FOREIGN.find((signature) => start.startsWith(signature.bytes));
  if (other) throw foreign(fileName, other.format);
  const text = decodeList(fileName, bytes);
  if (looksLikeVcard(text)) return readVcard(fileName, text);
  if (MARKUP.test(text.slice(0, 200))) throw foreign(fileName, listFormats.markup);
  return readCsv(fileName, text);
}
