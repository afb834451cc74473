/**
 * Which passages of a reply answer which points, told by the headings that stand over them: "Zu Frage 1 und 2:", "Zu 2 a) (Kosten):", or the
 * question itself. What stands below one, up to the next, answers its points. Pure; the window asks it with every pause in writing.
 */
import { textBlocks, type TextBlock } from '../../record/rich-text/plain-text.ts';
import type { RichText } from '../../record/rich-text/rich-text.ts';
import type { Point, PointPlace } from './shapes.ts';

const LEAD =
  /^(?:antwort(?:en)?\s+)?(?:(?:zu|zur|zum|auf)\s+)?(?:(?:den|die|der)\s+)?(?:fragen?|punkte?n?|ziffern?|forderung(?:en)?|beschlusspunkte?n?|nr\.|nummern?)?\s*/iu;
const SAID = /^(?:antwort(?:en)?\s+)?(?:zu|zur|zum)\b|^(?:antwort|frage|punkt|ziffer|forderung|nr\.|beschlusspunkt)/iu;
const LONGEST_HEADING = 160;

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s\u00A0\u202F]+/gu, ' ')
    .trim();
/** "2 a)" and "2a" are the same label. */
const bare = (label: string): string => label.toLowerCase().replace(/[^\p{L}\d]/gu, '');

interface Headed {
  readonly points: readonly Point[];
  /** Where the answer begins in the block of the heading; null where it begins in the next. */
  readonly from: number | null;
}

/** "1 und 2", "1, 3 bis 5", "2 a) und b)": the points that are named; null where something else is. */
function namedPoints(words: string, points: readonly Point[]): readonly Point[] | null {
  const byLabel = new Map(points.map((point) => [bare(point.label), point]));
  const found: Point[] = [];
  let before: Point | undefined;
  let isRange = false;
  for (const part of words.split(/\s*(,|;|\bund\b|\bsowie\b|\bbis\b|&|–|\/)\s*/iu)) {
    if (/^(?:bis|–)$/iu.test(part)) {
      isRange = true;
      continue;
    }
    if (/^(?:,|;|und|sowie|&|\/)?$/iu.test(part)) continue;
    // "2 a) und b)": the second stands below the same number.
    const parent = before?.label.replace(/\s*\S+$/u, '') ?? '';
    const point = byLabel.get(bare(part)) ?? (parent === '' ? undefined : byLabel.get(bare(`${parent}${part}`)));
    if (!point) return null;
    if (isRange && before) {
      const [start, end] = [points.indexOf(before), points.indexOf(point)];
      found.push(...points.slice(start + 1, end));
    }
    isRange = false;
    found.push(point);
    before = point;
  }
  return found.length === 0 ? null : found;
}

function headed({ text }: TextBlock, points: readonly Point[]): Headed | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  // The question itself, quoted with or without its number.
  const quoted = fold(trimmed)
    .replace(/^[„"“(]*(?:\S{1,6}[.)]\s+)?/u, '')
    .replace(/["“”»]+$/u, '');
  const own = points.filter(
    (point) => fold(point.text) === quoted || fold(`${point.label} ${point.text}`) === fold(trimmed),
  );
  if (own.length > 0) return { points: own, from: null };
  if (!SAID.test(trimmed)) return null;
  const colon = text.indexOf(':');
  const head = (colon === -1 ? text : text.slice(0, colon)).trim();
  if (head.length > LONGEST_HEADING || (colon === -1 && !/\d|\p{L}\)/u.test(head))) return null;
  const words = head
    .replace(LEAD, '')
    .replace(/\s*\([^()]{2,}\)\s*$/u, '')
    .replace(/[.:]$/u, '');
  const found = namedPoints(words.trim(), points);
  if (!found) return null;
  const rest = colon === -1 ? '' : text.slice(colon + 1);
  if (rest.trim() === '') return { points: found, from: null };
  return { points: found, from: colon + 1 + (rest.length - rest.trimStart().length) };
}

/** A numbered list with an item for each question, where no heading names one: "in der Reihenfolge der Anfrage". */
function inOrder(reply: RichText, points: readonly Point[]): ReadonlyMap<string, readonly PointPlace[]> {
  const found = new Map<string, readonly PointPlace[]>();
  const outermost = points.filter(({ level, isGroup }) => level === 0 && !isGroup);
  const lists = reply.content.flatMap((block) => (block.type === 'orderedList' ? [block] : []));
  const items = lists.flatMap(({ content }) => content);
  const goOn = lists.every(({ attrs, content }, at) => {
    const before = lists.slice(0, at).reduce((sum, list) => sum + list.content.length, 0);
    return attrs.start === before + 1 && content.length > 0;
  });
  if (!goOn || items.length !== outermost.length || outermost.length !== points.length) return found;
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

/** By the id of the point; points without a passage are none of its keys. */
export function answeredPassages(
  reply: RichText,
  points: readonly Point[],
): ReadonlyMap<string, readonly PointPlace[]> {
  const asked = points.filter(({ change }) => change !== 'gone');
  const found = new Map<string, PointPlace[]>();
  if (asked.length === 0) return found;
  let current: readonly Point[] = [];
  let isHeaded = false;
  for (const block of textBlocks(reply.content)) {
    const head = headed(block, asked);
    if (head) current = head.points;
    isHeaded ||= head !== null;
    const start = head ? head.from : 0;
    if (start === null || current.length === 0 || block.text.slice(start).trim() === '') continue;
    for (const { id } of current)
      found.set(id, [...(found.get(id) ?? []), { block: block.id, start, end: block.text.length }]);
  }
  return isHeaded ? found : inOrder(reply, asked);
}
