/** What is to be blackened, by words: the same words go wherever they stand, so they are chosen together. */
import type { Passage, RedactionMark } from '../../../src-main/contract/redaction/shapes.ts';

export interface MarkedWords {
  readonly words: string;
  readonly reason: string;
  readonly isOn: boolean;
  readonly marks: readonly RedactionMark[];
}

const folded = (words: string): string => words.replace(/\s+/g, ' ').trim().toLowerCase();
const isSamePlace = (a: RedactionMark, b: RedactionMark): boolean =>
  a.field === b.field && a.blockId === b.blockId && a.start === b.start && a.end === b.end;

/** Adds marks; words that are there already are switched on and keep their reason. */
export function withMarks(list: readonly MarkedWords[], marks: readonly RedactionMark[]): readonly MarkedWords[] {
  return marks.reduce<readonly MarkedWords[]>((all, mark) => {
    const at = all.findIndex(({ words }) => folded(words) === folded(mark.words));
    if (at === -1) return [...all, { words: mark.words.trim(), reason: mark.reason, isOn: true, marks: [mark] }];
    return all.map((entry, index) => {
      if (index !== at) return entry;
      const isThere = entry.marks.some((known) => isSamePlace(known, mark));
      return { ...entry, isOn: true, marks: isThere ? entry.marks : [...entry.marks, mark] };
    });
  }, list);
}

export const marksOf = (list: readonly MarkedWords[]): RedactionMark[] =>
  list.filter(({ isOn }) => isOn).flatMap(({ marks, reason }) => marks.map((mark) => ({ ...mark, reason })));

export interface Piece {
  readonly text: string;
  readonly look: 'plain' | 'on' | 'off';
}

/** The passage cut at its marks; where marks overlap, one that is on wins. */
export function piecesOf({ field, blockId, text }: Passage, list: readonly MarkedWords[]): readonly Piece[] {
  const here = list.flatMap(({ isOn, marks }) =>
    marks.filter((mark) => mark.field === field && mark.blockId === blockId).map((mark) => ({ ...mark, isOn })),
  );
  const cuts = [...new Set([0, text.length, ...here.flatMap(({ start, end }) => [start, end])])]
    .filter((at) => at <= text.length)
    .sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? text.length;
    const over = here.filter(({ start, end }) => start <= from && end >= to);
    const look = over.length === 0 ? 'plain' : over.some(({ isOn }) => isOn) ? 'on' : 'off';
    return { text: text.slice(from, to), look };
  });
}
