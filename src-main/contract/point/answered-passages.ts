/**
 * Which passages of a reply answer which points, told by the headings that stand over them: "Zu Frage 1 und 2:", "Zu 2 a) (Kosten):", or the
 * question itself. What stands below one, up to the next, answers its points. Pure; the window asks it with every pause in writing.
 */
import { textBlocks } from '../../record/rich-text/plain-text.ts';
import type { RichText } from '../../record/rich-text/rich-text.ts';
import { headingOf, type Headed, type PointsOfPaper } from './answer-headings.ts';
import type { Point, PointPlace } from './shapes.ts';

export type { PointsOfPaper } from './answer-headings.ts';

interface Line {
  readonly block: string | null;
  readonly start: number;
  readonly text: string;
}

/** What stands between two breaks; a heading may be followed by its answer in the same paragraph. */
const linesOf = (text: RichText): readonly Line[] =>
  textBlocks(text.content).flatMap(({ id, text: words }) => {
    let start = 0;
    return words.split('\n').map((line) => {
      const found = { block: id, start, text: line };
      start += line.length + 1;
      return found;
    });
  });

/** Lines that follow each other in one paragraph are one passage. */
function withPlace(places: readonly PointPlace[], place: PointPlace): PointPlace[] {
  const last = places.at(-1);
  return last !== undefined && last.block !== null && last.block === place.block
    ? [...places.slice(0, -1), { ...last, end: place.end }]
    : [...places, place];
}

/** Questions right behind each other, without room between: they only say what was asked. */
function withoutRepeated(heads: readonly (Headed | null)[]): readonly (Headed | null)[] {
  const asks = (head: Headed | null | undefined): boolean =>
    head?.isQuoted === true && head.points.some(({ isGroup }) => !isGroup);
  return heads.map((head, at) => (asks(head) && (asks(heads[at - 1]) || asks(heads[at + 1])) ? null : head));
}

/** A point and what stands below it, as far as that has no heading of its own. */
function withChildren(point: Point, points: readonly Point[], named: ReadonlySet<string>): readonly Point[] {
  const at = points.indexOf(point);
  const end = points.findIndex((other, index) => index > at && other.level <= point.level);
  const children = points.slice(at + 1, end === -1 ? points.length : end);
  return [point, ...children.filter(({ id }) => !named.has(id))];
}

const LEADS_TO_LIST = /(?:frage|beantwort|reihenfolge|punkte|wie folgt)/iu;

/** A numbered list with an item for each question, where no heading names one: "in der Reihenfolge der Anfrage". */
function inOrder(reply: RichText, points: readonly Point[]): ReadonlyMap<string, readonly PointPlace[]> {
  const found = new Map<string, readonly PointPlace[]>();
  const outermost = points.filter(({ level, isGroup }) => level === 0 && !isGroup);
  const lists = reply.content.flatMap((block, at) => (block.type === 'orderedList' ? [{ block, at }] : []));
  const items = lists.flatMap(({ block }) => block.content);
  const goOn = lists.every(({ block }, at) => {
    const before = lists.slice(0, at).reduce((sum, list) => sum + list.block.content.length, 0);
    return block.attrs.start === before + 1 && block.content.length > 0;
  });
  const first = lists[0]?.at ?? 0;
  const lead = textBlocks(reply.content.slice(0, first))
    .map(({ text }) => text.trim())
    .filter(Boolean)
    .at(-1);
  const isLed = lead === undefined || LEADS_TO_LIST.test(lead);
  if (!goOn || !isLed || items.length !== outermost.length || outermost.length !== points.length) return found;
  outermost.forEach(({ id }, at) => {
    const blocks = textBlocks(items[at]?.content ?? []).filter(({ text }) => text.trim() !== '');
    if (blocks.length > 0)
      found.set(
        id,
        blocks.map(({ id: block, text }) => ({ block, start: 0, end: text.length })),
      );
  });
  return found;
}

/** What the reply has headings for, by the ids of the points. */
export function headedPoints(reply: RichText, papers: readonly PointsOfPaper[]): ReadonlySet<string> {
  const heads = linesOf(reply).map(({ text }) => headingOf(text, papers));
  return new Set(heads.flatMap((head) => head?.points.map(({ id }) => id) ?? []));
}

export interface EmptyHeading {
  readonly pointIds: readonly string[];
  readonly text: string;
  readonly place: PointPlace;
}

/** Headings of points with nothing below them; one over the headings of its own children is none. */
export function emptyHeadings(reply: RichText, papers: readonly PointsOfPaper[]): readonly EmptyHeading[] {
  const all = linesOf(reply);
  const found = withoutRepeated(all.map(({ text }) => headingOf(text, papers)));
  const lines = all.flatMap((line, at) => (line.text.trim() === '' ? [] : [{ ...line, head: found[at] ?? null }]));
  const below = (point: Point): readonly Point[] =>
    withChildren(point, papers.find(({ points }) => points.includes(point))?.points ?? [], new Set());
  return lines.flatMap(({ block, start, text, head }, at) => {
    const next = lines[at + 1]?.head;
    if (head?.from !== null || head.points.every(({ isGroup }) => isGroup)) return [];
    const family = new Set(head.points.flatMap(below));
    const goesOn = at + 1 < lines.length && (!next || next.points.every((point) => family.has(point)));
    if (goesOn) return [];
    const place = { block, start, end: start + text.length };
    return [{ pointIds: head.points.map(({ id }) => id), text: text.trim(), place }];
  });
}

/** By the id of the point; points without a passage are none of its keys. */
export function answeredPassages(
  reply: RichText,
  papers: readonly PointsOfPaper[],
): ReadonlyMap<string, readonly PointPlace[]> {
  const asked = papers.map(({ reference, points }) => ({
    reference,
    points: points.filter(({ change }) => change !== 'gone'),
  }));
  const points = asked.flatMap((paper) => paper.points);
  const found = new Map<string, PointPlace[]>();
  if (points.length === 0) return found;
  const lines = linesOf(reply);
  const heads = withoutRepeated(lines.map(({ text }) => headingOf(text, asked)));
  const named = new Set(heads.flatMap((head) => head?.points.map(({ id }) => id) ?? []));
  if (named.size === 0) return inOrder(reply, points);
  const lists = new Map(asked.flatMap((paper) => paper.points.map((point) => [point.id, paper.points] as const)));
  let current: readonly Point[] = [];
  lines.forEach(({ block, start: lineStart, text }, at) => {
    const head = heads[at];
    if (head) current = head.points.flatMap((point) => withChildren(point, lists.get(point.id) ?? [], named));
    const start = head ? head.from : 0;
    if (start === null || text.slice(start).trim() === '') return;
    const place = { block, start: lineStart + start, end: lineStart + text.length };
    for (const { id } of new Set(current)) found.set(id, withPlace(found.get(id) ?? [], place));
  });
  return found;
}
