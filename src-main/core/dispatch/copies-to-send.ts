/** What a channel carries now, read together with everything that goes along. Refuses with `publicity-unknown`, `step-forbidden`, `issue-missing`, `issue-withdrawn`. */
import type { CopyPlace, DispatchChannel, PlannedCopy } from '../../contract/copies.ts';
import { loadDistribution, requireIssue, type NewestIssue } from '../distribution/load-distribution.ts';
import { issuedPdf } from '../distribution/make-copies.ts';
import { copyKey } from '../distribution/resolve-recipients.ts';
import type { DispatchEntry } from '../distribution-ports.ts';
import { fileOfIssue } from '../issue/issued-files.ts';
import type { StatementSteps } from '../issue/statement-steps.ts';
import { requireStep } from '../issue/steps.ts';
import { requireDecided } from '../paper/publicity.ts';
import type { FileContent, Ports, ReadStores } from '../ports.ts';

export interface Wanted {
  readonly ref: string;
  readonly channel: DispatchChannel;
  /** Only these entries, once more if need be; absent means what is still open. */
  readonly entryIds?: readonly string[] | undefined;
  /** Only this one, once more if need be. */
  readonly copy?: CopyPlace | undefined;
}
export interface CopiesToSend {
  readonly paperId: string;
  readonly reference: string;
  readonly issue: NewestIssue;
  readonly original: Uint8Array;
  /** The whole distribution. */
  readonly all: readonly PlannedCopy[];
  readonly copies: readonly PlannedCopy[];
  readonly attachments: readonly FileContent[];
}

const LEAVES_THE_HOUSE: readonly PlannedCopy['copyKind'][] = ['original', 'copy'];

const sameCopy = (proof: DispatchEntry, copy: PlannedCopy): boolean => copyKey(proof) === copyKey(copy);

/** On paper goes what did not go out yet; a folder or an e-mail gets what it has not carried yet. */
function wantedCopies(
  { channel, entryIds, copy: only }: Wanted,
  copies: readonly PlannedCopy[],
  proofs: readonly DispatchEntry[],
): PlannedCopy[] {
  const carriesFiles = channel === 'folder' || channel === 'email';
  return copies
    .filter(({ copyKind }) => !carriesFiles || LEAVES_THE_HOUSE.includes(copyKind))
    .filter((copy) => {
      if (only !== undefined) return copy.entryId === only.entryId && copy.index === only.index;
      if (entryIds !== undefined) return entryIds.includes(copy.entryId);
      return carriesFiles
        ? !proofs.some((proof) => proof.channel === channel && sameCopy(proof, copy))
        : copy.sent === null;
    });
}

export async function copiesToSend(
  stores: ReadStores,
  { sha256, clock }: Pick<Ports, 'sha256' | 'clock'>,
  steps: Pick<StatementSteps, 'load'>,
  wanted: Wanted,
): Promise<CopiesToSend> {
  const { loaded, office } = await steps.load(stores, wanted.ref);
  requireDecided(loaded.paper);
  requireStep(loaded, 'dispatch');
  const found = await loadDistribution({ sha256 }, stores, loaded, office.profile, clock.today());
  const issue = requireIssue(found.issue, loaded);
  const proofs = (await stores.dispatch.of(loaded.paper.id)).filter(({ issueId }) => issueId === issue.entry.id);
  const { copies: all } = found.distribution;
  const attachments: FileContent[] = [];
  for (const entry of await stores.issues.files(issue.entry.id)) {
    if (entry.kind !== 'attachment') continue;
    const { fileName, mimeType, bytes } = await fileOfIssue(stores, entry);
    attachments.push({ fileName, mimeType, bytes });
  }
  return {
    paperId: loaded.paper.id,
    reference: loaded.paper.reference ?? loaded.paper.id,
    issue,
    original: await issuedPdf(stores, issue),
    all,
    copies: wantedCopies(wanted, all, proofs),
    attachments,
  };
}
