/** Numbers that stand inside a line: "… beschließen: 1. die Verwaltung … 2. den Stadtrat …" becomes a line for each. Pure. */
import { typedMarkers } from './markers.ts';
import type { Line } from './text-lines.ts';

const FIGURE = /(^|[\s(])\(?(\d{1,2})[.)]\s+(?=[^\d\s])/gu;
const LETTER = /(^|[\s(])\(?([a-h])\)\s+(?=\S)/gu;
const ENDED = /[.?!;:,–-]\s*$/u;

interface Found {
  readonly at: number;
  readonly value: number;
}

function sequence(
  text: string,
  pattern: RegExp,
  valueOf: (typed: string) => number,
  needsStop: boolean,
): readonly Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(pattern)) {
    const at = match.index + (match[1] ?? '').length;
    const value = valueOf(match[2] ?? '');
    const last = found.at(-1);
    if (last ? value !== last.value + 1 : value !== 1 && at !== 0) continue;
    if (
      needsStop &&
      at !== 0 &&
      !ENDED.test(text.slice(0, at)) &&
      !/(?:^|\s)(?:und|oder|sowie)\s+$/u.test(text.slice(0, at))
    )
      continue;
    // "zum 1. Januar", "3. OG": counted, not numbered.
    if (typedMarkers(text.slice(at)).length === 0) continue;
    found.push({ at, value });
  }
  return found.length > 1 ? found : [];
}

function cut(line: Line, places: readonly number[]): readonly Line[] {
  const bounds = [...places, line.text.length];
  const pieces = places[0] === 0 ? bounds : [0, ...bounds];
  return pieces.slice(0, -1).flatMap((from, index): Line[] => {
    const piece = line.text.slice(from, pieces[index + 1]);
    const text = piece.trim();
    if (text === '') return [];
    const markers = index === 0 && from === 0 && line.markers.length > 0 ? line.markers : typedMarkers(text);
    return [
      { ...line, start: line.start + from + piece.indexOf(text), text, markers, isFirst: line.isFirst && index === 0 },
    ];
  });
}

export function splitInline(line: Line): readonly Line[] {
  // An item of a list has its number already; letters may stand in it all the same.
  const isItem = line.markers.some(({ kind }) => kind === 'list');
  const figures = isItem ? [] : sequence(line.text, FIGURE, Number, true);
  const parts =
    figures.length > 0
      ? cut(
          line,
          figures.map(({ at }) => at),
        )
      : [line];
  return parts.flatMap((part) => {
    const letters = sequence(part.text, LETTER, (typed) => (typed.codePointAt(0) ?? 0) - 96, false);
    return letters.length > 0
      ? cut(
          part,
          letters.map(({ at }) => at),
        )
      : [part];
  });
}
