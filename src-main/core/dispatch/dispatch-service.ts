/** Sending copies out and proving it: who, what (by digest), when, to whom, how. A proof is written only after the files are where they go. */
import type { DispatchChannel, DispatchProof, PendingDispatch, PlannedCopy } from '../../contract/copies.ts';
import type { Delivery } from '../../contract/delivery.ts';
import { Refusal } from '../../contract/errors.ts';
import type { DocumentFormat } from '../../contract/procedures.ts';
import { officeDay } from '../../contract/text/german-time.ts';
import { copyTexts } from '../../contract/texts/copies-de.ts';
import { assertNever } from '../assert-never.ts';
import { directoryOn } from '../distribution/directory-on.ts';
import { issuedPdf, makeCopies, type MadeCopy } from '../distribution/make-copies.ts';
import { loadDistribution, requireIssue, type NewestIssue } from '../distribution/load-distribution.ts';
import { recipientKey } from '../distribution/resolve-recipients.ts';
import type { DispatchEntry } from '../distribution-ports.ts';
import { dispatchList } from '../document/dispatch-list.ts';
import { requirePrintable } from '../document/printable.ts';
import { DOCX_TYPE, PDF_TYPE } from '../document/statement-files.ts';
import { fileOfIssue } from '../issue/issued-files.ts';
import { issueStem } from '../issue/make-issue.ts';
import type { StatementSteps } from '../issue/statement-steps.ts';
import { requireStep } from '../issue/steps.ts';
import type { DeliveryPort, FileContent, Ports, ReadStores } from '../ports.ts';
import { mailDraft } from './mail-draft.ts';

export interface SendRequest {
  readonly ref: string;
  readonly channel: DispatchChannel;
  /** Of the channel "folder". */
  readonly folder?: string | undefined;
  /** Only these entries, once more if need be; absent means what is still open. */
  readonly entryIds?: readonly string[] | undefined;
}
export interface Sent {
  readonly delivery: Delivery | null;
  readonly proofs: DispatchProof[];
  /** Recipients this channel does not reach: without an e-mail address. */
  readonly skipped: string[];
}

export interface DispatchService {
  list(ref: string): Promise<DispatchProof[]>;
  pending(): Promise<PendingDispatch[]>;
  /** Refuses with `step-forbidden`, `issue-withdrawn`, `nothing-to-send` and what writing files refuses with. */
  send(request: SendRequest, to?: DeliveryPort): Promise<Sent>;
  listFiles(request: { readonly ref: string; readonly formats: readonly DocumentFormat[] }): Promise<FileContent[]>;
  deliverList(
    request: { readonly ref: string; readonly formats: readonly DocumentFormat[] },
    to?: DeliveryPort,
  ): Promise<Delivery>;
}

const LEAVES_THE_HOUSE: readonly PlannedCopy['copyKind'][] = ['original', 'copy'];
const PAGE = 500;

interface Gathered {
  readonly paperId: string;
  readonly reference: string;
  readonly issue: NewestIssue;
  readonly original: Uint8Array;
  readonly all: readonly PlannedCopy[];
  readonly copies: readonly PlannedCopy[];
  readonly attachments: readonly FileContent[];
}

const sameCopy = (proof: DispatchEntry, copy: PlannedCopy): boolean =>
  proof.copyKind === copy.copyKind && recipientKey(proof.recipient) === recipientKey(copy.recipient);

/** What a channel can carry, and has not carried yet unless it was asked for by name. */
function wanted(
  { channel, entryIds }: SendRequest,
  copies: readonly PlannedCopy[],
  proofs: readonly DispatchEntry[],
): PlannedCopy[] {
  const carriesFiles = channel === 'folder' || channel === 'email';
  return copies
    .filter(({ copyKind }) => !carriesFiles || LEAVES_THE_HOUSE.includes(copyKind))
    .filter((copy) => {
      if (entryIds !== undefined) return entryIds.includes(copy.entryId);
      return carriesFiles
        ? !proofs.some((proof) => proof.channel === channel && sameCopy(proof, copy))
        : copy.sent === null;
    });
}

export function dispatchService(ports: Ports, steps: StatementSteps): DispatchService {
  const { database, clock, newId } = ports;

  const proofsOf = async (stores: ReadStores, paperId: string): Promise<DispatchProof[]> => {
    const editions = new Map((await stores.issues.issues(paperId)).map(({ id, edition }) => [id, edition]));
    return (await stores.dispatch.of(paperId)).map(({ paperId: _, issueId, letterId: __, ...proof }) => ({
      ...proof,
      edition: issueId === null ? null : (editions.get(issueId) ?? null),
    }));
  };

  const gather = (request: SendRequest): Promise<Gathered> =>
    database.read(async (stores) => {
      const { loaded, office } = await steps.load(stores, request.ref);
      requireStep(loaded, 'dispatch');
      const found = await loadDistribution(ports, stores, loaded, office.profile, clock.today());
      const issue = requireIssue(found.issue, loaded);
      const proofs = (await stores.dispatch.of(loaded.paper.id)).filter(({ issueId }) => issueId === issue.entry.id);
      const { copies: all } = found.distribution;
      const attachments: FileContent[] = [];
      for (const entry of await stores.issues.files(issue.entry.id))
        if (entry.kind === 'attachment') attachments.push(await fileOfIssue(stores, entry));
      return {
        paperId: loaded.paper.id,
        reference: loaded.paper.reference ?? loaded.paper.id,
        issue,
        original: await issuedPdf(stores, issue),
        all,
        copies: wanted(request, all, proofs),
        attachments: attachments.map(({ fileName, mimeType, bytes }) => ({ fileName, mimeType, bytes })),
      };
    });

  /** Proofs and, with the first one, the state "versandt": together or not at all. */
  const prove = (
    ref: string,
    { issue, paperId }: Gathered,
    channel: DispatchChannel,
    made: readonly (MadeCopy & { readonly detail: string })[],
  ): Promise<DispatchProof[]> =>
    database.write(async (stores) => {
      const found = await steps.load(stores, ref);
      requireStep(found.loaded, 'dispatch');
      const ids = new Set<string>();
      for (const { copy, file, detail } of made) {
        const id = newId();
        ids.add(id);
        await stores.dispatch.add({
          id,
          paperId,
          issueId: issue.entry.id,
          letterId: null,
          channel,
          copyKind: copy.copyKind,
          recipient: copy.recipient,
          fileName: file.fileName,
          sha512: ports.sha512(file.bytes),
          detail,
        });
        await stores.log.append({ action: 'copy-dispatched', entity: 'dispatch', entityId: id, revision: null });
      }
      if (found.loaded.statement.state !== 'dispatched')
        await steps.write(stores, found, 'statement-dispatched', { state: 'dispatched' });
      return (await proofsOf(stores, paperId)).filter(({ id }) => ids.has(id));
    });

  const send: DispatchService['send'] = async (request, to = ports.delivery) => {
    const { ref, channel } = request;
    const found = await gather(request);
    const reachable = found.copies.filter(({ recipient }) => channel !== 'email' || recipient.email !== '');
    const skipped = found.copies.filter((copy) => !reachable.includes(copy)).map(({ recipient }) => recipient.name);
    if (reachable.length === 0) throw new Refusal('nothing-to-send', { reference: found.reference, skipped });
    const made = await makeCopies(ports, found.issue, found.original, reachable, found.all);
    const withDetail = (detail: (each: MadeCopy) => string) => made.map((each) => ({ ...each, detail: detail(each) }));
    switch (channel) {
      case 'print':
      case 'hand':
        return {
          delivery: null,
          proofs: await prove(
            ref,
            found,
            channel,
            withDetail(() => ''),
          ),
          skipped,
        };
      case 'folder': {
        const { folder } = request;
        if (folder === undefined) throw new Refusal('target-missing', { target: '' });
        const delivery = await ports.folder(folder).deliver([...made.map(({ file }) => file), ...found.attachments]);
        return {
          delivery,
          proofs: await prove(
            ref,
            found,
            channel,
            withDetail(() => folder),
          ),
          skipped,
        };
      }
      case 'email': {
        const { visibility } = found.issue.snapshot.profile.copies;
        const at = clock.now();
        const drafts = made.map(({ copy, file }): FileContent => {
          const isWhole = copy.copyKind === 'original' || visibility[copy.copyKind].attachments;
          const files = [file, ...(isWhole ? found.attachments : [])];
          const bytes = ports.mail(mailDraft(found.issue.snapshot, copy, files, { at, id: newId() }));
          return { fileName: file.fileName.replace(/\.pdf$/, '.eml'), mimeType: 'message/rfc822', bytes };
        });
        const delivery = await to.deliver(drafts);
        if (delivery.kind === 'cancelled') return { delivery, proofs: [], skipped };
        return {
          delivery,
          proofs: await prove(
            ref,
            found,
            channel,
            withDetail(({ copy }) => copy.recipient.email),
          ),
          skipped,
        };
      }
      default:
        return assertNever(channel);
    }
  };

  const listFiles: DispatchService['listFiles'] = async ({ ref, formats }) => {
    const { document, stem } = await database.read(async (stores) => {
      const { loaded, office } = await steps.load(stores, ref);
      const found = await loadDistribution(ports, stores, loaded, office.profile, clock.today());
      const { issue } = found;
      if (!issue) throw new Refusal('issue-missing', { reference: loaded.paper.reference ?? loaded.paper.id });
      const { record, profile } = issue.snapshot;
      const proofs = await proofsOf(stores, loaded.paper.id);
      return {
        stem: issueStem(record, profile),
        document: dispatchList({
          record,
          profile,
          issuedOn: officeDay(issue.entry.at),
          today: clock.today(),
          proofs,
          open: found.distribution.copies.filter(({ sent }) => sent === null),
        }),
      };
    });
    requirePrintable(ports.characters, document);
    const name = `${stem}-${copyTexts.dispatchList}`;
    return Promise.all(
      [...new Set(formats)].map(async (format): Promise<FileContent> =>
        format === 'pdf'
          ? { fileName: `${name}.pdf`, mimeType: PDF_TYPE, bytes: await ports.pdf.write(document, Promise.resolve([])) }
          : { fileName: `${name}.docx`, mimeType: DOCX_TYPE, bytes: await ports.docx.write(document, null) },
      ),
    );
  };

  return {
    list: (ref) => database.read(async (stores) => proofsOf(stores, (await steps.load(stores, ref)).loaded.paper.id)),
    pending: () =>
      database.read(async (stores) => {
        const directory = await directoryOn(stores, clock.today());
        const pending: PendingDispatch[] = [];
        for (const state of ['issued', 'dispatched'] as const) {
          let after: string | undefined;
          do {
            const page = await stores.papers.list({ text: '', state, limit: PAGE, after });
            for (const { id } of page.items) {
              const { loaded, office } = await steps.load(stores, id);
              const { issue, distribution } = await loadDistribution(
                ports,
                stores,
                loaded,
                office.profile,
                clock.today(),
                directory,
              );
              const { reference, name, copies } = distribution;
              const open = copies.filter(({ sent }) => sent === null).length;
              if (issue && !issue.isWithdrawn && open > 0)
                pending.push({ id, reference, name, state, open, total: copies.length });
            }
            after = page.next ?? undefined;
          } while (after !== undefined);
        }
        return pending;
      }),
    send,
    listFiles,
    deliverList: async (request, to = ports.delivery) => to.deliver(await listFiles(request)),
  };
}
