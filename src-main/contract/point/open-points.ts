/** Which points of a statement's papers nobody has answered. Pure. */
import { answeredPassages, type PointsOfPaper } from './answered-passages.ts';
import type { Point, PointAnswer } from './shapes.ts';
import type { RichText } from '../../record/rich-text/rich-text.ts';

export const notAnswered = (pointId: string): PointAnswer => ({
  pointId,
  position: null,
  state: 'open',
  reason: '',
  sameAs: null,
  passages: [],
  isStale: false,
});

/** Something is asked in it, and it is still asked. */
const needsAnswer = ({ isGroup, change }: Point): boolean => !isGroup && change !== 'gone';

/** Whether "siehe Antwort zu …" leads to a point that is asked, and not round in a circle. */
function leadsSomewhere(
  answer: PointAnswer,
  points: ReadonlyMap<string, Point>,
  answers: ReadonlyMap<string, PointAnswer>,
): boolean {
  const seen = new Set([answer.pointId]);
  for (let next = answer.sameAs; next !== null; next = answers.get(next)?.sameAs ?? null) {
    const point = points.get(next);
    if (seen.has(next) || !point || !needsAnswer(point)) return false;
    seen.add(next);
  }
  return true;
}

/** A question with words below its heading is answered, whatever was chosen; one that cannot be answered needs a reason. */
export function openPoints(
  papers: readonly PointsOfPaper[],
  answers: readonly PointAnswer[],
  reply: RichText,
): readonly Point[] {
  const all = papers.flatMap(({ points }) => points);
  const byId = new Map(all.map((point) => [point.id, point]));
  const byPoint = new Map(answers.map((answer) => [answer.pointId, answer]));
  const written = answeredPassages(reply, papers);
  const isOpen = (point: Point): boolean => {
    const answer = byPoint.get(point.id);
    if (!needsAnswer(point)) return false;
    if (answer?.state === 'withdrawn') return false;
    if (answer && answer.sameAs !== null) return !leadsSomewhere(answer, byId, byPoint);
    if (point.kind === 'demand') return (answer?.position ?? null) === null;
    if (answer?.state === 'cannot') return answer.reason.trim() === '';
    return (answer?.state ?? 'open') === 'open' && !written.has(point.id);
  };
  return all.filter(isOpen);
}
