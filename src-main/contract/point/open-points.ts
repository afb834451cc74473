/** Which points of a statement's papers nobody has answered. Pure. */
import { answeredPassages } from './answered-passages.ts';
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

/** A question with words below its heading is answered, whatever was chosen; one that cannot be answered needs a reason. */
function isOpen(
  point: Point,
  answer: PointAnswer | undefined,
  known: ReadonlySet<string>,
  isWritten: boolean,
): boolean {
  if (!needsAnswer(point)) return false;
  if (answer?.state === 'withdrawn') return false;
  if (answer && answer.sameAs !== null) return !known.has(answer.sameAs);
  if (point.kind === 'demand') return (answer?.position ?? null) === null;
  if (answer?.state === 'cannot') return answer.reason.trim() === '';
  return (answer?.state ?? 'open') === 'open' && !isWritten;
}

export function openPoints(
  points: readonly Point[],
  answers: readonly PointAnswer[],
  reply: RichText,
): readonly Point[] {
  const byPoint = new Map(answers.map((answer) => [answer.pointId, answer]));
  const known = new Set(points.map(({ id }) => id));
  const written = answeredPassages(reply, points);
  return points.filter((point) => isOpen(point, byPoint.get(point.id), known, written.has(point.id)));
}
