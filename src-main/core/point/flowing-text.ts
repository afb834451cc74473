/** Lines that were broken where a page ended: sentences that go on in the next line, with their places. Pure. */
import { sentences } from '../../base/sentences.ts';
import type { Place } from './outline.ts';
import type { Line } from './text-lines.ts';

export interface Piece {
  readonly text: string;
  readonly places: readonly Place[];
}

const FULL_LINE = 40;
const STOPPED = /[.?!:;]["“”»«'’)\]]*$/u;
const UNFINISHED =
  /(?:[,–-]|(?:^|\s)(?:der|die|das|des|dem|den|vom|zum|zur|im|ins|am|bis|und|oder|ab|seit|nach|von|in|an|auf|für|mit|als))$/iu;

/** Whether a line is the rest of the one before it in the same block. */
function goesOn(before: Line | undefined, line: Line): boolean {
  if (!before || line.isFirst || line.block !== before.block || STOPPED.test(before.text)) return false;
  return before.text.length >= FULL_LINE || /^\p{Ll}/u.test(line.text) || UNFINISHED.test(before.text);
}

/** Sentences of running lines, each a list of what belongs to one paragraph or line. */
export function flowingSentences(lines: readonly Line[]): readonly (readonly Piece[])[] {
  const flows: Line[][] = [];
  for (const line of lines) {
    const flow = flows.at(-1);
    if (flow && goesOn(flow.at(-1), line)) flow.push(line);
    else flows.push([line]);
  }
  return flows.map(piecesOf);
}

function piecesOf(lines: readonly Line[]): readonly Piece[] {
  const text = lines.map((line) => line.text).join(' ');
  return sentences(text).map(({ start, end }) => {
    const parts: { readonly text: string; readonly place: Place }[] = [];
    let offset = 0;
    for (const line of lines) {
      const from = Math.max(start, offset) - offset;
      const to = Math.min(end, offset + line.text.length) - offset;
      if (from < to) {
        const words = line.text.slice(from, to);
        const own = words.trim();
        const at = line.start + from + words.indexOf(own);
        if (own !== '') parts.push({ text: own, place: { block: line.block, start: at, end: at + own.length } });
      }
      offset += line.text.length + 1;
    }
    return { text: parts.map((part) => part.text).join('\n'), places: parts.map(({ place }) => place) };
  });
}

/** One behind the other: neighbours in a line are one place, what stands apart is a line of its own. */
export function joined(pieces: readonly Piece[]): Piece {
  let text = '';
  const places: Place[] = [];
  for (const piece of pieces) {
    const [first, ...others] = piece.places;
    const last = places.at(-1);
    const gap = first && last?.block === first.block ? first.start - last.end : -1;
    const isNext = first !== undefined && last !== undefined && gap >= 0 && gap <= 1;
    text += `${text === '' ? '' : isNext ? ' '.repeat(gap) : '\n'}${piece.text}`;
    if (isNext) places.splice(-1, 1, { ...last, end: first.end }, ...others);
    else places.push(...piece.places);
  }
  return { text, places };
}
