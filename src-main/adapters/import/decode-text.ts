/** Text of a file whose words are taken over; refuses what is none. */
import { Refusal } from '../../contract/shared/errors.ts';
import { decodeText as decoded, isBinary } from '../formats/text.ts';

/** Null where no encoding known here fits. */
export const decodeBytes = (bytes: Uint8Array): string | null => decoded(bytes)?.text ?? null;

/** @throws Refusal `file-encoding-unknown`, `file-binary` */
export function requirePlainText(fileName: string, bytes: Uint8Array, text: string | null): string {
  // Bytes of a picture are no text in any encoding; the sentence about encodings would send the person the wrong way.
  if (isBinary(bytes, text)) throw new Refusal('file-binary', { file: fileName });
  if (text === null) throw new Refusal('file-encoding-unknown', { file: fileName });
  return text;
}

export const decodeText = (fileName: string, bytes: Uint8Array): string =>
  requirePlainText(fileName, bytes, decodeBytes(bytes));
