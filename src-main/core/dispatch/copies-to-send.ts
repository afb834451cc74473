/** What a channel carries now, read together with everything that goes along. Refuses with `publicity-unknown`, `step-forbidden`, `issue-missing`, `issue-withdrawn`. */
import { wholeIssue, type IssueChecks } from '../issue/whole-issue.ts';
import type { CopyPlace, PlannedCopy } from '../../contract/distribution/shapes.ts';
import type { DispatchChannel } from '../../contract/dispatch/shapes.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import { loadDistribution, requireIssue, type NewestIssue } from '../distribution/load-distribution.ts';
import { issuedPdf } from '../distribution/make-copies.ts';
import { copyKey } from '../distribution/resolve-recipients.ts';
import type { DispatchEntry } from '../ports/distribution-ports.ts';
import { fileOfIssue } from '../issue/issued-files.ts';
import type { StatementSteps } from '../issue/statement-steps.ts';
import { requireStep } from '../statement/steps.ts';
import { requireDecided } from '../paper/publicity.ts';
import type { FileContent, Ports, ReadStores } from '../ports/ports.ts';

export interface Wanted {
  readonly ref: string;
  readonly channel: DispatchChannel;
  /** Only these entries, once more if need be; absent means what is still open. */
  readonly entryIds?: readonly string[] | undefined;
  /** Only this one, once more if need be. */
  readonly copy?: CopyPlace | undefined;
  /** Of what that makes, only these. */
  readonly among?: readonly CopyPlace[] | undefined;
}
/** Which copies a channel carries now, and which of them it cannot reach. */
export interface ChosenCopies {
  readonly issue: NewestIssue;
  readonly reference: string;
  readonly paperId: string;
  readonly isFirst: boolean;
  /** The whole distribution. */
  readonly all: readonly PlannedCopy[];
  readonly copies: readonly PlannedCopy[];
  readonly skipped: readonly string[];
}
export interface CopiesToSend extends ChosenCopies {
  readonly original: Uint8Array;
  readonly attachments: readonly FileContent[];
}

const LEAVES_THE_HOUSE: readonly PlannedCopy['copyKind'][] = ['original', 'copy'];

const samePlace = (a: CopyPlace, b: CopyPlace): boolean => a.entryId === b.entryId && a.index === b.index;
const sameCopy = (proof: DispatchEntry, copy: PlannedCopy): boolean => copyKey(proof) === copyKey(copy);

/** On paper goes what did not go out yet; a folder or an e-mail gets what it has not carried yet. */
function wantedCopies(
  { channel, entryIds, copy: only, among }: Wanted,
  copies: readonly PlannedCopy[],
  proofs: readonly DispatchEntry[],
): PlannedCopy[] {
  const carriesFiles = channel === 'folder' || channel === 'email';
  return copies
    .filter(({ copyKind }) => !carriesFiles || LEAVES_THE_HOUSE.includes(copyKind))
    .filter((copy) => among?.some((place) => samePlace(place, copy)) ?? true)
    .filter((copy) => {
      if (only !== undefined) return samePlace(only, copy);
      if (entryIds !== undefined) return entryIds.includes(copy.entryId);
      return carriesFiles
        ? !proofs.some((proof) => proof.channel === channel && sameCopy(proof, copy))
        : copy.sent === null;
    });
}

/** Refuses with `step-forbidden`, `issue-missing`, `issue-withdrawn`, and with `nothing-to-send` when nobody is reached. */
export async function chooseCopies(
  stores: ReadStores,
  { sha256, clock }: Pick<Ports, 'sha256' | 'clock'>,
  steps: Pick<StatementSteps, 'load'>,
  wanted: Wanted,
): Promise<ChosenCopies> {
  const { loaded, office } = await steps.load(stores, wanted.ref);
  requireDecided(loaded.paper);
  requireStep(loaded, 'dispatch');
  const found = await loadDistribution({ sha256 }, stores, loaded, office.profile, clock.today());
  const issue = requireIssue(found.issue, loaded);
  const proofs = (await stores.dispatch.of(loaded.paper.id)).filter(({ issueId }) => issueId === issue.entry.id);
  const { copies: all } = found.distribution;
  const reference = loaded.paper.reference ?? loaded.paper.id;
  const due = wantedCopies(wanted, all, proofs);
  const copies = due.filter(({ recipient }) => wanted.channel !== 'email' || recipient.email !== '');
  const skipped = due.filter((copy) => !copies.includes(copy)).map(({ recipient }) => recipient.name);
  if (copies.length === 0) throw new Refusal('nothing-to-send', { reference, skipped });
  const isFirst = loaded.statement.state !== 'dispatched';
  return { issue, reference, paperId: loaded.paper.id, isFirst, all, copies, skipped };
}

export async function copiesToSend(
  stores: ReadStores,
  ports: Pick<Ports, 'sha256' | 'clock'> & IssueChecks,
  steps: Pick<StatementSteps, 'load'>,
  wanted: Wanted,
): Promise<CopiesToSend> {
  const chosen = await chooseCopies(stores, ports, steps, wanted);
  await wholeIssue(ports, stores, chosen.issue.entry);
  const attachments: FileContent[] = [];
  for (const entry of await stores.issues.files(chosen.issue.entry.id)) {
    if (entry.kind !== 'attachment') continue;
    const { fileName, mimeType, bytes } = await fileOfIssue(stores, entry);
    attachments.push({ fileName, mimeType, bytes });
  }
  return { ...chosen, original: await issuedPdf(stores, chosen.issue), attachments };
}
