/** What can carry a signature: a PDF or a Word document, told by its bytes and not by its name. */
import { Refusal } from '../../contract/shared/errors.ts';
import { DOCX_TYPE, PDF_TYPE } from '../print/statement-files.ts';
import type { Ports } from '../ports/ports.ts';

export interface NamedBytes {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export function signableFormat(ports: Pick<Ports, 'mimeTypeOf'>, file: NamedBytes): 'pdf' | 'docx' | 'other' {
  const type = ports.mimeTypeOf(file);
  if (type === PDF_TYPE) return 'pdf';
  return type === DOCX_TYPE ? 'docx' : 'other';
}

/** Refuses with `format-unsupported`. */
export function requireSignable(ports: Pick<Ports, 'mimeTypeOf'>, file: NamedBytes): 'pdf' | 'docx' {
  if (file.bytes.length === 0) throw new Refusal('file-empty', { file: file.fileName });
  const format = signableFormat(ports, file);
  if (format === 'other') throw new Refusal('format-unsupported', { format: file.fileName, formats: ['PDF', 'DOCX'] });
  return format;
}
