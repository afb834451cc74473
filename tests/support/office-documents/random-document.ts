/** Documents of any structure, with what must become of each of their words: no word stands in them twice. */
import fc from 'fast-check';
import {
  control,
  deleted,
  field,
  fieldBegin,
  fieldEnd,
  fieldMiddle,
  inserted,
  level,
  listed,
  note,
  noteMark,
  oneList,
  p,
  r,
  run,
  shapeBox,
  tbl,
  tc,
  tickBox,
  tr,
  vmlBox,
  wordDocument,
} from './word-xml.ts';

type Span =
  | { readonly kind: 'text'; readonly look: string }
  | { readonly kind: 'gone'; readonly as: 'struck' | 'hidden' | 'deleted' }
  | { readonly kind: 'sign'; readonly xml: string }
  | { readonly kind: 'instruction' }
  | { readonly kind: 'formula' }
  | { readonly kind: 'around'; readonly as: keyof typeof WRAPPERS; readonly content: readonly Span[] }
  | { readonly kind: 'box'; readonly as: keyof typeof BOXES; readonly content: readonly Part[] }
  | { readonly kind: 'note'; readonly content: readonly Part[] };
type Part =
  | {
      readonly kind: 'paragraph';
      readonly properties: string;
      readonly goesOn: boolean;
      readonly content: readonly Span[];
    }
  | { readonly kind: 'group'; readonly content: readonly Part[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Part[])[])[] };

export type RandomDocument = readonly Part[];

const WRAPPERS = {
  field: (xml: string) => field('QUOTE', xml),
  simpleField: (xml: string) => `<w:fldSimple w:instr=" QUOTE ">${xml}</w:fldSimple>`,
  link: (xml: string) => `<w:hyperlink w:anchor="ziel">${xml}</w:hyperlink>`,
  control: (xml: string) => control(xml),
  inserted,
  tag: (xml: string) => `<w:smartTag w:element="x">${xml}</w:smartTag>`,
} as const;
const BOXES = {
  shape: (xml: string) => shapeBox(xml),
  both: (xml: string) => shapeBox(xml, xml),
  vml: vmlBox,
} as const;
const GONE = { struck: '<w:strike/>', hidden: '<w:vanish/>' } as const;
const SIGNS = ['<w:tab/>', '<w:br/>', '<w:cr/>', '<w:br w:type="page"/>', '<w:softHyphen/>', '<w:noBreakHyphen/>'];

const { document } = fc.letrec<{ span: Span; part: Part; document: RandomDocument }>((tie) => {
  const spans = fc.array(tie('span'), { maxLength: 3 });
  const parts = fc.array(tie('part'), { maxLength: 2 });
  const leaf = { maxDepth: 4, depthSize: 'small' } as const;
  return {
    span: fc.oneof(
      leaf,
      fc.record({
        kind: fc.constant('text' as const),
        look: fc.constantFrom(
          '',
          '',
          '<w:b/>',
          '<w:i/>',
          '<w:vertAlign w:val="superscript"/>',
          '<w:strike w:val="0"/>',
        ),
      }),
      fc.record({ kind: fc.constant('gone' as const), as: fc.constantFrom('struck', 'hidden', 'deleted') }),
      fc.record({
        kind: fc.constant('sign' as const),
        xml: fc.constantFrom(...SIGNS.map((xml) => run(xml)), tickBox(true)),
      }),
      fc.constant({ kind: 'instruction' as const }),
      fc.constant({ kind: 'formula' as const }),
      fc.record({
        kind: fc.constant('around' as const),
        as: fc.constantFrom('field', 'simpleField', 'link', 'control', 'inserted', 'tag'),
        content: spans,
      }),
      fc.record({ kind: fc.constant('box' as const), as: fc.constantFrom('shape', 'both', 'vml'), content: parts }),
      fc.record({ kind: fc.constant('note' as const), content: parts }),
    ),
    part: fc.oneof(
      leaf,
      fc.record({
        kind: fc.constant('paragraph' as const),
        properties: fc.constantFrom('', '', '<w:pStyle w:val="Heading1"/>', listed(1, 0), listed(1, 1), listed(1, 2)),
        goesOn: fc.integer({ min: 0, max: 5 }).map((value) => value === 0),
        content: spans,
      }),
      fc.record({ kind: fc.constant('group' as const), content: parts }),
      fc.record({
        kind: fc.constant('table' as const),
        rows: fc.array(fc.array(parts, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }),
      }),
    ),
    document: fc.array(tie('part'), { minLength: 1, maxLength: 4 }),
  };
});
export const randomDocument = document;

export interface Written {
  readonly bytes: Uint8Array;
  /** Words of the text in their order; boxes behind the paragraph they hang on. */
  readonly shown: readonly string[];
  /** Words of each note. */
  readonly notes: readonly (readonly string[])[];
  /** Words that must be named, by kind. */
  readonly gone: Readonly<Record<'struck' | 'hidden' | 'deleted', string[]>>;
}

class Writer {
  readonly gone = { struck: [] as string[], hidden: [] as string[], deleted: [] as string[] };
  readonly notes: { readonly xml: string; readonly words: readonly string[] }[] = [];
  shown: string[] = [];
  #boxWords: string[] = [];
  #count = 0;
  #isNote = false;

  #word(): string {
    this.#count += 1;
    return `wort${this.#count}`;
  }

  /** The words of a story of its own. */
  story(parts: readonly Part[]): { readonly xml: string; readonly words: readonly string[] } {
    const around = [this.shown, this.#boxWords] as const;
    this.shown = [];
    this.#boxWords = [];
    const xml = this.parts(parts) + '<w:p/>';
    const words = [...this.shown, ...this.#boxWords];
    [this.shown, this.#boxWords] = around;
    return { xml, words };
  }

  #endParagraph(): void {
    this.shown.push(...this.#boxWords);
    this.#boxWords = [];
  }

  parts(parts: readonly Part[]): string {
    return parts.map((part) => this.#part(part)).join('');
  }

  #part(part: Part): string {
    switch (part.kind) {
      case 'group':
        return control(this.parts(part.content));
      case 'paragraph': {
        const mark = part.goesOn ? '<w:rPr><w:del w:id="8" w:author="A"/></w:rPr>' : '';
        const xml = p(this.#spans(part.content), part.properties + mark);
        if (!part.goesOn) this.#endParagraph();
        return xml;
      }
      case 'table': {
        this.#endParagraph();
        const rows = part.rows.map((cells) =>
          tr(
            cells.map((content) => {
              const xml = tc(this.parts(content) + '<w:p/>');
              this.#endParagraph();
              return xml;
            }),
          ),
        );
        return tbl(rows);
      }
    }
  }

  #spans(spans: readonly Span[]): string {
    return spans.map((span) => this.#span(span)).join('');
  }

  #text(): string {
    const word = this.#word();
    this.shown.push(word);
    return `${word} `;
  }

  #span(span: Span): string {
    switch (span.kind) {
      case 'text':
        return r(this.#text(), span.look);
      case 'gone': {
        const word = this.#word();
        this.gone[span.as].push(word);
        return span.as === 'deleted' ? deleted(`${word} `) : r(`${word} `, GONE[span.as]);
      }
      case 'sign':
        return span.xml;
      case 'instruction':
        return fieldBegin('IF') + field('QUOTE', r('unsichtbar ')) + fieldMiddle + r(this.#text()) + fieldEnd;
      case 'formula':
        return `<m:oMath><m:f><m:num><m:r><m:t>${this.#text()}</m:t></m:r></m:num><m:den><m:r><m:t>${this.#text()}</m:t></m:r></m:den></m:f></m:oMath>`;
      case 'around':
        return WRAPPERS[span.as](this.#spans(span.content));
      case 'box': {
        const { xml, words } = this.story(span.content);
        this.#boxWords.push(...words);
        return BOXES[span.as](xml);
      }
      case 'note': {
        // Programs put no note into a note.
        if (this.#isNote) return '';
        this.#isNote = true;
        const at = this.notes.length;
        this.notes.push({ xml: '', words: [] });
        this.notes[at] = this.story(span.content);
        this.#isNote = false;
        return noteMark('footnote', at + 2) + r(' ');
      }
    }
  }
}

const LIST = oneList(level(0, 'decimal', '%1.'), level(1, 'lowerLetter', '%2)'), level(2, 'decimal', '%1.%2.%3'));

export function written(parts: RandomDocument): Written {
  const writer = new Writer();
  const { xml, words } = writer.story(parts);
  const footnotes = writer.notes.map((one, at) => note('footnote', at + 2, one.xml)).join('');
  return {
    bytes: wordDocument(xml, { numbering: LIST, footnotes }),
    shown: words,
    notes: writer.notes.map((one) => one.words),
    gone: writer.gone,
  };
}
