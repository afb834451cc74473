/** Text of a text file for the search, which rather reads a wrong letter than nothing: any bytes give a text. */
import { decodeText, markedUtf16 } from '../formats/text.ts';

export function plainText(bytes: Uint8Array): string {
  const wide = markedUtf16(bytes);
  return wide
    ? new TextDecoder(wide).decode(bytes)
    : (decodeText(bytes)?.text ?? new TextDecoder('windows-1252').decode(bytes));
}
