/** Which points of a statement's papers nobody has answered. Pure. */
import type { Point, PointAnswer } from '../../contract/point/shapes.ts';

/** Something is asked in it, and it is still asked. */
const needsAnswer = ({ isGroup, change }: Point): boolean => !isGroup && change !== 'gone';

/** A question that cannot be answered needs a reason; one that points at another needs that one to be there. */
function isOpen(point: Point, answer: PointAnswer | undefined, known: ReadonlySet<string>): boolean {
  if (!needsAnswer(point)) return false;
  if (!answer) return true;
  if (answer.state === 'withdrawn') return false;
  if (answer.sameAs !== null) return !known.has(answer.sameAs);
  if (point.kind === 'demand') return answer.position === null;
  return answer.state === 'open' || (answer.state === 'cannot' && answer.reason.trim() === '');
}

export function openPoints(points: readonly Point[], answers: readonly PointAnswer[]): readonly Point[] {
  const byPoint = new Map(answers.map((answer) => [answer.pointId, answer]));
  const known = new Set(points.map(({ id }) => id));
  return points.filter((point) => isOpen(point, byPoint.get(point.id), known));
}
