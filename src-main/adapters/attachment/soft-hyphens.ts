/**
 * Soft hyphens at the ends of printed lines. PDF.js leaves U+00AD out of its text, so a word that was hyphenated comes as two; the drawing
 * operators of the page still have it.
 */

interface DrawnPage {
  getOperatorList(): Promise<{ readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }>;
}
type Operators = Readonly<Record<'showText' | (typeof MOVES)[number], number>>;

/** Text behind one of these stands elsewhere on the page. */
const MOVES = ['beginText', 'moveText', 'setLeadingMoveText', 'setTextMatrix', 'nextLine', 'nextLineShowText'] as const;
const SOFT_HYPHEN = '\u00ad';
/** So much of the word before a hyphen tells it from others of its line. */
const LONGEST_PART = 24;

interface Glyph {
  readonly unicode?: unknown;
}

const isGlyph = (value: unknown): value is Glyph => typeof value === 'object' && value !== null;

/** Letters of one piece of text; numbers between them are gaps. */
const glyphsOf = (args: unknown): readonly Glyph[] => {
  const [glyphs] = Array.isArray(args) ? (args as unknown[]) : [];
  return Array.isArray(glyphs) ? (glyphs as unknown[]).filter(isGlyph) : [];
};

/** The part of a word that stands before each soft hyphen of a page, in the order of the page. */
export async function softHyphenated(page: DrawnPage, operators: Operators): Promise<string[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const moves = new Set(MOVES.map((name) => operators[name]));
  const parts: string[] = [];
  let word = '';
  /** The hyphen itself may stand in a piece of text of its own, so the word is forgotten with the next letter only. */
  let hasMoved = false;
  fnArray.forEach((operator, at) => {
    hasMoved ||= moves.has(operator);
    if (operator !== operators.showText) return;
    for (const { unicode } of glyphsOf(argsArray[at])) {
      if (typeof unicode !== 'string') continue;
      if (unicode === SOFT_HYPHEN) {
        if (word !== '') parts.push(word);
        word = '';
      } else {
        const before = hasMoved ? '' : word;
        word = /\s/u.test(unicode) ? '' : (before + unicode).slice(-LONGEST_PART);
        hasMoved = false;
      }
    }
  });
  return parts;
}

/** The lines with a soft hyphen where one of these parts ends them; parts inside of a line broke nothing. */
export function withSoftHyphens(lines: readonly string[], parts: readonly string[]): string[] {
  let next = 0;
  return lines.map((line) => {
    for (let part = parts[next]; part !== undefined; part = parts[next]) {
      if (line.endsWith(part)) {
        next += 1;
        return line + SOFT_HYPHEN;
      }
      if (!line.includes(part)) return line;
      next += 1;
    }
    return line;
  });
}
