/**
 * Which passages of a reply answer which points, told by the headings that stand over them: "Zu Frage 1 und 2:", "Zu 2 a) (Kosten):", or the
 * question itself. What stands below one, up to the next, answers its points. Pure; the window asks it with every pause in writing.
 */
import { textBlocks, type TextBlock } from '../../record/rich-text/plain-text.ts';
import type { RichText } from '../../record/rich-text/rich-text.ts';
import type { Point, PointPlace } from './shapes.ts';

export interface PointsOfPaper {
  readonly reference: string | null;
  readonly points: readonly Point[];
}

const WORD = String.raw`(?:fragen?|punkte?n?|ziffern?|forderung(?:en)?|beschlusspunkte?n?|nummern?)`;
const LEAD = new RegExp(
  String.raw`^(?:antwort(?:en)?\s+)?(?:(?:zu|zur|zum|auf|ad)\s+)?(?:(?:den|die|der)\s+)?(?:${WORD}\s+)?(?:nr\.\s*)?`,
  'iu',
);
const SAID = new RegExp(String.raw`^(?:antwort(?:en)?\s+)?(?:zu|zur|zum|ad)\s|^(?:antwort|nr\.|${WORD})\s`, 'iu');
const LONGEST_HEADING = 160;

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s\u00A0\u202F]+/gu, ' ')
    .trim();
/** Signs at the end may be forgotten. */
const foldSentence = (text: string): string => fold(text).replace(/[\s?.!]+$/u, '');
/** "2 a)" and "2a" are the same label. */
const bare = (label: string): string => label.toLowerCase().replace(/[^\p{L}\d]/gu, '');

interface Headed {
  readonly points: readonly Point[];
  /** The question itself; several right behind each other only repeat what was asked. */
  readonly isQuoted: boolean;
  /** Where the answer begins in the block of the heading; null where it begins in the next. */
  readonly from: number | null;
}

/** "1 und 2", "1, 3 bis 5", "2 a) und b)": the points that are named; null where something else is. */
function namedPoints(words: string, points: readonly Point[]): readonly Point[] | null {
  const byLabel = new Map([...points].reverse().map((point) => [bare(point.label), point]));
  const whole = byLabel.get(bare(words));
  if (whole) return [whole];
  const found: Point[] = [];
  let before: Point | undefined;
  let isRange = false;
  for (const part of words.split(/\s*(,|;|\bund\b|\bsowie\b|\bbis\b|&|–|(?<=\d)-(?=\d)|\/)\s*/iu)) {
    if (/^(?:bis|–|-)$/iu.test(part)) {
      isRange = true;
      continue;
    }
    if (/^(?:,|;|und|sowie|&|\/)?$/iu.test(part)) continue;
    // "2 a) und b)": the second stands below the same number.
    const parent = before?.label.replace(/\s*\S+$/u, '') ?? '';
    const point = byLabel.get(bare(part)) ?? (parent === '' ? undefined : byLabel.get(bare(`${parent}${part}`)));
    if (!point) return null;
    if (isRange && before) found.push(...points.slice(points.indexOf(before) + 1, points.indexOf(point)));
    isRange = false;
    found.push(point);
    before = point;
  }
  return found.length === 0 ? null : found;
}

/** "Frage" means questions and "Forderung" demands, where both are asked; a number in brackets names the paper. */
function meant(head: string, papers: readonly PointsOfPaper[]): readonly Point[] {
  const named = papers.filter(({ reference }) => reference !== null && head.includes(reference));
  const points = (named.length > 0 ? named : papers).flatMap((paper) => paper.points);
  const kind = /frage/iu.test(head) ? 'question' : /forderung|punkt|ziffer/iu.test(head) ? 'demand' : null;
  const own = points.filter((point) => point.kind === kind);
  return kind === null || own.length === 0 ? points : own;
}

function headed({ text }: TextBlock, papers: readonly PointsOfPaper[]): Headed | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const whole = foldSentence(trimmed.replace(/["“”»]+$/u, ''));
  const quoted = whole.replace(/^[„"“(]*(?:(?:\S{1,6}\s+)?\S{1,6}[.)]\s+)?/u, '');
  const own = papers
    .flatMap(({ points }) => points)
    .filter((point) => {
      const asked = foldSentence(point.text);
      return asked === quoted || asked === whole || whole === `${fold(point.label)} ${asked}`;
    });
  if (own.length > 0) return { points: own.slice(0, 1), isQuoted: true, from: null };
  if (!SAID.test(trimmed)) return null;
  const colon = text.indexOf(':');
  const head = (colon === -1 ? text : text.slice(0, colon)).trim();
  if (head.length > LONGEST_HEADING || (colon === -1 && !/\d|\p{L}\)/u.test(head))) return null;
  const words = head
    .replace(LEAD, '')
    .replace(/\s*\([^()]{2,}\)\s*$/u, '')
    .replace(/\s+[–-]\s+\p{L}.*$/u, '')
    .replace(/[.:]$/u, '');
  const found = namedPoints(words.trim(), meant(head, papers));
  if (!found) return null;
  const rest = colon === -1 ? '' : text.slice(colon + 1);
  if (rest.trim() === '') return { points: found, isQuoted: false, from: null };
  return { points: found, isQuoted: false, from: colon + 1 + (rest.length - rest.trimStart().length) };
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
  const heads = textBlocks(reply.content).map((block) => headed(block, papers));
  return new Set(heads.flatMap((head) => head?.points.map(({ id }) => id) ?? []));
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
  const blocks = textBlocks(reply.content);
  const heads = withoutRepeated(blocks.map((block) => headed(block, asked)));
  const named = new Set(heads.flatMap((head) => head?.points.map(({ id }) => id) ?? []));
  if (named.size === 0) return inOrder(reply, points);
  const lists = new Map(asked.flatMap((paper) => paper.points.map((point) => [point.id, paper.points] as const)));
  let current: readonly Point[] = [];
  blocks.forEach((block, at) => {
    const head = heads[at];
    if (head) current = head.points.flatMap((point) => withChildren(point, lists.get(point.id) ?? [], named));
    const start = head ? head.from : 0;
    if (start === null || block.text.slice(start).trim() === '') return;
    for (const { id } of new Set(current))
      found.set(id, [...(found.get(id) ?? []), { block: block.id, start, end: block.text.length }]);
  });
  return found;
}
