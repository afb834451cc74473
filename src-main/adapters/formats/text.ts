/** Bytes of a text file as text: one decoder for everything that people hand over as text. */

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const SAMPLE_BYTES = 4000;
/** Five bytes that Windows-1252 leaves unused; "ü" is one of them in the character sets of DOS. */
const UNUSED_IN_1252 = /[\u0081\u008d\u008f\u0090\u009d]/;
/** No text holds these; tab, line ends, form feed, escape and the Ctrl-Z at the end of old files are fine. */
const BINARY = /[\u0000-\u0008\u000e-\u0019\u001c-\u001f]/;

/** By the byte order mark alone. */
export function markedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** Without a mark, by where zero bytes stand: Latin letters in UTF-16 have one each. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (sample.length === 0 || bytes.length % 2 !== 0) return null;
  let [even, odd] = [0, 0];
  sample.forEach((byte, at) => {
    if (byte !== 0) return;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  });
  if (odd > sample.length * 0.35 && even < sample.length * 0.025) return 'utf-16le';
  return even > sample.length * 0.35 && odd < sample.length * 0.025 ? 'utf-16be' : null;
}

/** In this encoding, strictly and without a byte order mark; null where the bytes are not of it, or its name is unknown. */
export function decodeAs(bytes: Uint8Array, encoding: string, stream = false): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream });
  } catch {
    return null;
  }
}

/** `stream`: the bytes are the beginning of more, and may end within a sign. */
function decode1252(bytes: Uint8Array, stream: boolean): string | null {
  const text = decodeAs(bytes, 'windows-1252', stream);
  return text === null || UNUSED_IN_1252.test(text) ? null : text;
}

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncodingName;
}

/**
 * UTF-16 (with and without mark), UTF-8, else Windows-1252. Null where none of them fits: what a DOS program wrote would come out with wrong
 * letters, and nobody would notice. `stream`: the bytes are the beginning of more.
 */
export function decodeText(bytes: Uint8Array, { stream = false } = {}): DecodedText | null {
  const wide = markedUtf16(bytes) ?? unmarkedUtf16(bytes);
  for (const encoding of wide ? [wide] : (['utf-8', 'windows-1252'] as const)) {
    const text = encoding === 'windows-1252' ? decode1252(bytes, stream) : decodeAs(bytes, encoding, stream);
    if (text !== null) return { text, encoding };
  }
  return null;
}

/** Whether these are the bytes of a picture or a program, whatever encoding one tries. `text`: what `decodeText` made of them. */
export function isBinary(bytes: Uint8Array, text: string | null): boolean {
  // Half a sign behind the mark of UTF-16 is an encoding gone wrong, no picture.
  if (text === null && markedUtf16(bytes) !== null) return false;
  return BINARY.test(text ?? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'));
}
