/** Bytes of a text file as text: UTF-8, UTF-16 (with and without mark) and Windows-1252 (the Windows form of Latin-1). */
import { Refusal } from '../../contract/shared/errors.ts';

/** Share of zero bytes at even and odd places tells UTF-16 without a byte order mark. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4000);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample.length; at += 1) {
    if (sample[at] === 0) {
      if (at % 2 === 0) even += 1;
      else odd += 1;
    }
  }
  const half = sample.length / 2;
  if (bytes.length % 2 !== 0 || half === 0) return null;
  if (odd > half * 0.7 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.7 && odd < half * 0.05) return 'utf-16be';
  return null;
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Control characters that no text holds (tab, line ends and form feed are fine). */
function hasControls(text: string): boolean {
  return /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f]/.test(text);
}

/** Null where no encoding known here fits. */
export function decodeBytes(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  const utf16 = marked ?? utf16WithoutMark(bytes);
  return utf16 ? decode(bytes, utf16) : (decode(bytes, 'utf-8') ?? decode(bytes, 'windows-1252'));
}

/** @throws Refusal `file-encoding-unknown`, `file-binary` */
export function requirePlainText(fileName: string, text: string | null): string {
  if (text === null) throw new Refusal('file-encoding-unknown', { file: fileName });
  if (hasControls(text)) throw new Refusal('file-binary', { file: fileName });
  return text;
}

export const decodeText = (fileName: string, bytes: Uint8Array): string =>
  requirePlainText(fileName, decodeBytes(bytes));
