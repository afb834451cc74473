/**
 * Pages set in columns whose file goes from line to line over all of them: each column is read to its end. Told from tables by their words,
 * which go on from line to line; whatever is not clearly running text in columns keeps the order of the file. Pure.
 */
import type { PagePiece } from './page-pieces.ts';

/** Pieces without a wide gap between them. */
interface Segment {
  readonly pieces: PagePiece[];
  readonly left: number;
  right: number;
  readonly base: number;
  readonly height: number;
}

/** Gaps of so many times the height of the letters part columns; blanks between words are narrower, even in justified lines. */
const WIDE_GAP = 1.2;
const LEAST_ROWS = 5;
/** Share of the lines of a column that go on with a small letter, where words run over them. */
const RUNNING = 0.25;
/** Share of a column's width that its lines take up. */
const FILLED = 0.6;
const MOST_COLUMNS = 4;
const MOST_TRIED = 100;

function segmentsOf(pieces: readonly PagePiece[]): Segment[] {
  const segments: Segment[] = [];
  let isOpen = false;
  for (const piece of pieces) {
    const last = segments.at(-1);
    const isSameLine = last !== undefined && Math.abs(piece.base - last.base) < Math.max(piece.height, last.height) / 2;
    const isBlank = piece.text.trim() === '';
    const gap = last ? piece.left - last.right : 0;
    const isNear = last !== undefined && gap < WIDE_GAP * Math.max(piece.height, last.height, 1) && gap > -last.height;
    if (last && isOpen && (isBlank || (isSameLine && isNear))) {
      last.pieces.push(piece);
      if (!isBlank) last.right = Math.max(last.right, piece.right);
    } else
      segments.push({ pieces: [piece], left: piece.left, right: piece.right, base: piece.base, height: piece.height });
    isOpen = !piece.endsLine;
  }
  return segments;
}

const textOf = ({ pieces }: Segment): string =>
  pieces
    .map(({ text }) => text)
    .join('')
    .trim();

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Words that go on from line to line, in lines that are mostly full. */
function isRunningText(column: readonly Segment[]): boolean {
  const lines = column.filter((segment) => textOf(segment) !== '');
  if (lines.length < LEAST_ROWS) return false;
  const [left, right] = [Math.min(...lines.map((line) => line.left)), Math.max(...lines.map((line) => line.right))];
  const filled = mean(lines.map((line) => (line.right - line.left) / Math.max(1, right - left)));
  const goesOn = lines.slice(1).filter((line) => /^\p{Ll}/u.test(textOf(line))).length / lines.length;
  return filled >= FILLED && goesOn >= RUNNING;
}

/** Where most lines leave the same gap free; null where they do not. */
function gutterOf(segments: readonly Segment[]): number | null {
  const gaps: { readonly from: number; readonly to: number }[] = [];
  for (const [at, segment] of segments.entries()) {
    const next = segments[at + 1];
    const isBeside = next && Math.abs(next.base - segment.base) < segment.height && next.left > segment.right;
    if (isBeside) gaps.push({ from: segment.right, to: next.left });
  }
  if (gaps.length < LEAST_ROWS) return null;
  const middles = gaps.map(({ from, to }) => (from + to) / 2).sort((a, b) => a - b);
  // A page of thousands of gaps is a table; some of them tell where it parts.
  const tried = middles.filter((_, at) => at % Math.ceil(middles.length / MOST_TRIED) === 0);
  const counts = tried.map((middle) => ({
    middle,
    count: gaps.filter(({ from, to }) => from < middle && middle < to).length,
  }));
  const best = counts.reduce((most, one) => (one.count > most.count ? one : most), { middle: 0, count: 0 });
  return best.count >= Math.max(LEAST_ROWS, gaps.length / 2) ? best.middle : null;
}

/** Segments in reading order: between lines over the whole width, the left column before the right one. */
function inColumns(segments: readonly Segment[], depth: number): readonly Segment[] {
  const gutter = depth < MOST_COLUMNS ? gutterOf(segments) : null;
  if (gutter === null) return segments;
  const ordered: Segment[] = [];
  let left: Segment[] = [];
  let right: Segment[] = [];
  let asInFile: Segment[] = [];
  const flush = (): void => {
    const isProse = isRunningText(left) && isRunningText(right);
    const band = isProse ? [...inColumns(left, depth + 1), ...inColumns(right, depth + 1)] : null;
    ordered.push(...(band ?? asInFile));
    asInFile = [];
    left = [];
    right = [];
  };
  for (const segment of segments) {
    const side = segment.right <= gutter ? left : segment.left >= gutter ? right : null;
    if (side) {
      side.push(segment);
      asInFile.push(segment);
    } else {
      flush();
      ordered.push(segment);
    }
  }
  flush();
  return ordered;
}

/** The pieces, each segment ending its line; null where the page has no columns of running text. */
export function columnOrder(pieces: readonly PagePiece[]): PagePiece[] | null {
  const segments = segmentsOf(pieces);
  const ordered = inColumns(segments, 0);
  if (ordered.every((segment, at) => segment === segments[at])) return null;
  return ordered.flatMap(({ pieces: inside }) =>
    inside.map((piece, at) => (at === inside.length - 1 ? { ...piece, endsLine: true } : piece)),
  );
}
