/** What a paper's copies are made from, read together: its newest issue, who receives what, what already went out. */
import type { Originator } from '../../record/basics.ts';
import type { IsoDate } from '../../base/german-date.ts';
import type { Distribution, DistributionEntry, PlannedCopy } from '../../contract/distribution/shapes.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import type { DispatchEntry } from '../ports/distribution-ports.ts';
import { readSnapshot, type IssueSnapshot } from '../issue/issue-snapshot.ts';
import { issueStem } from '../issue/make-issue.ts';
import { newestIssueEntry, type NewestIssueEntry } from '../issue/newest-issue.ts';
import { statementMatter } from '../letter/letter-matter.ts';
import { referenceFileName } from '../paper/paper-reference.ts';
import type { Ports, ReadStores } from '../ports/ports.ts';
import type { LoadedStatement } from '../statement/statement-draft.ts';
import { copyFileNames } from './copy-file-name.ts';
import { directoryOn, type DirectoryOn } from './directory-on.ts';
import { copyKey, resolveRecipients } from './resolve-recipients.ts';
import { suggestDistribution } from './suggest-distribution.ts';

export interface NewestIssue extends NewestIssueEntry {
  readonly snapshot: IssueSnapshot;
}

/** Refuses with `issue-missing` and `issue-withdrawn`. */
export function requireIssue(issue: NewestIssue | undefined, { paper }: LoadedStatement): NewestIssue {
  const reference = paper.reference ?? paper.id;
  if (!issue) throw new Refusal('issue-missing', { reference });
  if (issue.isWithdrawn) throw new Refusal('issue-withdrawn', { reference });
  return issue;
}

/** The same suggestion has the same ids every time: a preview asks for an entry nobody has stored. */
const suggestedId = (ports: Pick<Ports, 'sha256'>, paperId: string, index: number): string => {
  const hex = ports.sha256(`${paperId} ${index}`);
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
};

export function suggestedEntries(
  ports: Pick<Ports, 'sha256'>,
  loaded: LoadedStatement,
  directory: DirectoryOn,
): DistributionEntry[] {
  return suggestDistribution(statementMatter(loaded), directory, (index) => suggestedId(ports, loaded.paper.id, index));
}

/** The last proof of this issue for recipient and kind. */
function sentOf(
  proofs: readonly DispatchEntry[],
  issueId: string | undefined,
): (copy: Omit<PlannedCopy, 'sent' | 'fileName'>) => PlannedCopy['sent'] {
  const last = new Map(
    proofs
      .filter((proof) => proof.issueId !== null && proof.issueId === issueId)
      .map((proof) => [copyKey(proof), { channel: proof.channel, at: proof.at }]),
  );
  return (copy) => last.get(copyKey(copy)) ?? null;
}

/** Who handed in what is answered. */
export const originatorsOf = ({ answered }: LoadedStatement): readonly Originator[] =>
  answered.flatMap(({ originators }) => originators);

/** Who receives what on the day, and what of it is out. */
export interface LoadedCopies {
  readonly issue: NewestIssueEntry | undefined;
  readonly isStored: boolean;
  readonly entries: readonly DistributionEntry[];
  readonly copies: readonly Omit<PlannedCopy, 'fileName'>[];
  readonly unresolved: readonly string[];
}

export async function loadCopies(
  ports: Pick<Ports, 'sha256'>,
  stores: ReadStores,
  loaded: LoadedStatement,
  day: IsoDate,
  directory: DirectoryOn,
): Promise<LoadedCopies> {
  const { id } = loaded.paper;
  const stored = await stores.distribution.entries(id);
  const isStored = stored.length > 0;
  const entries = isStored ? stored : suggestedEntries(ports, loaded, directory);
  const { copies, unresolved } = resolveRecipients(entries, directory, day, originatorsOf(loaded));
  const issue = await newestIssueEntry(stores, id);
  const sent = sentOf(await stores.dispatch.of(id), issue?.entry.id);
  return { issue, isStored, entries, copies: copies.map((copy) => ({ ...copy, sent: sent(copy) })), unresolved };
}

export interface LoadedDistribution {
  readonly issue: NewestIssue | undefined;
  readonly distribution: Distribution;
}

export async function loadDistribution(
  ports: Pick<Ports, 'sha256'>,
  stores: ReadStores,
  loaded: LoadedStatement,
  profile: OfficeProfile,
  day: IsoDate,
): Promise<LoadedDistribution> {
  const { paper, statement } = loaded;
  const found = await loadCopies(ports, stores, loaded, day, await directoryOn(stores, day));
  const { copies, entries, unresolved, isStored } = found;
  const issue = found.issue && { ...found.issue, snapshot: readSnapshot(found.issue.entry.snapshot) };
  const frozen = issue?.snapshot;
  const stem = frozen
    ? issueStem(frozen.record, frozen.profile)
    : referenceFileName(paper.reference ?? `${profile.labels.draft}-${paper.id.slice(0, 8)}`);
  const names = copyFileNames(stem, (frozen?.profile ?? profile).copies.fileName, copies);
  return {
    issue,
    distribution: {
      paperId: paper.id,
      reference: paper.reference,
      name: paper.name,
      state: statement.state,
      isStored,
      revision: await stores.distribution.revision(paper.id),
      entries: [...entries],
      copies: copies.map((copy, index) => ({ ...copy, fileName: names[index] ?? '' })),
      unresolved: [...unresolved],
    },
  };
}
