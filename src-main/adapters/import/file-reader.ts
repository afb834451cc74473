/** What a file holds, told by its first bytes, never by its name. */
import { Refusal } from '../../contract/errors.ts';
import { notImportable } from '../../contract/texts/import-de.ts';
import type { FileReader, FileReading } from '../../core/ports.ts';
import { decodeText } from './decode-text.ts';
import { foreignText } from './foreign-text.ts';
import { isRecord } from './json-record.ts';
import { requireReadableSize } from './readable-size.ts';

const OLE = '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1';

export interface FormatReaders {
  readonly pdfRecord: (fileName: string, bytes: Uint8Array) => Promise<string>;
  readonly docx: (fileName: string, bytes: Uint8Array) => Promise<FileReading>;
  readonly mimeTypeOf: (fileName: string, bytes: Uint8Array) => string;
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  return [...signature].every((sign, index) => bytes[index] === sign.charCodeAt(0));
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Readers look for the head of a PDF this far: mail gateways and print servers write before it. */
const HEAD_WITHIN = 1024;

/** Where the PDF begins behind other bytes; null when it begins at once, or when this is no PDF but speaks of one. */
function displacedHead(bytes: Uint8Array): number | null {
  const file = asBuffer(bytes);
  const at = file.subarray(0, HEAD_WITHIN).indexOf('%PDF-');
  if (at <= 0 || !/^%PDF-\d\.\d\s/.test(file.toString('latin1', at, at + 9))) return null;
  return file.lastIndexOf('startxref') > at ? at : null;
}

/** Office programs keep a document with a password as a stream of this name inside an old container ([MS-OFFCRYPTO], 2.3.4.4). */
const isEncryptedPackage = (bytes: Uint8Array): boolean =>
  asBuffer(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));

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
function refuseByName(fileName: string, bytes: Uint8Array, mimeType: string): void {
  if (startsWith(bytes, OLE) && isEncryptedPackage(bytes)) throw new Refusal('file-encrypted', { file: fileName });
  if (mimeType === 'application/zip' && hasContentTypes(bytes)) return;
  refuseFormat(fileName, mimeType);
}

export function createFileReader(formats: FormatReaders): FileReader {
  return {
    read: async ({ fileName, bytes }) => {
      requireReadableSize(fileName, bytes.length);
      if (startsWith(bytes, '%PDF-')) {
        return { kind: 'record', json: await formats.pdfRecord(fileName, bytes), source: 'pdf' };
      }
      const head = displacedHead(bytes);
      if (head !== null)
        return { kind: 'record', json: await displacedRecord(formats, fileName, bytes, head), source: 'pdf' };
      refuseByName(fileName, bytes, formats.mimeTypeOf(fileName, bytes));
      if (startsWith(bytes, 'PK\u0003\u0004')) return formats.docx(fileName, bytes);
      const text = decodeText(fileName, bytes);
      const foreign = foreignText(text);
      if (foreign !== undefined) refuseFormat(fileName, foreign);
      return isRecord(fileName, text)
        ? { kind: 'record', json: text, source: 'record' }
        : { kind: 'text', text, source: 'text' };
    },
  };
}
