/** What the page "Ausfertigen" shows: state, check, release, issues with their files. */
import type { IssueOverview, IssueSummary } from '../../contract/issue/shapes.ts';
import type { Finding } from '../../contract/release/shapes.ts';
import type { IssueEntry } from '../ports/issue-ports.ts';
import type { ReadStores } from '../ports/ports.ts';
import { releaseCheck } from '../release/release-check.ts';
import type { LoadedStatement } from '../statement/statement-draft.ts';
import { readSnapshot } from './issue-snapshot.ts';

async function issueSummary(stores: Pick<ReadStores, 'issues'>, issue: IssueEntry): Promise<IssueSummary> {
  const events = await stores.issues.events(issue.statementId);
  const last = (kind: 'withdrawn' | 'corrected') => {
    const event = events.filter((entry) => entry.kind === kind && entry.issueId === issue.id).at(-1);
    return event ? { reason: event.reason, at: event.at } : null;
  };
  const files = await stores.issues.files(issue.id);
  return {
    id: issue.id,
    edition: issue.edition,
    at: issue.at,
    actor: issue.actor,
    files: files.map(({ issueId: _, position: __, ...file }) => file),
    conformance: [...issue.conformance],
    signature: readSnapshot(issue.snapshot).signature,
    withdrawn: last('withdrawn'),
    corrected: last('corrected'),
  };
}

export async function issueOverview(
  stores: ReadStores,
  { paper, statement }: LoadedStatement,
  findings: readonly Finding[],
): Promise<IssueOverview> {
  const issues: IssueSummary[] = [];
  for (const issue of await stores.issues.issues(paper.id)) issues.push(await issueSummary(stores, issue));
  const [newest] = await stores.issues.releases(paper.id);
  const events = await stores.issues.events(paper.id);
  const returned = events.filter(({ kind }) => kind === 'returned').at(-1);
  const holds = newest?.edition === statement.edition && statement.state !== 'draft' && statement.state !== 'imported';
  return {
    id: paper.id,
    reference: paper.reference,
    name: paper.name,
    state: statement.state,
    edition: statement.edition,
    check: releaseCheck(paper.revision, findings),
    release: holds
      ? {
          id: newest.id,
          edition: newest.edition,
          revision: newest.revision,
          at: newest.at,
          actor: newest.actor,
          protocol: newest.protocol,
        }
      : null,
    returned: statement.state === 'draft' && returned ? { reason: returned.reason, at: returned.at } : null,
    issues,
  };
}
