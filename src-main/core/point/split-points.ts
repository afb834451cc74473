/** Proposes how an answered paper falls into points: demands of a motion, questions of an inquiry. A person corrects it. Pure. */
import { sentences } from '../../base/sentences.ts';
import { MOST_POINTS, type PointKind } from '../../contract/point/shapes.ts';
import type { PaperType } from '../../record/basics.ts';
import type { RichText } from '../../record/rich-text/rich-text.ts';
import { followsUp, isDemand, isFormal, isProcedure, isQuestion, mayAsk } from './asking.ts';
import { splitInline } from './inline-numbers.ts';
import { numbered, type NumberedLine } from './numbering.ts';
import { flowingSentences, joined, type Piece } from './flowing-text.ts';
import { isHeadingLike, outline, type Outline, type OutlineEntry, type Place } from './outline.ts';
import { withoutClosing } from './closing-lines.ts';
import { announcesQuestions, beginsReasons, ends, resolutionPart, splitReasons } from './sections.ts';
import { textLines, type Line } from './text-lines.ts';

export interface ProposedPoint {
  /** As the paper prints it, "2 a)"; a running number where it prints none. One paper has each label once. */
  readonly label: string;
  readonly kind: PointKind;
  /** 0 for the outermost; a point belongs to the nearest one before it with a smaller level. */
  readonly level: number;
  /** Only a heading over others: there is nothing in it to answer. */
  readonly isGroup: boolean;
  readonly text: string;
  readonly places: readonly Place[];
}

/** What a paper of this type is split into; null where it asks for nothing. */
export function kindOf(paperType: PaperType): PointKind | null {
  if (paperType === 'inquiry') return 'question';
  return paperType === 'motion' || paperType === 'amendment' ? 'demand' : null;
}

const oneLine = (text: string): string => text.replaceAll('\n', ' ');
/** "Deckungsvorschlag: …", "Produkt: …": named beside what is demanded. */
const isLabelled = (text: string): boolean =>
  /^\p{Lu}[\p{L} -]{2,30}:\s/u.test(text) && !isDemand(text.replace(/^[^:]*:\s*/u, ''));

/** "Frage: Wie …?" is the question without its head, as is "… folgende Frage: Wie …?". */
function withoutHead(piece: Piece): Piece {
  const head = /^(?:[^?:]{0,120}\bfragen?|zusatzfrage|nachfrage|anfrage)\s*:\s*/iu.exec(piece.text)?.[0].length ?? 0;
  const [first, ...others] = piece.places;
  if (head === 0 || !first || piece.text.slice(0, head).includes('\n')) return piece;
  return { text: piece.text.slice(head), places: [{ ...first, start: first.start + head }, ...others] };
}

/** Sentence by sentence: a paragraph that demands nothing, and a sentence that explains, belong to the demand before. */
function demandSentences(lines: readonly Line[]): readonly Piece[] {
  const found: Piece[][] = [];
  for (const all of flowingSentences(lines)) {
    const pieces = all.filter(({ text }) => !isProcedure(text) && !isLabelled(text));
    const demandsSomething = pieces.some(({ text }) => isDemand(oneLine(text)));
    pieces.forEach((piece, at) => {
      const last = found.at(-1);
      const begins = last === undefined || isDemand(oneLine(piece.text)) || (at === 0 && demandsSomething);
      if (begins) found.push([piece]);
      else last.push(piece);
    });
  }
  return found.map(joined);
}

/** Sentence by sentence; "Wenn ja, …" belongs to the question before it. What asks nothing is left out. */
function questionSentences(lines: readonly Line[]): readonly Piece[] {
  const found: Piece[][] = [];
  for (const piece of flowingSentences(lines).flat()) {
    const last = found.at(-1);
    const text = oneLine(piece.text);
    if (last && followsUp(text) && text.endsWith('?')) last.push(piece);
    else if (isQuestion(text)) found.push([withoutHead(piece)]);
  }
  return found.map(joined);
}

function unlabelled(pieces: readonly Piece[], kind: PointKind, taken: ReadonlySet<string>): readonly ProposedPoint[] {
  const isAlone = taken.size === 0;
  return pieces.map((piece, at) => {
    const number = String(at + 1);
    const label = isAlone ? number : pieces.length === 1 ? 'o. Nr.' : `o. Nr. ${number}`;
    return { label, kind, level: 0, isGroup: false, ...piece };
  });
}

/** "Die Verwaltung wird beauftragt," only leads to what stands below it. */
function asksItself(kind: PointKind, { text, lines }: OutlineEntry): boolean {
  const asks = kind === 'question' ? isQuestion : isDemand;
  return !/[:,–-]$/u.test(lines.at(-1)?.text ?? '') && sentences(text).some((sentence) => asks(sentence.text));
}

/** The numbers that a point of this kind bears; one that only stands over others is a group. */
function pointsOf(entries: readonly OutlineEntry[], kind: PointKind): readonly ProposedPoint[] {
  return entries.map((entry, at) => {
    const { label, level, text, places } = entry;
    const hasChildren = (entries[at + 1]?.level ?? 0) > level;
    return { label, kind, level, isGroup: hasChildren && !asksItself(kind, entry), text, places };
  });
}

function demands(lines: readonly Line[]): readonly ProposedPoint[] {
  const part = resolutionPart(lines);
  const { entries, loose } = outline(numbered(part));
  if (entries.length === 0) return unlabelled(demandSentences(part), 'demand', new Set());
  const points = pointsOf(withoutClosing(entries, 'demand'), 'demand');
  // What is demanded behind the list without a number of its own.
  const behind = loose.filter(({ after }) => after === entries.length).map(({ line }) => line);
  const more = demandSentences(behind).filter(({ text }) =>
    sentences(text).some((sentence) => isDemand(sentence.text)),
  );
  return [...points, ...unlabelled(more, 'demand', new Set(points.map(({ label }) => label)))];
}

/** Of several lists the one that asks: numbers in the reasons are none of the questions. */
function askingLists(lines: readonly NumberedLine[]): readonly NumberedLine[] {
  const byList = new Map<number, NumberedLine[]>();
  for (const one of lines) if (one.list !== -1) byList.set(one.list, [...(byList.get(one.list) ?? []), one]);
  const asking = [...byList].filter(([, entries]) => {
    const outermost = entries.filter(({ level }) => level === 0);
    const questions = entries.filter(
      ({ line, marker }) => mayAsk(line.text.slice(marker?.length ?? 0)) || line.text.includes('?'),
    );
    return questions.length >= Math.max(1, outermost.length / 2);
  });
  const kept = new Set((asking.length > 0 ? asking : [...byList]).map(([list]) => list));
  return lines.map((one) => (one.list === -1 || kept.has(one.list) ? one : { ...one, marker: null, list: -1 }));
}

/** Lines up to the reasons that stand behind the questions; reasons before them are passed over. */
function questionPart(lines: readonly Line[]): readonly Line[] {
  const announced = lines.findLastIndex(
    (line, at) =>
      announcesQuestions(line) &&
      lines.slice(at + 1).some(({ text, markers }) => text.includes('?') || markers.length > 0),
  );
  const from =
    announced === -1 ? lines : lines.slice(lines[announced]?.text.includes('?') === true ? announced : announced + 1);
  const end = from.findIndex(
    (line, at) =>
      at > 0 &&
      (beginsReasons(line) || ends(line)) &&
      from.slice(0, at).some(({ text, markers }) => text.includes('?') || markers.length > 0),
  );
  return end === -1 ? from : from.slice(0, end);
}

function looseQuestions({ entries, loose }: Outline): readonly Piece[] {
  const behind = loose
    .filter(({ after, line }) => after === entries.length && !isHeadingLike(line))
    .map(({ line }) => line);
  return questionSentences(behind);
}

function questions(lines: readonly Line[]): readonly ProposedPoint[] {
  const part = questionPart(lines);
  const found = outline(askingLists(numbered(part)));
  const entries = found.entries.filter(({ text }) => text !== '');
  if (entries.length === 0) {
    const pieces = questionSentences(part);
    return unlabelled(pieces.length > 0 ? pieces : questionSentences(lines), 'question', new Set());
  }
  const points = pointsOf(withoutClosing(entries, 'question'), 'question').filter(
    ({ text, label }) => !isFormal(text) || /\d/u.test(label),
  );
  return [...points, ...unlabelled(looseQuestions(found), 'question', new Set(points.map(({ label }) => label)))];
}

/** Empty where the paper asks for nothing, where nothing was recognised, and where it is a list of another kind, with more than 500. */
export function splitPoints(text: RichText, paperType: PaperType): readonly ProposedPoint[] {
  const kind = kindOf(paperType);
  if (kind === null) return [];
  const lines = textLines(text).flatMap(splitReasons).flatMap(splitInline);
  const found = kind === 'demand' ? demands(lines) : questions(lines);
  return found.length > MOST_POINTS ? [] : found;
}
