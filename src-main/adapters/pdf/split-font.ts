/** Further codes for glyphs a font has already: where one glyph stands for two signs, each sign gets a code of its own (ISO 32000-1, 9.7.4). */
import type { AppendedUpdate } from './appended-update.ts';
import { packed } from './packed-stream.ts';
import type { PlainPdf } from './plain-pdf.ts';
import { isArray, isDict, withEntries, type Dict, type Ref, type Value } from './plain-values.ts';

/** The list of widths says: from a code on, one after the other; or from one code to another, all the same (9.7.4.3). */
function widthOf(widths: readonly Value[], code: number): Value {
  for (let at = 0; at < widths.length;) {
    const [first, second] = [Number(widths[at]), widths[at + 1]];
    if (isArray(second)) {
      const width = second[code - first];
      if (code >= first && width !== undefined) return width;
      at += 2;
    } else {
      if (code >= first && code <= Number(second)) return widths[at + 2] ?? 0;
      at += 3;
    }
  }
  return 0;
}

/** The entries of the font that differ. `twins`: new codes with those whose glyph they draw. */
export function splitFont(
  pdf: PlainPdf,
  update: AppendedUpdate,
  font: Dict,
  twins: ReadonlyMap<number, number>,
): Record<string, Value> {
  const descendant = pdf.resolve(pdf.array(font, 'DescendantFonts')[0]);
  if (!isDict(descendant)) throw new Error('a font without glyphs');
  const descriptor = pdf.dict(descendant, 'FontDescriptor');
  if (!descriptor) throw new Error('a font without description');
  const size = Math.max(...twins.keys()) + 1;
  const glyphs = Buffer.alloc(size * 2);
  for (let code = 0; code < size; code += 1) glyphs.writeUInt16BE(twins.get(code) ?? code, code * 2);
  const widths = pdf.array(descendant, 'W');
  // The list of the glyphs inside is optional, and would have to name the new codes.
  const described = new Map([...descriptor].filter(([key]) => key !== 'CIDSet'));
  const split = withEntries(descendant, {
    CIDToGIDMap: update.add(packed(new Map(), glyphs)),
    W: [...widths, ...[...twins].flatMap(([code, twin]): Value[] => [code, [widthOf(widths, twin)]])],
    FontDescriptor: update.add(described),
  });
  return { DescendantFonts: [update.add(split)] satisfies readonly Ref[] };
}
