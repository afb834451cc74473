/** Where the signs of a text stand in another version of it. Pure. */
import { compareWords } from '../version/compare-words.ts';

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** For every sign of `before` its place in `after`; -1 where it went. */
function placesOf(before: string, after: string): Int32Array {
  const places = new Int32Array(before.length).fill(-1);
  let [at, to] = [0, 0];
  const keep = (count: number): void => {
    for (let step = 0; step < count; step += 1) places[at + step] = to + step;
    at += count;
    to += count;
  };
  const runs = compareWords(before, after);
  for (let index = 0; index < runs.length; index += 1) {
    const run = runs[index];
    const next = runs[index + 1];
    if (run?.kind === 'same') keep(run.text.length);
    else if (run?.kind === 'removed' && next?.kind === 'added') {
      // Of a word that changed, its unchanged beginning and end are still the same signs.
      const most = Math.min(run.text.length, next.text.length);
      let head = 0;
      while (head < most && run.text[head] === next.text[head]) head += 1;
      let tail = 0;
      while (tail < most - head && run.text.at(-1 - tail) === next.text.at(-1 - tail)) tail += 1;
      keep(head);
      at += run.text.length - head - tail;
      to += next.text.length - head - tail;
      keep(tail);
      index += 1;
    } else if (run?.kind === 'removed') at += run.text.length;
    else to += run?.text.length ?? 0;
  }
  return places;
}

export class Mapping {
  readonly #before: string;
  readonly #after: string;
  readonly #places: Int32Array | null;

  constructor(before: string, after: string) {
    this.#before = before;
    this.#after = after;
    this.#places = before === after ? null : placesOf(before, after);
  }

  #place(at: number): number {
    return this.#places ? (this.#places[at] ?? -1) : at;
  }

  /** What stands between the signs left and right of a stretch; null where one of those went. An edge of the text stays its edge. */
  stretch(start: number, end: number): Stretch | null {
    const left = start === 0 ? -1 : this.#place(start - 1);
    const right = end >= this.#before.length ? this.#after.length : this.#place(end);
    if ((start > 0 && left === -1) || right === -1 || right < left + 1) return null;
    return { from: left + 1, to: right };
  }

  /** What is left of a stretch, from its first sign to its last; null where nothing is. An empty one is its place. */
  left(start: number, end: number): Stretch | null {
    if (start >= end) return this.stretch(start, start);
    let [first, last] = [-1, -1];
    for (let at = start; at < Math.min(end, this.#before.length); at += 1) {
      const place = this.#place(at);
      if (place === -1) continue;
      if (first === -1) first = place;
      last = place;
    }
    return first === -1 ? null : { from: first, to: last + 1 };
  }
}
