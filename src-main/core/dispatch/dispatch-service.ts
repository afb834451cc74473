/** Sending copies out and proving it: who, what (by digest), when, to whom, how. A proof is written only after the files are where they go. */
import type { DispatchChannel, DispatchOverview, DispatchPlan, DispatchProof } from '../../contract/dispatch/shapes.ts';
import { Documents, documents, type Delivery } from '../../contract/document/delivery.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import type { DocumentFormat } from '../../contract/document/format.ts';
import { officeDay } from '../../base/german-time.ts';
import { copyTexts } from '../../contract/distribution/texts-de.ts';
import { assertNever } from '../../base/assert-never.ts';
import { makeCopies, type MadeCopy } from '../distribution/make-copies.ts';
import { loadDistribution } from '../distribution/load-distribution.ts';
import { dispatchList } from '../print/dispatch-list.ts';
import { requirePrintable } from '../print/printable.ts';
import { DOCX_TYPE, PDF_TYPE } from '../print/statement-files.ts';
import { issueStem } from '../issue/make-issue.ts';
import { newestIssueEntry } from '../issue/newest-issue.ts';
import type { StatementSteps } from '../issue/statement-steps.ts';
import { requireStep } from '../statement/steps.ts';
import { requireDecided } from '../paper/publicity.ts';
import type { FileContent, Ports, ReadStores } from '../ports/ports.ts';
import { chooseCopies, copiesToSend, type CopiesToSend, type Wanted } from './copies-to-send.ts';
import { doneDispatch, pendingDispatch, settledOf } from './dispatch-overview.ts';
import { mailDraft } from './mail-draft.ts';
import { clockFaultNow, clockSentence } from '../clock/clock-fault.ts';

export interface SendRequest extends Wanted {
  /** Of the channel "folder". */
  readonly folder?: string | undefined;
}
export interface Sent {
  readonly delivery: Delivery | null;
  readonly proofs: DispatchProof[];
  /** Recipients this channel does not reach: without an e-mail address. */
  readonly skipped: string[];
}

interface ListRequest {
  readonly ref: string;
  readonly formats: readonly DocumentFormat[];
}

export interface DispatchService {
  list(ref: string): Promise<DispatchProof[]>;
  /** A page of what is open, and with the first one what went out lately. `after` as `next` was answered before. */
  overview(after?: string): Promise<DispatchOverview>;
  /** Refuses with `publicity-unknown`, `step-forbidden`, `issue-withdrawn` and `nothing-to-send`. */
  plan(request: Wanted): Promise<DispatchPlan>;
  /** Refuses with `publicity-unknown`, `step-forbidden`, `issue-withdrawn`, `nothing-to-send` and what writing files refuses with. */
  send(request: SendRequest): Promise<Sent | Documents<Sent>>;
  deliverList(request: ListRequest): Promise<Documents>;
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

  /** Proofs and, with the first one, the state "versandt": together or not at all. */
  const prove = (
    ref: string,
    { issue, paperId }: CopiesToSend,
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
          followUp: copy.followUp,
          recipient: copy.recipient,
          fileName: file.fileName,
          sha512: ports.sha512(file.bytes),
          detail,
        });
        await stores.log.append({ action: 'copy-dispatched', entity: 'dispatch', entityId: id, revision: null });
      }
      if (found.loaded.statement.state !== 'dispatched')
        await steps.write(stores, found, 'statement-dispatched', { state: 'dispatched' });
      for (const id of await settledOf(ports, stores, steps, [paperId])) await stores.dispatch.settle(id);
      return (await proofsOf(stores, paperId)).filter(({ id }) => ids.has(id));
    });

  const send: DispatchService['send'] = async (request) => {
    const { ref, channel } = request;
    const found = await database.read((stores) => copiesToSend(stores, ports, steps, request));
    const skipped = [...found.skipped];
    const made = await makeCopies(ports, found.issue, found.original, found.copies, found.all);
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
        const proved = withDetail(() => folder);
        return new Documents(
          [...made.map(({ file }) => file), ...found.attachments],
          async (delivery) => ({ delivery, proofs: await prove(ref, found, channel, proved), skipped }),
          folder,
        );
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
        const proved = withDetail(({ copy }) => copy.recipient.email);
        return new Documents(drafts, async (delivery) => {
          const proofs = delivery.kind === 'cancelled' ? [] : await prove(ref, found, channel, proved);
          return { delivery, proofs, skipped };
        });
      }
      default:
        return assertNever(channel);
    }
  };

  const listFiles = async ({ ref, formats }: ListRequest): Promise<FileContent[]> => {
    const { document, stem } = await database.read(async (stores) => {
      const { loaded, office } = await steps.load(stores, ref);
      requireDecided(loaded.paper);
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
          logEnd: await stores.log.end(),
          clockProblem: clockSentence(await clockFaultNow(ports, stores), clock.now()),
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
    overview: async (after) => {
      const { pending, next, settled } = await database.read((stores) => pendingDispatch(ports, stores, steps, after));
      if (settled.length > 0)
        await database.write(async (stores) => {
          for (const id of await settledOf(ports, stores, steps, settled)) await stores.dispatch.settle(id);
        });
      if (after !== undefined) return { pending, next, done: [] };
      const { done, reopened } = await database.read((stores) => doneDispatch(ports, stores, steps));
      if (reopened.length > 0)
        await database.write(async (stores) => {
          for (const { id } of reopened) {
            const newest = await newestIssueEntry(stores, id);
            if (newest?.isWithdrawn === false) await stores.dispatch.reopen(id, newest.entry.id);
          }
        });
      return { pending: [...pending, ...reopened], next, done };
    },
    plan: async (request) => {
      const { copies, skipped, isFirst } = await database.read((stores) => chooseCopies(stores, ports, steps, request));
      return {
        copies: copies.map(({ entryId, index, copyKind, copies: count, recipient }) => ({
          entryId,
          index,
          copyKind,
          copies: count,
          name: recipient.name,
        })),
        skipped: [...skipped],
        isFirst,
      };
    },
    send,
    deliverList: async (request) => documents(await listFiles(request)),
  };
}
