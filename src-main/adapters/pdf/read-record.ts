/** The record inside one of our PDFs. */
import { Refusal } from '../../contract/shared/errors.ts';
import { documentKinds } from '../../contract/import/texts-de.ts';
import { openPdf } from '../formats/pdf/open-pdf.ts';
import { STATEMENT_SCHEMA } from '../../record/statement-record.ts';

const LARGEST_RECORD = 50 * 1024 * 1024;

/** Only asked of what could not be opened: how its objects are locked stands in the trailer in plain sight. */
const saysEncrypted = (bytes: Uint8Array): boolean =>
  /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'),
  );

/** Refuses with `file-encrypted`, with `document-unreadable` or `contents-too-large` when it cannot be read here, with `record-missing` when no record travels in it. */
export async function readRecordFromPdf(fileName: string, bytes: Uint8Array): Promise<string> {
  let attachments: [string, Uint8Array | null][];
  try {
    const pdf = await openPdf(bytes, fileName);
    if (pdf.isEncrypted && !pdf.isAuthenticated) throw new Refusal('file-encrypted', { file: fileName });
    attachments = [...pdf.getAttachments().keys()]
      .filter((name) => name.endsWith('.json'))
      .map((name) => [name, pdf.getAttachment(name)]);
  } catch (cause) {
    if (saysEncrypted(bytes)) throw new Refusal('file-encrypted', { file: fileName }, { cause });
    if (cause instanceof Refusal) throw cause;
    throw new Refusal('document-unreadable', { file: fileName, format: documentKinds.pdf }, { cause });
  }
  for (const [, content] of attachments) {
    if (!content || content.length > LARGEST_RECORD) continue;
    const text = new TextDecoder().decode(content);
    if (text.includes(STATEMENT_SCHEMA)) return text;
  }
  throw new Refusal('record-missing', { file: fileName });
}
