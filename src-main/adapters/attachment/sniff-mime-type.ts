/** What a file is, told by its content. */
import { isNamedPdf, isPdfFrom } from '../formats/file-obstacle.ts';
import { archiveType } from './archive-type.ts';
import { oleType } from './ole-type.ts';
import { textType } from './text-type.ts';

const UNKNOWN = 'application/octet-stream';
/** PDF readers look for the mark this far, because some printers write a heading before it. */
const PDF_MARK_WITHIN = 1024;

function beginsWith(bytes: Uint8Array, signature: readonly number[], at = 0): boolean {
  return signature.every((value, index) => bytes[at + index] === value);
}
const ascii = (text: string): number[] => [...text].map((sign) => sign.charCodeAt(0));

const SIGNATURES: readonly { readonly type: string; readonly starts: (bytes: Uint8Array) => boolean }[] = [
  { type: 'image/png', starts: (bytes) => beginsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { type: 'image/jpeg', starts: (bytes) => beginsWith(bytes, [0xff, 0xd8, 0xff]) },
  { type: 'image/gif', starts: (bytes) => beginsWith(bytes, ascii('GIF87a')) || beginsWith(bytes, ascii('GIF89a')) },
  { type: 'image/webp', starts: (bytes) => beginsWith(bytes, ascii('RIFF')) && beginsWith(bytes, ascii('WEBP'), 8) },
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function isPdf(bytes: Uint8Array, fileName: string): boolean {
  const at = Buffer.from(bytes.subarray(0, PDF_MARK_WITHIN)).indexOf('%PDF-');
  return at !== -1 && (isPdfFrom(bytes, at) || isNamedPdf(fileName));
}

/**
 * MIME type by content; `application/octet-stream` when nothing fits, for an empty file, too. The name only tells CSV and Markdown from
 * other text, whose content is the same, and a broken PDF from a sentence about one. Unpacks nothing and takes milliseconds for any size; never throws.
 */
export function sniffMimeType(bytes: Uint8Array, fileName: string): string {
  if (bytes.length === 0) return UNKNOWN;
  const known = SIGNATURES.find(({ starts }) => starts(bytes));
  if (known) return known.type;
  if (beginsWith(bytes, ZIP) || beginsWith(bytes, EMPTY_ZIP)) return archiveType(bytes);
  if (beginsWith(bytes, OLE)) return oleType(bytes);
  if (isPdf(bytes, fileName)) return 'application/pdf';
  return textType(bytes, fileName) ?? UNKNOWN;
}
