/**
 * A content stream with other codes, and with replaced text where it helps every reader: the base of a letter made of several glyphs says the
 * whole letter, its marks say nothing more. Who ignores replaced text has the glyphs' own signs.
 */
import { codesOf, piecesOf } from './content-runs.ts';
import type { Operation } from './content-operations.ts';
import { isDict, utf16String, written, type Value } from './plain-values.ts';
import type { ShownContent } from './shown-contents.ts';

export interface SignedGlyph {
  readonly code: number;
  readonly sign: string;
  /** The whole letter at its base, nothing at its marks; null for a glyph that is a letter by itself. */
  readonly letter: string | null;
}

/** One much used reader (PDF.js) takes a mark for a text without width and sees a blank behind it, unless what follows begins a hair further left. */
const HAIR_PT = 0.01;

/** The strings and moves of one operator, in as many operators as its letters of several glyphs need. */
function shown(operation: Operation, glyphs: readonly SignedGlyph[]): string {
  const lines: string[] = [];
  let open: Value[] = [];
  let at = 0;
  const flush = (): void => {
    if (open.length > 0) lines.push(`${written(open)} TJ`);
    open = [];
  };
  for (const piece of piecesOf(operation)) {
    const count = piece instanceof Uint8Array ? codesOf(piece).length : 0;
    if (count === 0) open.push(piece);
    for (const { code, letter } of glyphs.slice(at, at + count)) {
      const string = Buffer.from([code >> 8, code & 0xff]);
      if (letter === null) {
        const last = open.at(-1);
        if (last instanceof Uint8Array) open[open.length - 1] = Buffer.concat([last, string]);
        else open.push(string);
      } else {
        flush();
        lines.push(`/Span <</ActualText ${written(utf16String(letter))}>> BDC`, `${written([string])} TJ`, 'EMC');
      }
    }
    at += count;
  }
  flush();
  return lines.join('\n');
}

/** Pairs of operators around replaced text. */
function replacements(operations: readonly Operation[]): Operation[] {
  const open: (Operation | null)[] = [];
  return operations.flatMap((operation) => {
    const { operator, operands } = operation;
    if (operator === 'BMC') open.push(null);
    if (operator === 'BDC') open.push(isDict(operands[1]) && operands[1].has('ActualText') ? operation : null);
    const begin = operator === 'EMC' ? open.pop() : null;
    return begin ? [begin, operation] : [];
  });
}

function movedBack({ operands }: Operation, hairs: number): string {
  const [a, b, c, d, x = 0, y] = operands.map(Number);
  return `${[a, b, c, d, Number((x - hairs * HAIR_PT).toFixed(5)), y].join(' ')} Tm`;
}

/** Null where nothing differs. */
export function rewrittenContent(content: ShownContent, signed: readonly SignedGlyph[]): Uint8Array | null {
  const edits = new Map<Operation, string>(replacements(content.operations).map((operation) => [operation, '']));
  let at = 0;
  const glyphs = new Map(
    content.runs.map(({ operation, codes }) => {
      const own = signed.slice(at, (at += codes.length));
      return [
        operation,
        { own, isSame: own.every(({ code, letter }, index) => letter === null && code === codes[index]) },
      ] as const;
    }),
  );
  let move: Operation | null = null;
  let isBehindMark = false;
  // A letter that was moved itself moves what follows it one hair more.
  let hairs = 0;
  for (const operation of content.operations) {
    if (operation.operator === 'Tm') move = operation;
    const { own = [], isSame = true } = glyphs.get(operation) ?? {};
    const [first] = own;
    if (!first) continue;
    if (first.letter !== '' && move) {
      hairs = isBehindMark ? hairs + 1 : 0;
      if (hairs > 0) edits.set(move, movedBack(move, hairs));
    }
    move = null;
    isBehindMark = own.at(-1)?.letter === '';
    if (!isSame) edits.set(operation, shown(operation, own));
  }
  if (edits.size === 0) return null;
  const parts: Uint8Array[] = [];
  let from = 0;
  for (const operation of content.operations) {
    const text = edits.get(operation);
    if (text === undefined) continue;
    parts.push(content.bytes.subarray(from, operation.start), Buffer.from(text, 'latin1'));
    from = operation.end;
  }
  return Buffer.concat([...parts, content.bytes.subarray(from)]);
}
