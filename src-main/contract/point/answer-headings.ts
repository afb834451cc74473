/**
 * Which points a line of a reply is the heading of: "Zu Frage 1 und 2:", "Zu 2 a) (Kosten):", "Zur zweiten Frage:", "2)", or the question
 * itself. Pure.
 */
import type { Point } from './shapes.ts';

export interface PointsOfPaper {
  readonly reference: string | null;
  readonly points: readonly Point[];
}

const WORD = String.raw`(?:fragen?|punkte?n?|pkt\.|ziffern?|ziff\.|forderung(?:en)?|beschlusspunkte?n?|nummern?|nrn?\.)`;
const REPLY = String.raw`(?:antwort(?:en)?|beantwortung|stellungnahme)(?:\s+der\s+verwaltung)?`;
const LEAD = new RegExp(
  String.raw`^(?:${REPLY}\s+)?(?:(?:zu|zur|zum|auf|ad|der|von)\s+)?(?:(?:den|die|der)\s+)?(?:${WORD}\s*)*`,
  'iu',
);
const SAID = new RegExp(
  String.raw`^(?:${REPLY}\s+)?(?:zu|zur|zum|auf|ad)\s|^(?:die\s+)?(?:${REPLY}(?:\s+der)?|${WORD})\s|^\S{1,6}\s+${WORD}\s*:?$`,
  'iu',
);
/** "werden gemeinsam beantwortet", "wird wie folgt beantwortet" */
const ANSWERED =
  /\s+(?:wird|werden)\s+(?:(?:gemeinsam|zusammen|im zusammenhang|wie folgt|folgendermaßen)\s+)+beantwortet$/iu;
const ORDINALS = ['erste', 'zweite', 'dritte', 'vierte', 'fünfte', 'sechste', 'siebte', 'achte', 'neunte', 'zehnte'];
const ORDINAL = new RegExp(String.raw`^(${ORDINALS.join('|')})[nr]?\s+(?=${WORD})`, 'iu');
/** "zu 2) Der Bauhof …" */
const IN_LINE = /^((?:zu|ad)\s+\S{1,6}(?:\s\S{1,3})?\))\s+(?=\S)/iu;
const LONGEST_HEADING = 160;
const ALONE = /^\S{1,6}[.)]$/u;

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s\u00A0\u202F]+/gu, ' ')
    .trim();
/** Signs at the end may be forgotten. */
const foldSentence = (text: string): string => fold(text).replace(/[\s?.!]+$/u, '');
/** "2 a)" and "2a" are the same label. */
const bare = (label: string): string => label.toLowerCase().replace(/[^\p{L}\d]/gu, '');

export interface Headed {
  readonly points: readonly Point[];
  /** The question itself; several right behind each other only repeat what was asked. */
  readonly isQuoted: boolean;
  /** Where the answer begins in the line of the heading; null where it begins in the next. */
  readonly from: number | null;
}

/** "1 und 2", "1, 3 bis 5", "2 a) und b)": the points that are named; null where something else is. */
function namedPoints(words: string, points: readonly Point[]): readonly Point[] | null {
  if (bare(words) === '') return null;
  const byLabel = new Map([...points].reverse().map((point) => [bare(point.label), point]));
  const whole = byLabel.get(bare(words));
  if (whole) return [whole];
  const found: Point[] = [];
  let before: Point | undefined;
  let isRange = false;
  for (const part of words.split(/\s*(,|;|\bund\b|\bu\.|\bsowie\b|\bbis\b|&|\+|–|(?<=\d)-(?=\d)|\/)\s*/iu)) {
    if (/^(?:bis|–|-)$/iu.test(part)) {
      isRange = true;
      continue;
    }
    if (/^(?:,|;|und|u\.|sowie|&|\+|\/)?$/iu.test(part)) continue;
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

/** The question itself, with or without its label and quotation marks. */
function quotedPoint(line: string, papers: readonly PointsOfPaper[]): Point | undefined {
  const whole = foldSentence(line.replace(/["“”»]+$/u, ''));
  const quoted = whole.replace(/^[„"“(]*(?:(?:\S{1,6}\s+)?\S{1,6}[.)]\s+)?/u, '');
  return papers
    .flatMap(({ points }) => points)
    .find((point) => {
      const asked = foldSentence(point.text);
      return asked === quoted || asked === whole || whole === `${fold(point.label)} ${asked}`;
    });
}

/** What is left of a heading without the words around its labels. */
function labelsIn(head: string): string {
  const without = head
    .replace(/\s*\([^()]{2,}\)\s*$/u, '')
    .replace(/\s+[–-]\s+\p{L}.*$/u, '')
    .replace(/[.:]$/u, '')
    .replace(ANSWERED, '')
    .replace(LEAD, '');
  const ordinal = ORDINAL.exec(without)?.[1]?.toLowerCase();
  if (ordinal !== undefined) return String(ORDINALS.indexOf(ordinal) + 1);
  return without.replace(new RegExp(String.raw`\s+${WORD}$`, 'iu'), '').trim();
}

/** Null where the line is none. */
export function headingOf(line: string, papers: readonly PointsOfPaper[]): Headed | null {
  const trimmed = line.trim();
  if (trimmed === '') return null;
  const quoted = quotedPoint(trimmed, papers);
  if (quoted) return { points: [quoted], isQuoted: true, from: null };
  if (!SAID.test(trimmed) && !ALONE.test(trimmed)) return null;
  const colon = line.indexOf(':');
  const inLine = IN_LINE.exec(line.trimStart())?.[1]?.length;
  const ends = [colon, ...(inLine === undefined ? [] : [line.length - line.trimStart().length + inLine - 1])];
  for (const end of ends) {
    const head = (end === -1 ? line : line.slice(0, end)).trim();
    const found = head.length > LONGEST_HEADING ? null : namedPoints(labelsIn(head), meant(head, papers));
    if (!found) continue;
    const rest = end === -1 ? '' : line.slice(end + 1);
    return { points: found, isQuoted: false, from: rest.trim() === '' ? null : line.length - rest.trimStart().length };
  }
  return null;
}
