/** Which block of one text is which block of another: by its id, else by its words, in order. Pure. */
import { likenessOfTexts } from '../version/compare-words.ts';
import type { IndexedBlock } from './text-index.ts';

/** Passages with so much in common are one that changed. */
const ALIKE = 0.6;
/** Ones with fewer signs say too little to be known by them. */
const SHORTEST = 12;
/** A paragraph is looked for among so many. */
const FURTHEST = 100;

interface Side<T> {
  readonly items: readonly T[];
  readonly text: (item: T) => string;
}

/**
 * Pairs what is not paired yet: equal words first, then, between two known pairs, the first that is alike. `found` leads from the left side
 * to the right one and is added to.
 */
export function pairByWords<A, B>(left: Side<A>, right: Side<B>, found: Map<A, B>, isFree: (item: A) => boolean): void {
  const used = new Set(found.values());
  const take = (a: A, b: B): void => {
    found.set(a, b);
    used.add(b);
  };
  const byText = Map.groupBy(
    right.items.filter((item) => right.text(item).trim() !== ''),
    (item) => right.text(item).trim(),
  );
  const isOpen = (item: A): boolean => !found.has(item) && left.text(item).trim() !== '' && isFree(item);
  for (const item of left.items) {
    const same = isOpen(item) ? byText.get(left.text(item).trim())?.find((one) => !used.has(one)) : undefined;
    if (same !== undefined) take(item, same);
  }
  const order = new Map(right.items.map((item, at) => [item, at]));
  const placeOf = (item: A | undefined): number | undefined => {
    const pair = item === undefined ? undefined : found.get(item);
    return pair === undefined ? undefined : order.get(pair);
  };
  /** Per item the place of the next one that is known. */
  const limits: number[] = [];
  let limit = right.items.length;
  for (let at = left.items.length - 1; at >= 0; at -= 1) {
    limits[at] = limit;
    limit = placeOf(left.items[at]) ?? limit;
  }
  const likeness = likenessOfTexts();
  let from = 0;
  for (const [at, item] of left.items.entries()) {
    const known = placeOf(item);
    if (known !== undefined) {
      from = known + 1;
      continue;
    }
    if (!isOpen(item) || left.text(item).length < SHORTEST) continue;
    const until = Math.min(limits[at] ?? right.items.length, from + FURTHEST);
    for (let index = from; index < until; index += 1) {
      const other = right.items[index];
      if (other === undefined || used.has(other) || likeness(right.text(other), left.text(item)) < ALIKE) continue;
      take(item, other);
      from = index + 1;
      break;
    }
  }
}

/** Ids of the younger text by those of the older one. */
export function pairBlocks(
  before: readonly IndexedBlock[],
  after: readonly IndexedBlock[],
): ReadonlyMap<string, string> {
  const byId = new Map(after.map((block) => [block.id, block]));
  const found = new Map<IndexedBlock, IndexedBlock>();
  for (const block of before) {
    const same = byId.get(block.id);
    if (same) found.set(block, same);
  }
  const text = ({ text: words }: IndexedBlock): string => words;
  if (found.size < before.length) pairByWords({ items: before, text }, { items: after, text }, found, () => true);
  return new Map([...found].map(([old, young]) => [old.id, young.id]));
}
