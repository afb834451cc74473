/** The issue that counts: the newest edition. One that was corrected never comes back, even when its correction is withdrawn. */
import type { IssueEntry } from '../ports/issue-ports.ts';
import type { ReadStores } from '../ports/ports.ts';

export interface NewestIssueEntry {
  readonly entry: IssueEntry;
  readonly isWithdrawn: boolean;
}

export async function newestIssueEntry(
  stores: Pick<ReadStores, 'issues'>,
  statementId: string,
): Promise<NewestIssueEntry | undefined> {
  const [entry] = await stores.issues.issues(statementId);
  if (!entry) return undefined;
  const events = await stores.issues.events(statementId);
  return { entry, isWithdrawn: events.some(({ kind, issueId }) => kind === 'withdrawn' && issueId === entry.id) };
}
