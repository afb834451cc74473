/** Points are kept with the paper they belong to: taken over when a statement answers it, read again when it gets another text. */
import type { Point } from '../../contract/point/shapes.ts';
import type { Paper } from '../paper/paper.ts';
import type { WriteStores } from '../ports/ports.ts';
import { asPoints, reconcilePoints } from './reconcile.ts';
import { splitPoints } from './split-points.ts';

interface Context {
  readonly newId: () => string;
  readonly now: string;
}

type Stores = Pick<WriteStores, 'points' | 'log'>;

export async function putPoints(
  stores: Stores,
  paperId: string,
  revision: number,
  points: readonly Point[],
  now: string,
): Promise<void> {
  await stores.points.put(paperId, { revision, points }, now);
  await stores.log.append({ action: 'points-changed', entity: 'paper', entityId: paperId, revision });
}

/** For a paper that a statement begins to answer: what its text proposes, unless somebody has done so before. */
export async function takeOverPoints(stores: Stores, paper: Paper, { newId, now }: Context): Promise<void> {
  if (paper.text === null || (await stores.points.of(paper.id)) !== undefined) return;
  const points = asPoints(splitPoints(paper.text, paper.paperType), newId);
  if (points.length > 0) await putPoints(stores, paper.id, 1, points, now);
}

/** After its text changed: answers of points that read otherwise now are marked. Nothing where no points were taken over. */
export async function readPointsAgain(
  stores: Stores,
  before: Paper | null,
  paper: Paper,
  { newId, now }: Context,
): Promise<void> {
  const set = await stores.points.of(paper.id);
  if (!set || paper.text === null) return;
  const proposed = splitPoints(paper.text, paper.paperType);
  const formerly = before?.text ? splitPoints(before.text, before.paperType) : [];
  const points = reconcilePoints(set.points, paper.text, proposed, formerly, newId);
  if (JSON.stringify(points) === JSON.stringify(set.points)) return;
  await putPoints(stores, paper.id, set.revision + 1, points, now);
  const words = new Map(set.points.map((point) => [point.id, point.text]));
  const changed = new Set(
    points
      .filter(({ id, text, change }) => change === 'gone' || (words.has(id) && words.get(id) !== text))
      .map(({ id }) => id),
  );
  for (const statementId of await stores.points.answeredIn([...changed]))
    for (const answer of await stores.points.answers(statementId))
      if (changed.has(answer.pointId) && !answer.isStale)
        await stores.points.putAnswer(statementId, { ...answer, isStale: true }, now);
}
