/**
 * Follows the painting of a PDF page without drawing it: which letters end under an opaque rectangle, which are painted invisible, which
 * lie in a layer that is switched off (ISO 32000-2: 9.3 text state, 9.3.6 rendering mode, 8.11 optional content).
 */
import { areaOf, boxIn, IDENTITY, type Box, type Matrix, matrixOf, pointIn, within } from './matrix.ts';
import { boxesOfPath } from './path-boxes.ts';

type Codes = Readonly<Record<string, number>>;

interface Letter {
  readonly sign: string;
  readonly x: number;
  readonly y: number;
  covered: boolean;
}

interface State {
  matrix: Matrix;
  /** Null where a pattern fills. */
  isFilled: boolean;
  isOpaque: boolean;
  isNormal: boolean;
  mode: number;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  /** Whether anything was painted since this state began: a picture that was left out leaves none. */
  hasPainted: boolean;
}

export interface PageFinds {
  readonly covered: readonly string[];
  readonly invisible: readonly string[];
  readonly switchedOff: readonly string[];
}

/** A page with more letters or rectangles than these is a drawing. */
const MOST_LETTERS = 100_000;
const MOST_BOXES = 3000;
/** Share of the page that pictures take when it is a scan with its words laid invisibly over it. */
const SCAN_SHARE = 0.5;
const INVISIBLE_MODES = new Set([3, 7]);
const UNIT: Box = { left: 0, bottom: 0, right: 1, top: 1 };

const numberOf = (value: unknown): number => (Number.isFinite(Number(value)) ? Number(value) : 0);

export class PagePainter {
  readonly #codes: Codes;
  readonly #pageArea: number;
  readonly #isVisible: (properties: unknown) => boolean;
  readonly #stack: State[] = [];
  readonly #layers: boolean[] = [];
  readonly #letters: Letter[] = [];
  readonly #invisible: string[] = [];
  readonly #switchedOff: string[] = [];
  #runs: { readonly from: number; readonly to: number }[] = [];
  #boxes = 0;
  #pictures = 0;
  #text: Matrix = IDENTITY;
  #line: Matrix = IDENTITY;
  #state: State = {
    matrix: IDENTITY,
    isFilled: true,
    isOpaque: true,
    isNormal: true,
    mode: 0,
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    hasPainted: false,
  };

  constructor(codes: Codes, page: Box, isVisible: (properties: unknown) => boolean) {
    this.#codes = codes;
    this.#pageArea = Math.max(1, areaOf(page));
    this.#isVisible = isVisible;
  }

  #save(): void {
    this.#stack.push({ ...this.#state });
    this.#state.hasPainted = false;
  }

  #restore(): void {
    // Pictures are not decoded: a place that was made for one and stayed empty is where it stood.
    if (!this.#state.hasPainted) this.#pictures += Math.min(areaOf(boxIn(this.#state.matrix, UNIT)), this.#pageArea);
    const before = this.#stack.pop();
    if (before) this.#state = { ...before, hasPainted: true };
  }

  #move(x: number, y: number): void {
    this.#line = within(this.#line, [1, 0, 0, 1, x, y]);
    this.#text = this.#line;
  }

  #fill(steps: unknown): void {
    const { isFilled, isOpaque, isNormal, matrix } = this.#state;
    if (!isFilled || !isOpaque || !isNormal || steps === null || steps === undefined || this.#isOff()) return;
    for (const box of boxesOfPath(steps as ArrayLike<number>)) {
      if ((this.#boxes += 1) > MOST_BOXES) return;
      const { left, right, bottom, top } = boxIn(matrix, box);
      for (const letter of this.#letters)
        if (letter.x > left && letter.x < right && letter.y > bottom && letter.y < top) letter.covered = true;
    }
  }

  #isOff(): boolean {
    return this.#layers.includes(false);
  }

  #show(glyphs: readonly unknown[]): void {
    const { size, charSpacing, wordSpacing, scale, rise, mode, matrix } = this.#state;
    const from = this.#letters.length;
    let words = '';
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        this.#text = within(this.#text, [1, 0, 0, 1, (-glyph / 1000) * size * scale, 0]);
        continue;
      }
      const {
        unicode = '',
        width = 0,
        isSpace = false,
      } = (glyph ?? {}) as { unicode?: string; width?: number; isSpace?: boolean };
      const advance = (width / 1000) * size;
      const [x, y] = pointIn(within(matrix, this.#text), (advance * scale) / 2, rise + size * 0.3);
      words += unicode;
      if (!this.#isOff() && !INVISIBLE_MODES.has(mode) && this.#letters.length < MOST_LETTERS)
        this.#letters.push({ sign: unicode, x, y, covered: false });
      this.#text = within(this.#text, [1, 0, 0, 1, (advance + charSpacing + (isSpace ? wordSpacing : 0)) * scale, 0]);
    }
    if (this.#isOff()) this.#switchedOff.push(words);
    else if (INVISIBLE_MODES.has(mode)) this.#invisible.push(words);
    else this.#runs.push({ from, to: this.#letters.length });
    this.#state.hasPainted = true;
  }

  #graphicsState(entries: unknown): void {
    for (const [key, value] of (entries ?? []) as readonly (readonly [string, unknown])[]) {
      if (key === 'ca') this.#state.isOpaque = numberOf(value) >= 1;
      if (key === 'BM') this.#state.isNormal = value === 'source-over' || value === 'Normal';
      if (key === 'Font') this.#state.size = numberOf((value as readonly unknown[])[1]);
    }
  }

  #begin(...matrices: readonly unknown[]): void {
    this.#save();
    for (const matrix of matrices) {
      const read = matrixOf(matrix);
      if (read) this.#state.matrix = within(this.#state.matrix, read);
    }
    // A form or annotation is no picture, whatever its size.
    this.#state.hasPainted = true;
  }

  /** One step of PDF.js's list of operators. */
  paint(code: number, given: readonly unknown[] | null | undefined): void {
    const args = given ?? [];
    const codes = this.#codes;
    const state = this.#state;
    switch (code) {
      case codes['save']:
        return this.#save();
      case codes['restore']:
        return this.#restore();
      case codes['transform']: {
        const matrix = matrixOf(args);
        if (matrix) state.matrix = within(state.matrix, matrix);
        return;
      }
      case codes['paintFormXObjectBegin']:
        return this.#begin(args[0]);
      case codes['beginAnnotation']:
        return this.#begin(args[2], args[3]);
      case codes['paintFormXObjectEnd']:
      case codes['endAnnotation']:
        return this.#restore();
      case codes['beginMarkedContentProps']:
        this.#layers.push(args[0] !== 'OC' || this.#isVisible(args[1]));
        return;
      case codes['beginMarkedContent']:
        this.#layers.push(true);
        return;
      case codes['endMarkedContent']:
        this.#layers.pop();
        return;
      case codes['setGState']:
        return this.#graphicsState(args[0]);
      case codes['setFillRGBColor']:
        state.isFilled = true;
        return;
      case codes['setFillColorN']:
        state.isFilled = false;
        return;
      case codes['constructPath']:
        return this.#path(args);
      default:
        return this.#paintText(code, args);
    }
  }

  #path(args: readonly unknown[]): void {
    const codes = this.#codes;
    const fills = ['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'];
    if (args[0] === codes['endPath']) return;
    this.#state.hasPainted = true;
    if (fills.some((name) => codes[name] === args[0])) this.#fill((args[1] as readonly unknown[] | undefined)?.[0]);
  }

  #paintText(code: number, args: readonly unknown[]): void {
    const codes = this.#codes;
    const state = this.#state;
    const [first, second] = args;
    switch (code) {
      case codes['beginText']:
        this.#text = IDENTITY;
        this.#line = IDENTITY;
        return;
      case codes['setFont']:
        state.size = numberOf(second);
        return;
      case codes['setCharSpacing']:
        state.charSpacing = numberOf(first);
        return;
      case codes['setWordSpacing']:
        state.wordSpacing = numberOf(first);
        return;
      case codes['setHScale']:
        state.scale = numberOf(first) / 100;
        return;
      case codes['setLeading']:
        state.leading = -numberOf(first);
        return;
      case codes['setTextRise']:
        state.rise = numberOf(first);
        return;
      case codes['setTextRenderingMode']:
        state.mode = numberOf(first);
        return;
      case codes['setTextMatrix']: {
        const matrix = matrixOf(args.length === 1 ? first : args);
        if (matrix) this.#line = this.#text = matrix;
        return;
      }
      case codes['setLeadingMoveText']:
        state.leading = numberOf(second);
        return this.#move(numberOf(first), numberOf(second));
      case codes['moveText']:
        return this.#move(numberOf(first), numberOf(second));
      case codes['nextLine']:
        return this.#move(0, state.leading);
      case codes['showText']:
        return this.#show((first ?? []) as readonly unknown[]);
      default:
        return;
    }
  }

  get finds(): PageFinds {
    const covered = this.#runs.map(({ from, to }) =>
      this.#letters
        .slice(from, to)
        .filter((letter) => letter.covered)
        .map(({ sign }) => sign)
        .join(''),
    );
    const isScan = this.#pictures >= this.#pageArea * SCAN_SHARE;
    const present = (texts: readonly string[]): string[] => texts.filter((text) => text.trim() !== '');
    return {
      covered: present(covered),
      invisible: isScan ? [] : present(this.#invisible),
      switchedOff: present(this.#switchedOff),
    };
  }
}
