/**
 * Gives every glyph its own sign. The typesetter maps each glyph of a letter with combining marks to the whole letter and says what differs by
 * replaced text, which one reader doubles and another ignores; some glyphs stay without any sign (DIN 91379; ISO 19005-3, 6.2.11.7.2).
 */
import type { AppendedUpdate } from './appended-update.ts';
import { packed } from './packed-stream.ts';
import type { PlainPdf } from './plain-pdf.ts';
import { withEntries } from './plain-values.ts';
import { rewrittenContent, type SignedGlyph } from './rewritten-content.ts';
import { shownContents, type Shown, type ShownContent } from './shown-contents.ts';
import { splitFont } from './split-font.ts';
import { writtenUnicodeMap } from './unicode-map.ts';

interface Glyph {
  readonly font: number;
  readonly code: number;
  /** What the typesetter says that the letter is which this glyph is a part of. */
  readonly letter: readonly string[];
}

const IGNORED = /\p{Default_Ignorable_Code_Point}/gu;
/** Without what nobody sees, such as a break opportunity; a lone one stays, so that its glyph has a sign. */
function lettersOf(text: string): readonly string[] {
  const seen = text.replace(IGNORED, '');
  return Array.from(seen === '' ? text : seen);
}

const glyphsOf = ({ runs, fonts }: ShownContent, shown: Shown): Glyph[] =>
  runs.flatMap((run) => {
    const font = fonts.get(run.font) ?? -1;
    const signs = shown.fonts.get(font)?.signs;
    return run.codes.map((code) => ({
      font,
      code,
      letter: lettersOf(run.replaced?.text ?? signs?.get(code) ?? ''),
    }));
  });

type Sign = Pick<SignedGlyph, 'sign' | 'letter'>;

/** Base and marks follow each other as they do in the letter. A glyph that draws a whole letter keeps it whole. */
export function signsOf(glyphs: readonly Pick<Glyph, 'code' | 'letter'>[]): Sign[] {
  const signs: Sign[] = [];
  for (let at = 0; at < glyphs.length;) {
    const { letter, code } = glyphs[at] ?? { letter: [], code: 0 };
    const whole = letter.join('');
    let end = at + 1;
    while (end < glyphs.length && glyphs[end]?.letter.join('') === whole) end += 1;
    const count = letter.length;
    const hasMarks = count > 1 && letter.slice(1).every((sign) => /^\p{M}$/u.test(sign));
    const isSplit = hasMarks && (end - at) % count === 0 && glyphs[at + 1]?.code !== code;
    for (let index = at; index < end; index += 1) {
      const part = (index - at) % count;
      signs.push(
        isSplit ? { sign: letter[part] ?? '', letter: part === 0 ? whole : '' } : { sign: whole, letter: null },
      );
    }
    at = end;
  }
  return signs;
}

/** Codes of a font by the sign they stand for; the first sign keeps the code, another one of the same glyph gets a code of its own. */
class Codes {
  readonly signs = new Map<number, string>();
  /** New codes with those whose glyph they draw. */
  readonly twins = new Map<number, number>();
  readonly #byPair = new Map<string, number>();
  #next: number;

  constructor(next: number) {
    this.#next = next;
  }

  of(code: number, sign: string): number {
    const pair = `${code} ${sign}`;
    const known = this.#byPair.get(pair);
    if (known !== undefined) return known;
    let own = code;
    if (this.signs.has(code)) {
      own = this.#next;
      this.#next += 1;
      this.twins.set(own, code);
    }
    this.#byPair.set(pair, own);
    this.signs.set(own, sign);
    return own;
  }
}

function codesByFont(shown: Shown): ReadonlyMap<number, Codes> {
  const next = new Map([...shown.fonts.keys()].map((font) => [font, 1]));
  for (const content of shown.contents)
    for (const { font, code } of glyphsOf(content, shown)) next.set(font, Math.max(next.get(font) ?? 1, code + 1));
  return new Map([...next].map(([font, code]) => [font, new Codes(code)]));
}

/**
 * Told without reading the contents: a letter of several glyphs is first seen in a map or said by a replaced text, and so is a glyph without
 * a sign.
 */
const isRight = ({ contents, fonts }: Shown): boolean =>
  [...fonts.values()].every(({ signs }) => [...signs.values()].every((sign) => lettersOf(sign).length === 1)) &&
  contents.every(({ bytes }) => !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('/ActualText'));

/** Changes nothing where the typesetter's maps are right already, as in most papers. */
export function giveOwnSigns(pdf: PlainPdf, update: AppendedUpdate): void {
  const shown = shownContents(pdf);
  if (isRight(shown)) return;
  const known = codesByFont(shown);
  for (const content of shown.contents) {
    const glyphs = glyphsOf(content, shown);
    const signed = signsOf(glyphs).map(({ sign, letter }, at): SignedGlyph => {
      const { font, code } = glyphs[at] as Glyph;
      // Without any word of the typesetter the glyph keeps its code; the examination of the finished file will find it.
      return { code: sign === '' ? code : (known.get(font)?.of(code, sign) ?? code), sign, letter };
    });
    const bytes = rewrittenContent(content, signed);
    if (bytes) update.change(content.ref, packed(content.stream.dict, bytes));
  }
  for (const [number, { signs, twins }] of known) {
    const font = shown.fonts.get(number);
    if (!font || signs.size === 0) continue;
    const map = packed(new Map(), writtenUnicodeMap(signs));
    const more = twins.size === 0 ? {} : splitFont(pdf, update, font.dict, twins);
    update.change(font.ref, withEntries(font.dict, { ToUnicode: update.add(map), ...more }));
  }
}
