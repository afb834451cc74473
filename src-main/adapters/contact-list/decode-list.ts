/** Text of a list, and of single values in it that name an encoding of their own. */
import { Refusal } from '../../contract/shared/errors.ts';
import { decodeAs, decodeText, isBinary } from '../formats/text.ts';

/** Refuses with `file-encoding-unknown` or `file-binary`. */
export function decodeList(fileName: string, bytes: Uint8Array): string {
  const text = decodeText(bytes)?.text ?? null;
  if (isBinary(bytes, text)) throw new Refusal('file-binary', { file: fileName });
  if (text === null) throw new Refusal('file-encoding-unknown', { file: fileName });
  return text;
}

/** Bytes of one value whose property names an encoding; an unknown name is read as UTF-8 or Windows-1252. */
export function decodeValue(bytes: Uint8Array, charset: string): string {
  const named = charset === '' ? null : decodeAs(bytes, charset);
  return named ?? decodeAs(bytes, 'utf-8') ?? decodeAs(bytes, 'windows-1252') ?? '';
}
