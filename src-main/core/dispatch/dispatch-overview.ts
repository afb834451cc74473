/**
 * Issued papers of which something still has to go out, and those that are done: what was sent does not vanish from the list. Which papers are
 * open is kept, so that nobody walks through all that were ever issued; what is open of them depends on the day.
 */
import type { DoneDispatch, PendingDispatch } from '../../contract/dispatch/shapes.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import { sentenceFor } from '../../contract/shared/errors-de.ts';
import { directoryOn, type DirectoryOn } from '../distribution/directory-on.ts';
import { loadCopies } from '../distribution/load-distribution.ts';
import type { StatementSteps } from '../issue/statement-steps.ts';
import type { Ports, ReadStores } from '../ports/ports.ts';

const PENDING_PAGE = 100;
const MOST_DONE = 20;
/** Of many that were opened again not all are looked at here: they stand among the open ones the next time. */
const MOST_LOOKED_AT = 60;

const UNREADABLE: readonly string[] = ['kept-newer', 'kept-broken'];

type Looked = Pick<Ports, 'sha256' | 'clock'>;
type Steps = Pick<StatementSteps, 'load'>;

interface OpenPaper extends PendingDispatch {
  readonly isWithdrawn: boolean;
}

/** What there is to say of one paper; undefined when it has no issue. */
async function openPaper(
  ports: Looked,
  stores: ReadStores,
  steps: Steps,
  id: string,
  directory: DirectoryOn,
): Promise<OpenPaper | undefined> {
  const { loaded } = await steps.load(stores, id);
  const { paper, statement } = loaded;
  const { reference, name } = paper;
  const shown = { id, reference, name, state: statement.state };
  try {
    const { issue, copies } = await loadCopies(ports, stores, loaded, ports.clock.today(), directory);
    if (!issue) return undefined;
    const open = copies.filter(({ sent }) => sent === null).length;
    return { ...shown, open, total: copies.length, isWithdrawn: issue.isWithdrawn, problem: null };
  } catch (error) {
    // One paper that cannot be read keeps no other from being seen.
    if (!(error instanceof Refusal) || !UNREADABLE.includes(error.code)) throw error;
    return { ...shown, open: 0, total: 0, isWithdrawn: false, problem: sentenceFor(error.code, error.details) };
  }
}

const isDone = ({ isWithdrawn, open, total }: OpenPaper): boolean => isWithdrawn || (open === 0 && total > 0);

/** Those of which nothing has to go out any more. A paper without recipients is not done: somebody may be missing in the directory. */
export async function settledOf(
  ports: Looked,
  stores: ReadStores,
  steps: Steps,
  ids: readonly string[],
): Promise<readonly string[]> {
  const directory = await directoryOn(stores, ports.clock.today());
  const settled: string[] = [];
  for (const id of ids) {
    const paper = await openPaper(ports, stores, steps, id, directory);
    if (!paper || isDone(paper)) settled.push(id);
  }
  return settled;
}

export interface PendingFound {
  readonly pending: PendingDispatch[];
  readonly next: string | null;
  /** Open by what is kept, and done by the day: a recipient has left, or an older version kept no list. */
  readonly settled: readonly string[];
}

export async function pendingDispatch(
  ports: Looked,
  stores: ReadStores,
  steps: Steps,
  after: string | undefined,
): Promise<PendingFound> {
  const directory = await directoryOn(stores, ports.clock.today());
  const { paperIds, next } = await stores.dispatch.open({ limit: PENDING_PAGE, after });
  const pending: PendingDispatch[] = [];
  const settled: string[] = [];
  for (const id of paperIds) {
    const paper = await openPaper(ports, stores, steps, id, directory);
    if (!paper || isDone(paper)) settled.push(id);
    if (!paper || isDone(paper) || (paper.open === 0 && paper.problem === null)) continue;
    const { isWithdrawn: _, ...shown } = paper;
    pending.push(shown);
  }
  return { pending, next, settled };
}

export interface DoneFound {
  readonly done: DoneDispatch[];
  /** Done by what is kept, and open by the day: somebody has come to a group since. */
  readonly reopened: readonly PendingDispatch[];
}

export async function doneDispatch(ports: Looked, stores: ReadStores, steps: Steps): Promise<DoneFound> {
  const directory = await directoryOn(stores, ports.clock.today());
  const done: DoneDispatch[] = [];
  const reopened: PendingDispatch[] = [];
  const seen: string[] = [];
  while (done.length < MOST_DONE && seen.length < MOST_LOOKED_AT) {
    const last = await stores.dispatch.lastDone(seen);
    if (!last) break;
    seen.push(last.paperId);
    const paper = await openPaper(ports, stores, steps, last.paperId, directory);
    // In a correction nothing of it is to be seen here; a withdrawn one neither.
    if (!paper || paper.isWithdrawn || (paper.state !== 'issued' && paper.state !== 'dispatched')) continue;
    const { id, reference, name, total, isWithdrawn: _, ...rest } = paper;
    if (rest.open > 0 || rest.problem !== null) {
      reopened.push({ id, reference, name, total, ...rest });
      continue;
    }
    done.push({ id, reference, name, total, at: last.at });
  }
  return { done, reopened };
}
