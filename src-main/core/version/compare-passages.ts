/** Passages of two versions beside each other: what stayed, what changed word by word, what came, went, moved or only looks different. Pure. */
import { diffArrays } from 'diff';
import type { PassageChange } from '../../contract/version/shapes.ts';
import { compareWords, likenessOfTexts } from './compare-words.ts';
import type { Passage } from './passages.ts';

/** Two passages with so much in common are one that changed. */
const ALIKE = 0.5;
/** Shorter ones say too little to be known again somewhere else. */
const SHORTEST_MOVED = 12;
/** A passage is looked for among so many that went in the same place. */
const FURTHEST = 100;
/** Texts with more changes are paired one by one from their beginning. */
const MOST_CHANGES = 6000;

interface Pair {
  readonly old: Passage | null;
  readonly young: Passage | null;
}

const isSameBlock = (a: Passage, b: Passage): boolean => a.id !== null && a.id === b.id;

/**
 * The same block, whatever became of it – unless nothing did: who breaks a line before a paragraph leaves its block empty and takes its words on –;
 * else the same words in the same kind of block, and for cells in the same table.
 */
const isSame = (a: Passage, b: Passage): boolean =>
  (isSameBlock(a, b) && (a.text === '') === (b.text === '')) ||
  (a.block === b.block && a.table === b.table && a.text === b.text && a.text !== '');

/** In the order of the younger one; what went stands where it was. */
function aligned(before: readonly Passage[], after: readonly Passage[]): Pair[] {
  const pairs: Pair[] = [];
  let [at, to] = [0, 0];
  const parts = diffArrays([...before], [...after], { comparator: isSame, maxEditLength: MOST_CHANGES });
  if (!parts) return paired(before, after);
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    if (!part) continue;
    const { length } = part.value;
    if (!part.added && !part.removed) {
      for (let step = 0; step < length; step += 1)
        pairs.push({ old: before[at + step] ?? null, young: after[to + step] ?? null });
      at += length;
      to += length;
      continue;
    }
    const next = parts[index + 1];
    const gone = part.removed ? length : next?.removed === true ? next.value.length : 0;
    const come = part.added ? length : next?.added === true ? next.value.length : 0;
    if (gone > 0 && come > 0) index += 1;
    pairs.push(...paired(before.slice(at, at + gone), after.slice(to, to + come)));
    at += gone;
    to += come;
  }
  return pairs;
}

type Likeness = ReturnType<typeof likenessOfTexts>;
const mayPair = (old: Passage, young: Passage, likeness: Likeness): boolean => {
  if (isSameBlock(old, young)) return true;
  if (old.block !== young.block || old.table !== young.table) return false;
  // A table is known by its block alone.
  if (old.block === 'table') return false;
  // A cell is the same cell by its place, whatever stands in it.
  if (old.block === 'cell') return old.row === young.row && old.column === young.column;
  return likeness(old.text, young.text) >= ALIKE;
};

/** Within one place where something went and something came: the first that fits, in order. */
function paired(gone: readonly Passage[], come: readonly Passage[]): Pair[] {
  // A field of one line that says something else is the same field.
  const [only, ...others] = [...gone, ...come].filter(({ block }) => block === 'line');
  if (only && others.length === 1 && gone.length === 1 && come.length === 1)
    return [{ old: gone[0] ?? null, young: come[0] ?? null }];
  const pairs: Pair[] = [];
  const likeness = likenessOfTexts();
  let next = 0;
  for (const young of come) {
    const ahead = gone.slice(next, next + FURTHEST).findIndex((old) => mayPair(old, young, likeness));
    const found = ahead === -1 ? -1 : next + ahead;
    if (found === -1) {
      pairs.push({ old: null, young });
      continue;
    }
    for (const old of gone.slice(next, found)) pairs.push({ old, young: null });
    pairs.push({ old: gone[found] ?? null, young });
    next = found + 1;
  }
  return [...pairs, ...gone.slice(next).map((old) => ({ old, young: null }))];
}

/** What went in one place and came in another: known by its block, or by words that are enough to know it. */
function withMoves(pairs: readonly Pair[]): (Pair & { readonly isMoved: boolean })[] {
  const moved = new Map<Passage, Passage>();
  const left = new Set<Passage>();
  // Cells stand where their table has them: they do not move alone.
  const gone = pairs.flatMap(({ old, young }) => (young === null && old !== null && old.table === null ? [old] : []));
  const byId = Map.groupBy(gone, ({ id }) => id);
  const byText = Map.groupBy(gone, ({ text }) => text);
  const isFree = (passage: Passage): boolean => !left.has(passage);
  for (const { old, young } of pairs) {
    if (old !== null || young?.table !== null) continue;
    const from =
      (young.id === null ? undefined : byId.get(young.id)?.find(isFree)) ??
      (young.text.length < SHORTEST_MOVED ? undefined : byText.get(young.text)?.find(isFree));
    if (!from) continue;
    moved.set(young, from);
    left.add(from);
  }
  return pairs
    .filter(({ old, young }) => young !== null || old === null || !left.has(old))
    .map(({ old, young }) => {
      const from = young === null ? undefined : moved.get(young);
      return { old: from ?? old, young, isMoved: from !== undefined };
    });
}

function changeOf({ old, young, isMoved }: Pair & { readonly isMoved: boolean }): PassageChange {
  const shown = young ?? old;
  if (shown === null) throw new Error('a change of nothing');
  const where = {
    block: shown.block,
    ...(shown.row !== undefined && { row: shown.row }),
    ...(shown.column !== undefined && { column: shown.column }),
  };
  // A table is its rows and columns; what stands in them follows.
  const text = shown.block === 'table' ? shown.look : shown.text;
  if (old === null) return { kind: 'added', ...where, runs: text === '' ? [] : [{ kind: 'added', text }] };
  if (young === null) return { kind: 'removed', ...where, runs: text === '' ? [] : [{ kind: 'removed', text }] };
  if (shown.block === 'table' && old.look !== young.look)
    return { kind: 'changed', ...where, runs: compareWords(old.look, young.look) };
  const runs = compareWords(old.text, young.text);
  if (isMoved) return { kind: 'moved', ...where, runs };
  if (old.text !== young.text) return { kind: 'changed', ...where, runs };
  return { kind: old.look === young.look ? 'same' : 'formatted', ...where, runs };
}

/** An empty cell came or went with its table or row, which says so. */
const isSaid = ({ block, kind, runs }: PassageChange): boolean =>
  !(block === 'cell' && (kind === 'added' || kind === 'removed') && runs.length === 0);

/** All passages of the younger version in their order, and what went between them. */
export const comparePassages = (before: readonly Passage[], after: readonly Passage[]): PassageChange[] =>
  withMoves(aligned(before, after)).map(changeOf).filter(isSaid);

export const isUnchanged = (changes: readonly PassageChange[]): boolean => changes.every(({ kind }) => kind === 'same');
