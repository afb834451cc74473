/** Pieces of text of one PDF page, as PDF.js gives them in the order of the file. */

export interface PagePiece {
  readonly text: string;
  /** Marked content it stands in (ISO 32000-1, 14.7.4); null outside of any. */
  readonly mark: string | null;
  /** It ends a printed line. */
  readonly endsLine: boolean;
  /** Edges and base line on the page, and the height of its letters, in points. */
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly height: number;
}

interface TextItem {
  readonly str?: unknown;
  readonly hasEOL?: unknown;
  readonly transform?: unknown;
  readonly width?: unknown;
  readonly height?: unknown;
  readonly type?: unknown;
  readonly id?: unknown;
}

const numberOr = (value: unknown, other: number): number => (typeof value === 'number' ? value : other);

/** `items`: with marked content among them. */
export function pagePieces(items: readonly unknown[]): PagePiece[] {
  const pieces: PagePiece[] = [];
  const open: (string | null)[] = [];
  for (const item of items as readonly TextItem[]) {
    if (item.type === 'beginMarkedContent') open.push(open.at(-1) ?? null);
    else if (item.type === 'beginMarkedContentProps')
      open.push(typeof item.id === 'string' ? item.id : (open.at(-1) ?? null));
    else if (item.type === 'endMarkedContent') open.pop();
    else if (typeof item.str === 'string') {
      const matrix: readonly unknown[] = Array.isArray(item.transform) ? item.transform : [];
      const left = numberOr(matrix[4], 0);
      pieces.push({
        text: item.str,
        mark: open.at(-1) ?? null,
        endsLine: item.hasEOL === true,
        left,
        right: left + numberOr(item.width, 0),
        base: numberOr(matrix[5], 0),
        height: numberOr(item.height, 0),
      });
    }
  }
  return pieces;
}

/** As they stand in the file: for office documents that is the order of reading. */
export function linesOf(pieces: readonly PagePiece[]): string[] {
  const lines = [''];
  for (const { text, endsLine } of pieces) {
    lines.push((lines.pop() ?? '') + text);
    if (endsLine) lines.push('');
  }
  return lines;
}

/** The pieces with the ends that their lines got. */
export function withLineEnds(pieces: readonly PagePiece[], ends: readonly string[]): PagePiece[] {
  let line = 0;
  return pieces.map((piece, at) => {
    const isLast = piece.endsLine || at === pieces.length - 1;
    const end = isLast ? (ends[line] ?? '') : '';
    if (piece.endsLine) line += 1;
    return end === '' ? piece : { ...piece, text: piece.text + end };
  });
}
