/** What a tagged PDF says to who reads it: its elements in the order of reading, each with its text (ISO 32000-1, 14.7 and 14.8). */
import type { GlyphRun } from './content-runs.ts';
import type { PlainPdf } from './plain-pdf.ts';
import { isArray, isDict, Ref, type Dict, type Value } from './plain-values.ts';
import type { Shown, ShownContent } from './shown-contents.ts';

/** The same words twice: as the glyphs' own signs, and with the texts that replace them. */
export interface ReadText {
  readonly signs: string;
  readonly spoken: string;
}
export interface ReadElement {
  /** Standard type, such as H2, TH, LBody. */
  readonly type: string;
  readonly attributes: readonly Dict[];
  readonly kids: readonly (ReadElement | ReadText)[];
}

export const isElement = (kid: ReadElement | ReadText): kid is ReadElement => 'type' in kid;
const DEEPEST = 200;

function textOf(runs: readonly GlyphRun[], content: ShownContent, shown: Shown): ReadText {
  let signs = '';
  let spoken = '';
  let last: GlyphRun['replaced'] = null;
  for (const { font, codes, replaced } of runs) {
    const map = shown.fonts.get(content.fonts.get(font) ?? -1)?.signs;
    // U+FFFD: what a reader shows for a glyph without a sign.
    const own = codes.map((code) => map?.get(code) ?? '\ufffd').join('');
    signs += own;
    if (!replaced) spoken += own;
    else if (replaced !== last) spoken += replaced.text;
    last = replaced;
  }
  return { signs, spoken };
}

/** By page and number of the marked content; artifacts under the page alone, in the order of the file. */
export function textsByPlace(shown: Shown): ReadonlyMap<string, ReadText> {
  const places = new Map<string, ReadText>();
  for (const content of shown.contents) {
    if (content.page === null) continue;
    const runs = new Map<string, GlyphRun[]>();
    for (const run of content.runs) {
      const place = run.mcid === null ? `${content.page}` : `${content.page} ${run.mcid}`;
      const known = runs.get(place);
      if (known) known.push(run);
      else runs.set(place, [run]);
    }
    for (const [place, list] of runs) places.set(place, textOf(list, content, shown));
  }
  return places;
}

export function structureRead(pdf: PlainPdf, texts: ReadonlyMap<string, ReadText>): readonly ReadElement[] {
  const root = pdf.dict(pdf.catalog, 'StructTreeRoot');
  if (!root) return [];
  const roles = pdf.dict(root, 'RoleMap');
  const standard = (type: string): string => {
    let found = type;
    for (let step = 0; roles && step < 8; step += 1) found = pdf.nameOf(roles, found) ?? found;
    return found;
  };
  const listed = (value: Value | undefined): readonly Value[] => {
    const found = pdf.resolve(value);
    return isArray(found) ? found : found === null ? [] : [value ?? null];
  };
  const kid = (value: Value, page: Value | undefined, depth: number): (ReadElement | ReadText)[] => {
    const found = pdf.resolve(value);
    const text = (on: Value | undefined, mcid: number): ReadText[] => {
      const read = on instanceof Ref ? texts.get(`${on.number} ${mcid}`) : undefined;
      return read ? [read] : [];
    };
    if (typeof found === 'number') return text(page, found);
    if (!isDict(found) || depth > DEEPEST) return [];
    const mcid = found.get('MCID');
    if (typeof mcid === 'number') return text(found.get('Pg') ?? page, mcid);
    const type = pdf.nameOf(found, 'S');
    return type === null ? [] : [element(found, standard(type), found.get('Pg') ?? page, depth)];
  };
  const element = (dict: Dict, type: string, page: Value | undefined, depth: number): ReadElement => ({
    type,
    attributes: listed(dict.get('A'))
      .map((each) => pdf.resolve(each))
      .filter(isDict),
    kids: listed(dict.get('K')).flatMap((each) => kid(each, page, depth + 1)),
  });
  return listed(root.get('K')).flatMap((each) => kid(each, undefined, 0).filter(isElement));
}
