/** What a file holds, told by its first bytes, never by its name. */
import { STATEMENT_SCHEMA } from '../../contract/statement-record.ts';
import type { FileReader, FileReading } from '../../core/ports.ts';
import { decodeText } from './decode-text.ts';
import { requireReadableSize } from './readable-size.ts';

export interface FormatReaders {
  readonly pdfRecord: (fileName: string, bytes: Uint8Array) => Promise<string>;
  readonly docx: (fileName: string, bytes: Uint8Array) => Promise<FileReading>;
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  return [...signature].every((sign, index) => bytes[index] === sign.charCodeAt(0));
}

export function createFileReader(formats: FormatReaders): FileReader {
  return {
    read: async ({ fileName, bytes }) => {
      requireReadableSize(fileName, bytes.length);
      if (startsWith(bytes, '%PDF-')) {
        return { kind: 'record', json: await formats.pdfRecord(fileName, bytes), source: 'pdf' };
      }
      if (startsWith(bytes, 'PK\u0003\u0004')) return formats.docx(fileName, bytes);
      const text = decodeText(fileName, bytes);
      // A broken-off record may have lost its schema name; it must not pass for the text of a paper.
      const isRecord = text.includes(STATEMENT_SCHEMA) ? text.trimStart().startsWith('{') : /^\s*\{\s*"/.test(text);
      return isRecord ? { kind: 'record', json: text, source: 'record' } : { kind: 'text', text, source: 'text' };
    },
  };
}
