/**
 * What follows from the positions: the sentence "Die Verwaltung empfiehlt, …" and a table of them. Pure. They are ordinary text; whether they
 * still follow is told by their words alone: what reads exactly as the positions before have it has not been touched by anybody.
 */
import type { PaperType } from '../../record/basics.ts';
import { answerStateNames, positionNames, recommendationTexts } from './texts-de.ts';
import type { Point, PointAnswer, Position } from './shapes.ts';

/** Of an answered paper, what a recommendation speaks of. */
export interface AnsweredDemands {
  readonly reference: string | null;
  readonly paperType: PaperType;
  readonly points: readonly Point[];
}
export type Answers = ReadonlyMap<string, PointAnswer>;

/** The order in which a sentence names them. */
const ORDER: readonly Position[] = ['approve', 'partly', 'alternative', 'reject', 'already-done', 'not-competent'];

const demandsOf = ({ points }: AnsweredDemands): readonly Point[] =>
  points.filter(({ kind, isGroup, change }) => kind === 'demand' && !isGroup && change !== 'gone');

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} und ${words.at(-1) ?? ''}`;

function sentenceOf(paper: AnsweredDemands, answers: Answers, isOneOfSeveral: boolean): string | null {
  const demands = demandsOf(paper);
  const byPosition = new Map<Position, Point[]>();
  for (const point of demands) {
    const position = answers.get(point.id)?.position;
    if (position) byPosition.set(position, [...(byPosition.get(position) ?? []), point]);
  }
  const decided = ORDER.filter((position) => byPosition.has(position));
  const [only] = decided;
  if (only === undefined) return null;
  const name = recommendationTexts.paper(paper.paperType);
  const called =
    isOneOfSeveral && paper.reference !== null ? { ...name, number: ` ${paper.reference}` } : { ...name, number: '' };
  if (decided.length === 1 && byPosition.get(only)?.length === demands.length)
    return recommendationTexts.whole[only](called);
  const parts = decided.map((position) => {
    const labels = (byPosition.get(position) ?? []).map(({ label }) => label);
    return recommendationTexts.part[position](listed(labels), labels.length > 1);
  });
  const of = isOneOfSeveral ? recommendationTexts.of(called) : '';
  return recommendationTexts.sentence(of, listed(parts));
}

/** A sentence for each paper of which something is decided, in one paragraph; null while nothing is. */
export function recommendationSentence(papers: readonly AnsweredDemands[], answers: Answers): string | null {
  const asked = papers.filter((paper) => demandsOf(paper).length > 0);
  const sentences = asked.flatMap((paper) => sentenceOf(paper, answers, asked.length > 1) ?? []);
  return sentences.length === 0 ? null : sentences.join(' ');
}

const VERBS =
  '(?:(?:teilweise |in anderer Fassung |in der vorgeschlagenen anderen Fassung )?zuzustimmen|abzulehnen|für erledigt zu erklären|(?:mangels Zuständigkeit )?nicht zu beschließen(?:, weil die Stadt nicht zuständig ist)?)';
const WHAT =
  '(?:(?:Punkt|den Punkten|die Punkte) [^.:;]{1,120}?|(?:dem|den|der|die) (?:Änderungsantrag|Antrag|Vorlage)(?: [A-ZÄÖÜ]+\\d+/\\d+[\\d/]*)?)';
const ONE = `Die Verwaltung empfiehlt(?: von den Punkten [^,.]{1,60})?, ${WHAT} ${VERBS}(?:(?:,| und) ${WHAT} ${VERBS})*\\.`;
const GENERATED = new RegExp(`^${ONE}(?: ${ONE})*$`, 'u');

/** Whether the words could come from positions, whichever they were. */
export const isRecommendation = (text: string): boolean => GENERATED.test(text);

/** Rows of the table of positions, its head first; null while there is no demand. */
export function positionRows(
  papers: readonly AnsweredDemands[],
  answers: Answers,
): readonly (readonly string[])[] | null {
  const rows = papers.flatMap((paper) =>
    demandsOf(paper).map(({ id, label, text }) => {
      const answer = answers.get(id);
      const words = answer?.position ? positionNames[answer.position] : answerStateNames[answer?.state ?? 'open'];
      return [label, text.replace(/\s+/gu, ' ').trim(), words];
    }),
  );
  return rows.length === 0 ? null : [[...recommendationTexts.head], ...rows];
}
