/** What a person does to a list of points: each answers the whole new list. Pure. */
import { sentences } from '../../../../src-main/base/sentences.ts';
import type { Point } from '../../../../src-main/contract/point/shapes.ts';

const DEEPEST = 5;

/** No point stands deeper than one below the one before it. */
function levelled(points: readonly Point[]): Point[] {
  let before = -1;
  return points.map((point) => {
    const level = Math.min(point.level, before + 1);
    before = level;
    return level === point.level ? point : { ...point, level };
  });
}

const changed = (points: readonly Point[], id: string, change: (point: Point) => Point): Point[] =>
  levelled(points.map((point) => (point.id === id ? change(point) : point)));

/** Its sentences, each with its words and its place. */
function sentencesOf({ text, places }: Point): Pick<Point, 'text' | 'places'>[] {
  return text.split('\n').flatMap((line, at) => {
    const place = places[at];
    return sentences(line).map(({ start, end, text: words }) => ({
      text: words,
      places: place ? [{ ...place, start: place.start + start, end: place.start + end }] : [],
    }));
  });
}

export const canSplit = (point: Point): boolean => sentencesOf(point).length > 1;

/** The first sentence keeps the point and its answer; the others become points behind it. */
export function split(points: readonly Point[], id: string, newId: () => string): Point[] {
  return points.flatMap((point): Point[] => {
    if (point.id !== id) return [point];
    return sentencesOf(point).map((piece, at) => ({
      ...point,
      ...piece,
      id: at === 0 ? point.id : newId(),
      label: at === 0 ? point.label : freeLabel(points, `${point.label} (${String(at + 1)})`),
      isGroup: at === 0 && point.isGroup,
    }));
  });
}

function freeLabel(points: readonly Point[], wanted: string): string {
  let label = wanted;
  for (let number = 2; points.some((point) => point.label === label); number += 1)
    label = `${wanted} ${String(number)}`;
  return label;
}

/** Where the point and what stands below it ends. */
export function endOf(points: readonly Point[], at: number): number {
  const level = points[at]?.level ?? 0;
  const end = points.findIndex((point, index) => index > at && point.level <= level);
  return end === -1 ? points.length : end;
}

const raised = (points: readonly Point[], by: number): Point[] =>
  points.map((point) => ({ ...point, level: Math.max(0, point.level + by) }));

/** With the one before it, which keeps its label and its answer. */
export function join(points: readonly Point[], id: string): Point[] {
  const at = points.findIndex((point) => point.id === id);
  const [before, own] = [points[at - 1], points[at]];
  if (!before || !own) return [...points];
  const joined = { ...before, text: `${before.text}\n${own.text}`, places: [...before.places, ...own.places] };
  const below = raised(points.slice(at + 1, endOf(points, at)), before.level - own.level);
  return levelled([...points.slice(0, at - 1), joined, ...below, ...points.slice(endOf(points, at))]);
}

/** Past the point beside it, each with what stands below it. */
export function move(points: readonly Point[], id: string, by: 1 | -1): Point[] {
  const at = points.findIndex((point) => point.id === id);
  const own = points[at];
  if (!own) return [...points];
  const end = endOf(points, at);
  const family = points.slice(at, end);
  if (by === 1) {
    const next = endOf(points, end);
    if (end >= points.length) return [...points];
    return levelled([...points.slice(0, at), ...points.slice(end, next), ...family, ...points.slice(next)]);
  }
  const before = points.findLastIndex((point, index) => index < at && point.level <= own.level);
  if (before === -1) return [...points];
  return levelled([...points.slice(0, before), ...family, ...points.slice(before, at), ...points.slice(end)]);
}

export const indent = (points: readonly Point[], id: string, by: 1 | -1): Point[] =>
  changed(points, id, (point) => ({ ...point, level: Math.min(DEEPEST, Math.max(0, point.level + by)) }));
export const rename = (points: readonly Point[], id: string, label: string): Point[] =>
  changed(points, id, (point) => ({ ...point, label }));
export const toggleGroup = (points: readonly Point[], id: string): Point[] =>
  changed(points, id, (point) => ({ ...point, isGroup: !point.isGroup }));
/** What stood below it stands where it stood. */
export function remove(points: readonly Point[], id: string): Point[] {
  const at = points.findIndex((point) => point.id === id);
  if (at === -1) return [...points];
  const end = endOf(points, at);
  return levelled([...points.slice(0, at), ...raised(points.slice(at + 1, end), -1), ...points.slice(end)]);
}
