/** Two texts word by word. Figures, numbers of papers and days are one word: "100.000" never becomes ".0" of "1.000.000". Pure. */
import { diffArrays } from 'diff';
import type { WordRun } from '../../contract/version/shapes.ts';

/** A word with what holds it together inside ("S0021/26", "12.03.2026", "Ober-Bürgermeister", "z.B."), a run of blanks, or one sign. */
const TOKEN = /[\p{L}\p{M}\p{N}]+(?:[./:,'’‑–-]+[\p{L}\p{M}\p{N}]+)*|\s+|[^\p{L}\p{M}\p{N}\s]/gu;

/** Texts with more changes are compared as wholes: nobody reads a comparison of that size, and its time grows with the square of them. */
const MOST_CHANGES = 3000;

const wordsOf = (text: string): readonly string[] => text.match(TOKEN) ?? [];

/** Runs of one kind become one; a blank between two changes goes with both, so that phrases read as phrases. */
function joined(runs: readonly WordRun[]): WordRun[] {
  const result: WordRun[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '') result.push({ kind: 'removed', text: removed });
    if (added !== '') result.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  for (const [index, { kind, text }] of runs.entries()) {
    const isBetween = kind === 'same' && /^\s+$/u.test(text) && (removed !== '' || added !== '');
    const next = runs[index + 1];
    if (isBetween && next !== undefined && next.kind !== 'same' && removed !== '' && added !== '') {
      removed += text;
      added += text;
    } else if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      flush();
      const last = result.at(-1);
      if (last?.kind === 'same') result[result.length - 1] = { kind, text: last.text + text };
      else result.push({ kind, text });
    }
  }
  flush();
  return result;
}

/** Joined, the runs that are not `added` give `before`, and those that are not `removed` give `after`. */
export function compareWords(before: string, after: string): WordRun[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const [old, young] = [wordsOf(before), wordsOf(after)];
  const found = diffArrays([...old], [...young], { maxEditLength: MOST_CHANGES });
  if (!found) {
    const whole = [{ kind: 'removed', text: before } as const, { kind: 'added', text: after } as const];
    return whole.filter(({ text }) => text !== '');
  }
  const runs = found.map(({ value, added, removed }): WordRun => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
  return joined(runs.filter(({ text }) => text !== ''));
}

interface Counted {
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

/** The words of a text with how often each stands there; blanks and single signs say nothing. */
function counted(text: string): Counted {
  const counts = new Map<string, number>();
  let total = 0;
  for (const word of wordsOf(text)) {
    if (!/[\p{L}\p{N}]/u.test(word)) continue;
    counts.set(word, (counts.get(word) ?? 0) + 1);
    total += 1;
  }
  return { counts, total };
}

/** How much two texts have in common: the share of words, whatever their order, between 0 and 1. It remembers what it counted. */
export function likenessOfTexts(): (before: string, after: string) => number {
  const known = new Map<string, Counted>();
  const countsOf = (text: string): Counted => {
    const counts = known.get(text) ?? counted(text);
    known.set(text, counts);
    return counts;
  };
  return (before, after) => {
    const [old, young] = [countsOf(before), countsOf(after)];
    const longest = Math.max(old.total, young.total);
    if (longest === 0) return before === after ? 1 : 0;
    let same = 0;
    for (const [word, count] of old.counts) same += Math.min(count, young.counts.get(word) ?? 0);
    return same / longest;
  };
}
