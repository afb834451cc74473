/** Issued papers of which something still has to go out, and those that are done: what was sent does not vanish from the list. */
import type { DispatchOverview, DoneDispatch, PendingDispatch } from '../../contract/copies.ts';
import { directoryOn } from '../distribution/directory-on.ts';
import { loadDistribution } from '../distribution/load-distribution.ts';
import type { StatementSteps } from '../issue/statement-steps.ts';
import type { Ports, ReadStores } from '../ports.ts';

const PAGE = 500;
const MOST_DONE = 20;

export async function dispatchOverview(
  ports: Pick<Ports, 'sha256' | 'clock'>,
  stores: ReadStores,
  steps: Pick<StatementSteps, 'load'>,
): Promise<DispatchOverview> {
  const today = ports.clock.today();
  const directory = await directoryOn(stores, today);
  const pending: PendingDispatch[] = [];
  const done: DoneDispatch[] = [];
  for (const state of ['issued', 'dispatched'] as const) {
    let after: string | undefined;
    do {
      const page = await stores.papers.list({ text: '', state, limit: PAGE, after });
      for (const { id } of page.items) {
        const { loaded, office } = await steps.load(stores, id);
        const { issue, distribution } = await loadDistribution(ports, stores, loaded, office.profile, today, directory);
        if (!issue || issue.isWithdrawn) continue;
        const { reference, name, copies } = distribution;
        const open = copies.filter(({ sent }) => sent === null).length;
        const times = copies.flatMap(({ sent }) => (sent === null ? [] : [sent.at])).sort();
        const at = times.at(-1);
        if (open > 0) pending.push({ id, reference, name, state, open, total: copies.length });
        else if (at !== undefined) done.push({ id, reference, name, total: copies.length, at });
      }
      after = page.next ?? undefined;
    } while (after !== undefined);
  }
  done.sort((a, b) => b.at.localeCompare(a.at));
  return { pending, done: done.slice(0, MOST_DONE) };
}
