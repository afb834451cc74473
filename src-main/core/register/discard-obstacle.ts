/** Why a paper must stay in the register; null when it may go into the bin. */
import { binTexts } from '../../contract/bin/texts-de.ts';
import type { Paper } from '../paper/paper.ts';
import type { ReadStores } from '../ports/ports.ts';

type Stores = Pick<ReadStores, 'papers' | 'statements' | 'issues' | 'dispatch'>;

export async function discardObstacle(stores: Stores, paper: Paper): Promise<string | null> {
  if ((await stores.issues.issues(paper.id)).length > 0) return binTexts.issued;
  const statement = await stores.statements.get(paper.id);
  if (statement?.state === 'released') return binTexts.released;
  // A letter that went out with a proof was received by somebody.
  if ((await stores.dispatch.of(paper.id)).length > 0) return binTexts.sent;
  const answering: string[] = [];
  for (const id of await stores.statements.answeredBy(paper.id))
    answering.push(binTexts.statement((await stores.papers.get(id))?.reference ?? null));
  return answering.length > 0 ? binTexts.answered(answering.join(', ')) : null;
}
