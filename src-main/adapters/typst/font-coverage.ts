/** Which characters a TrueType font can draw: its `cmap` table (OpenType 1.9, formats 4 and 12). */

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function tableOffset(font: DataView, tag: string): number {
  const count = font.getUint16(4);
  for (let index = 0; index < count; index += 1) {
    const at = 12 + index * 16;
    const name = String.fromCharCode(
      font.getUint8(at),
      font.getUint8(at + 1),
      font.getUint8(at + 2),
      font.getUint8(at + 3),
    );
    if (name === tag) return font.getUint32(at + 8);
  }
  throw new Error(`font without ${tag} table`);
}

function readFormat4(font: DataView, at: number, covered: Set<number>): void {
  const segments = font.getUint16(at + 6) / 2;
  const ends = at + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const ranges = deltas + segments * 2;
  for (let segment = 0; segment < segments; segment += 1) {
    const start = font.getUint16(starts + segment * 2);
    const end = font.getUint16(ends + segment * 2);
    const delta = font.getUint16(deltas + segment * 2);
    const rangeAt = ranges + segment * 2;
    const range = font.getUint16(rangeAt);
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const glyph = range === 0 ? (code + delta) & 0xffff : font.getUint16(rangeAt + range + (code - start) * 2);
      if (glyph !== 0) covered.add(code);
    }
  }
}

function readFormat12(font: DataView, at: number, covered: Set<number>): void {
  const groups = font.getUint32(at + 12);
  for (let group = 0; group < groups; group += 1) {
    const start = font.getUint32(at + 16 + group * 12);
    const end = font.getUint32(at + 20 + group * 12);
    for (let code = start; code <= end; code += 1) covered.add(code);
  }
}

/** Code points the font has a glyph for. Throws on files that are no TrueType fonts. */
export function coveredCodePoints(bytes: Uint8Array): ReadonlySet<number> {
  const font = view(bytes);
  const cmap = tableOffset(font, 'cmap');
  const covered = new Set<number>();
  const count = font.getUint16(cmap + 2);
  for (let index = 0; index < count; index += 1) {
    const at = cmap + font.getUint32(cmap + 8 + index * 8);
    const format = font.getUint16(at);
    if (format === 4) readFormat4(font, at, covered);
    else if (format === 12) readFormat12(font, at, covered);
  }
  return covered;
}
