/** Every content stream of a file – pages, and the drawings put into them – with what it shows, and the fonts it shows it in. */
import { contentOperations, type Operation } from './content-operations.ts';
import { contentRuns, type GlyphRun } from './content-runs.ts';
import type { PlainPdf } from './plain-pdf.ts';
import { isDict, Ref, Stream, type Dict } from './plain-values.ts';
import { readUnicodeMap } from './unicode-map.ts';

/** Read into operators when somebody asks for them: most files need it once. */
export class ShownContent {
  readonly ref: Ref;
  readonly stream: Stream;
  readonly bytes: Uint8Array;
  /** Object number of the page; null for a drawing. */
  readonly page: number | null;
  /** Object numbers of the fonts by their names here. */
  readonly fonts: ReadonlyMap<string, number>;
  #operations: readonly Operation[] | undefined;
  #runs: readonly GlyphRun[] | undefined;

  constructor(ref: Ref, stream: Stream, bytes: Uint8Array, page: number | null, fonts: ReadonlyMap<string, number>) {
    this.ref = ref;
    this.stream = stream;
    this.bytes = bytes;
    this.page = page;
    this.fonts = fonts;
  }

  get operations(): readonly Operation[] {
    return (this.#operations ??= contentOperations(this.bytes));
  }
  get runs(): readonly GlyphRun[] {
    return (this.#runs ??= contentRuns(this.operations));
  }
}
export interface ShownFont {
  readonly ref: Ref;
  readonly dict: Dict;
  readonly signs: ReadonlyMap<number, string>;
}
export interface Shown {
  readonly contents: readonly ShownContent[];
  readonly fonts: ReadonlyMap<number, ShownFont>;
}

export function shownContents(pdf: PlainPdf): Shown {
  const contents: ShownContent[] = [];
  const fonts = new Map<number, ShownFont>();
  const seen = new Set<number>();

  const fontsIn = (resources: Dict | null): Map<string, number> => {
    const named = new Map<string, number>();
    for (const [name, ref] of (resources && pdf.dict(resources, 'Font')) ?? []) {
      const dict = pdf.resolve(ref);
      if (!(ref instanceof Ref) || !isDict(dict)) throw new Error(`font ${name} is no object`);
      named.set(name, ref.number);
      if (fonts.has(ref.number)) continue;
      const map = pdf.get(dict, 'ToUnicode');
      const signs = map instanceof Stream ? readUnicodeMap(pdf.unpacked(map)) : new Map<number, string>();
      fonts.set(ref.number, { ref, dict, signs });
    }
    return named;
  };
  const read = (ref: Ref, resources: Dict | null, page: number | null): void => {
    if (seen.has(ref.number)) return;
    seen.add(ref.number);
    const stream = pdf.resolve(ref);
    if (!(stream instanceof Stream)) throw new Error('a content is no stream');
    contents.push(new ShownContent(ref, stream, pdf.unpacked(stream), page, fontsIn(resources)));
    for (const [name, drawing] of (resources && pdf.dict(resources, 'XObject')) ?? []) {
      const found = pdf.resolve(drawing);
      if (!(drawing instanceof Ref) || !(found instanceof Stream)) throw new Error(`drawing ${name} is missing`);
      if (pdf.nameOf(found.dict, 'Subtype') === 'Form') read(drawing, pdf.dict(found.dict, 'Resources'), null);
    }
  };
  for (const { ref, page } of pdf.pages()) {
    const content = page.get('Contents');
    // An empty page has none.
    if (content === undefined) continue;
    if (!(content instanceof Ref)) throw new Error('a page has its content in pieces');
    read(content, pdf.dict(page, 'Resources'), ref.number);
  }
  return { contents, fonts };
}
