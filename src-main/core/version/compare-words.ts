/** Two texts word by word. Figures, numbers of papers and days are one word: "100.000" never becomes ".0" of "1.000.000". Pure. */
import { diffArrays } from 'diff';
import type { WordRun } from '../../contract/version/shapes.ts';

/** A word with what holds it together inside ("S0021/26", "12.03.2026", "Ober-Bürgermeister", "z.B."), a run of blanks, or one sign. */
const TOKEN = /[\p{L}\p{M}\p{N}]+(?:[./:,'’‑–-]+[\p{L}\p{M}\p{N}]+)*|\s+|[^\p{L}\p{M}\p{N}\s]/gu;

/** Texts of more words are compared as wholes: nobody reads a comparison of that size. */
const MOST_WORDS = 20_000;

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
  if (old.length + young.length > MOST_WORDS)
    return joined([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]);
  const runs = diffArrays([...old], [...young]).map(({ value, added, removed }): WordRun => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
  return joined(runs.filter(({ text }) => text !== ''));
}

/** Between 0 and 1: how much of two texts are the same words. */
export function likeness(before: string, after: string): number {
  const count = (runs: readonly WordRun[], kind: WordRun['kind']): number =>
    runs.filter((run) => run.kind === kind).reduce((sum, { text }) => sum + text.replace(/\s/gu, '').length, 0);
  const runs = compareWords(before, after);
  const same = count(runs, 'same');
  const longest = same + Math.max(count(runs, 'added'), count(runs, 'removed'));
  return longest === 0 ? 1 : same / longest;
}
