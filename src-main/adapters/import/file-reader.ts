/** What a file holds, told by its first bytes; the name only tells a broken PDF from a sentence about one. */
import { Refusal } from '../../contract/shared/errors.ts';
import { brokenOff, notImportable } from '../../contract/import/texts-de.ts';
import type { FileReader, FileReading } from '../../core/ports/ports.ts';
import {
  brokenOffArchive,
  displacedHead,
  isEncryptedPackage,
  isNamedPdf,
  isPdfFrom,
} from '../formats/file-obstacle.ts';
import { decodeBytes, requirePlainText } from './decode-text.ts';
import { foreignText } from './foreign-text.ts';
import { isRecord } from './json-record.ts';
import { requireReadableSize } from './readable-size.ts';

export interface FormatReaders {
  readonly pdfRecord: (fileName: string, bytes: Uint8Array) => Promise<string>;
  readonly docx: (fileName: string, bytes: Uint8Array) => FileReading | Promise<FileReading>;
  readonly odt: (fileName: string, bytes: Uint8Array) => FileReading | Promise<FileReading>;
  readonly mimeTypeOf: (fileName: string, bytes: Uint8Array) => string;
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  return [...signature].every((sign, index) => bytes[index] === sign.charCodeAt(0));
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Package of an office document, whatever its parts are called. */
const hasContentTypes = (bytes: Uint8Array): boolean => asBuffer(bytes).includes('[Content_Types].xml');

async function displacedRecord(
  { pdfRecord }: Pick<FormatReaders, 'pdfRecord'>,
  fileName: string,
  bytes: Uint8Array,
  at: number,
): Promise<string> {
  // Places in the file are counted from the head by most writers, from the first byte by some.
  for (const part of [bytes.subarray(at), bytes]) {
    try {
      return await pdfRecord(fileName, part);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'document-unreadable') throw error;
    }
  }
  throw new Refusal('pdf-head-displaced', { file: fileName, count: at });
}

function refuseFormat(fileName: string, mimeType: string): void {
  const known = notImportable(mimeType);
  if (known) throw new Refusal('format-not-importable', { file: fileName, ...known });
}

/** Refuses by its name what cannot be read here: it is neither damaged nor the text of a paper. */
export function refuseByName(fileName: string, bytes: Uint8Array, mimeType: string): void {
  if (isEncryptedPackage(bytes)) throw new Refusal('file-encrypted', { file: fileName });
  const end = brokenOffArchive(bytes);
  if (end !== null) throw new Refusal('format-not-importable', { file: fileName, ...brokenOff[end] });
  if (mimeType === 'application/zip' && hasContentTypes(bytes)) return;
  refuseFormat(fileName, mimeType);
}

export function createFileReader(formats: FormatReaders): FileReader {
  return {
    read: async ({ fileName, bytes }) => {
      requireReadableSize(fileName, bytes.length);
      if (isPdfFrom(bytes, 0) || (isNamedPdf(fileName) && startsWith(bytes, '%PDF-'))) {
        return { kind: 'record', json: await formats.pdfRecord(fileName, bytes), source: 'pdf' };
      }
      const head = displacedHead(bytes);
      if (head !== null)
        return { kind: 'record', json: await displacedRecord(formats, fileName, bytes, head), source: 'pdf' };
      const mimeType = formats.mimeTypeOf(fileName, bytes);
      if (mimeType === 'application/vnd.oasis.opendocument.text') return formats.odt(fileName, bytes);
      refuseByName(fileName, bytes, mimeType);
      if (startsWith(bytes, 'PK\u0003\u0004')) return formats.docx(fileName, bytes);
      // Before the words are looked at: what another program wrote may hold signs that no text holds.
      const decoded = decodeBytes(bytes);
      const foreign = decoded === null ? undefined : foreignText(decoded);
      if (foreign !== undefined) refuseFormat(fileName, foreign);
      const text = requirePlainText(fileName, bytes, decoded);
      return isRecord(fileName, text)
        ? { kind: 'record', json: text, source: 'record' }
        : { kind: 'text', text, source: 'text' };
    },
  };
}
