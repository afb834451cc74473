/**
 * The points of a paper beside another text of it: corrections whose words still stand there are kept, changed ones are named with what they
 * were, new ones stand at their place, and what is gone stays until somebody takes it away. Pure.
 */
import type { Point, PointPlace } from '../../contract/point/shapes.ts';
import { textBlocks, type TextBlock } from '../../record/rich-text/plain-text.ts';
import type { RichText } from '../../record/rich-text/rich-text.ts';
import type { ProposedPoint } from './split-points.ts';

/** Blanks of any kind and number are one; case and signs count. */
const foldBlanks = (text: string): string => text.replace(/[\s\u00A0\u202F]+/gu, ' ').trim();
const asPattern = (text: string): RegExp =>
  new RegExp(
    foldBlanks(text)
      .replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
      .replace(/ /gu, '[\\s\\u00A0\\u202F]+'),
    'u',
  );

/** Where the lines of a point stand in a text, one behind the other; null where one of them does not. */
function placesIn(blocks: readonly TextBlock[], text: string): readonly PointPlace[] | null {
  const found: PointPlace[] = [];
  let block = 0;
  let from = 0;
  for (const line of text.split('\n')) {
    const pattern = asPattern(line);
    let match: RegExpExecArray | null = null;
    for (; block < blocks.length; block += 1, from = 0) {
      match = pattern.exec((blocks[block]?.text ?? '').slice(from));
      if (match) break;
    }
    if (!match) return null;
    const start = from + match.index;
    from = start + match[0].length;
    found.push({ block: blocks[block]?.id ?? null, start, end: from });
  }
  return found;
}

function words(text: string): ReadonlySet<string> {
  return new Set(
    foldBlanks(text)
      .toLowerCase()
      .match(/[\p{L}\d]+/gu) ?? [],
  );
}

/** Share of the words of both that both have. */
function likeness(a: string, b: string): number {
  const [left, right] = [words(a), words(b)];
  const common = [...left].filter((word) => right.has(word)).length;
  const all = left.size + right.size - common;
  return all === 0 ? 0 : common / all;
}
const ALIKE = 0.4;

const isInside = (place: PointPlace, others: readonly PointPlace[]): boolean =>
  others.some(({ block, start, end }) => block === place.block && start < place.end && place.start < end);

/** Order of places in the text, for putting new points where they stand. */
function orderIn(blocks: readonly TextBlock[]): (places: readonly PointPlace[]) => number {
  const at = new Map(blocks.map(({ id }, index) => [id, index]));
  return ([first]) => (first ? (at.get(first.block) ?? 0) * 1e7 + first.start : Number.POSITIVE_INFINITY);
}

/**
 * `formerProposed`: what the text before proposed. A point that is one of these reads the same only where the new text proposes it again;
 * "nicht an jedem Samstag" is another demand, though the words of the former stand in it.
 */
export function reconcilePoints(
  former: readonly Point[],
  text: RichText,
  proposed: readonly ProposedPoint[],
  formerProposed: readonly ProposedPoint[],
  newId: () => string,
): readonly Point[] {
  const blocks = textBlocks(text.content);
  const asProposed = new Set(formerProposed.map((point) => foldBlanks(point.text)));
  const again = new Map(proposed.map((point) => [foldBlanks(point.text), point.places]));
  const placesOf = (words: string): readonly PointPlace[] | null =>
    asProposed.has(foldBlanks(words)) ? (again.get(foldBlanks(words)) ?? null) : placesIn(blocks, words);
  const kept = former.map((point): Point => {
    const places = placesOf(point.text);
    // One that was changed or new stays so until somebody answers it.
    return places
      ? { ...point, places: [...places], change: point.change === 'gone' ? null : point.change }
      : { ...point, places: [], change: 'gone' };
  });
  const taken = kept.flatMap(({ places }) => places);
  const fresh = proposed.filter(({ places }) => !places.some((place) => isInside(place, taken)));
  const lost = new Map(kept.filter(({ change }) => change === 'gone').map((point) => [point.id, point]));
  const changed = new Map<string, Point>();
  const added: Point[] = [];
  for (const point of fresh) {
    const like = [...lost.values()]
      .map((before) => ({
        before,
        share: likeness(before.text, point.text) + (before.label === point.label ? 0.2 : 0),
      }))
      .filter(({ share }) => share >= ALIKE)
      .sort((a, b) => b.share - a.share)[0]?.before;
    const own = {
      level: point.level,
      kind: point.kind,
      isGroup: point.isGroup,
      text: point.text,
      places: [...point.places],
    };
    if (like) {
      lost.delete(like.id);
      changed.set(like.id, { ...like, ...own, label: point.label, change: 'changed', formerText: like.text });
    } else added.push({ id: newId(), label: point.label, ...own, change: 'new', formerText: null });
  }
  const order = orderIn(blocks);
  const all = kept.map((point) => changed.get(point.id) ?? point);
  for (const point of added) {
    const at = all.findIndex(({ places, change }) => change !== 'gone' && order(places) > order(point.places));
    all.splice(at === -1 ? all.length : at, 0, point);
  }
  return levelled(distinct(all));
}

/** Each label once: a later one that is the same gets a number behind it. */
function distinct(points: readonly Point[]): readonly Point[] {
  const taken = new Set<string>();
  return points.map((point) => {
    let { label } = point;
    for (let number = 2; taken.has(label); number += 1) label = `${point.label} (${String(number)})`;
    taken.add(label);
    return label === point.label ? point : { ...point, label };
  });
}

/** No point stands deeper than one below the point before it. */
function levelled(points: readonly Point[]): readonly Point[] {
  let before = -1;
  return points.map((point) => {
    const level = Math.min(point.level, before + 1);
    before = level;
    return level === point.level ? point : { ...point, level };
  });
}

export const asPoints = (proposed: readonly ProposedPoint[], newId: () => string): readonly Point[] =>
  levelled(
    proposed.map(({ label, level, kind, isGroup, text, places }) => ({
      id: newId(),
      label,
      level,
      kind,
      isGroup,
      text,
      places: [...places],
      change: null,
      formerText: null,
    })),
  );
