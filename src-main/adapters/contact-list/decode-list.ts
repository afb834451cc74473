/**
 * Bytes of a list as text. Beside the decoder of adapters/import, because no adapter imports another and core has no TextDecoder; and
 * stricter: Windows-1252 leaves five bytes unused, and a list that uses them was written by DOS ("ü" is 0x81 there). Such a list is
 * refused, because its names would come out wrong without anybody noticing.
 */
import { Refusal } from '../../contract/shared/errors.ts';

const UNUSED_IN_1252 = /[\u0081\u008d\u008f\u0090\u009d]/;
/** No text holds these; tab, line ends, form feed and Ctrl-Z at the end of old files are fine. */
const BINARY = /[\u0000-\u0008\u000e-\u0019\u001c-\u001f]/;

/** Undefined when the bytes are not of this encoding. A byte order mark is taken off. */
function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** By the byte order mark, else by where zero bytes stand: Latin letters in UTF-16 have one each. */
function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 4000);
  const zerosAt = (rest: number): number => sample.filter((byte, at) => byte === 0 && at % 2 === rest).length;
  const [even, odd] = [zerosAt(0), zerosAt(1)];
  if (odd > sample.length * 0.35 && even < sample.length * 0.025) return 'utf-16le';
  if (even > sample.length * 0.35 && odd < sample.length * 0.025) return 'utf-16be';
  return undefined;
}

function decode1252(bytes: Uint8Array): string | undefined {
  const text = decode(bytes, 'windows-1252');
  return text === undefined || UNUSED_IN_1252.test(text) ? undefined : text;
}

/** Refuses with `file-encoding-unknown` or `file-binary`. */
export function decodeList(fileName: string, bytes: Uint8Array): string {
  const wide = utf16(bytes);
  const text = wide ? decode(bytes, wide) : (decode(bytes, 'utf-8') ?? decode1252(bytes));
  // Bytes of a picture are no text in any encoding; the sentence about encodings would send the person the wrong way.
  if (BINARY.test(text ?? Buffer.from(bytes).toString('latin1'))) {
    throw new Refusal(wide && text === undefined ? 'file-encoding-unknown' : 'file-binary', { file: fileName });
  }
  if (text === undefined) throw new Refusal('file-encoding-unknown', { file: fileName });
  return text;
}

/** Bytes of one value whose property names an encoding; an unknown name is read as UTF-8 or Windows-1252. */
export function decodeValue(bytes: Uint8Array, charset: string): string {
  const named = charset === '' ? undefined : decode(bytes, charset);
  return named ?? decode(bytes, 'utf-8') ?? decode(bytes, 'windows-1252') ?? '';
}
