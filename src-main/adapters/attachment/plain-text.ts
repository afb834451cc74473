/** Bytes of a text file as text. A search rather reads a wrong letter than nothing, so any bytes give a text. */

const attempt = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

export function markedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/** UTF-16 with its mark, UTF-8, else Windows-1252. */
export function plainText(bytes: Uint8Array): string {
  const wide = markedUtf16(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  return attempt(bytes, 'utf-8') ?? new TextDecoder('windows-1252').decode(bytes);
}
