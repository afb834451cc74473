/** Who receives which copy of a paper, and the copies, labels and envelopes as files. */
import { wholeIssue } from '../issue/whole-issue.ts';
import type {
  CopyPlace,
  Distribution,
  DistributionEntry,
  PlannedCopy,
  ResolvedCopy,
} from '../../contract/distribution/shapes.ts';
import { documents, type Documents } from '../../contract/document/delivery.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import type { EnvelopeFormatId, LabelFormatId } from '../../contract/distribution/sheet-formats.ts';
import { copyTexts } from '../../contract/distribution/texts-de.ts';
import { envelopeDocument, labelDocument } from '../print/address-sheets.ts';
import type { PrintDocument } from '../print/model.ts';
import { previewDocument } from '../print/preview-document.ts';
import { requirePrintable } from '../print/printable.ts';
import { PDF_TYPE } from '../print/statement-files.ts';
import { newestIssueEntry } from '../issue/newest-issue.ts';
import type { StatementSteps } from '../issue/statement-steps.ts';
import { issueStem } from '../issue/make-issue.ts';
import { requireDecided } from '../paper/publicity.ts';
import type { Ports, UnprintableCharacter } from '../ports/ports.ts';
import { normaliseLine } from '../../base/normalise.ts';
import { copyDocument } from './copy-document.ts';
import { directoryOn } from './directory-on.ts';
import {
  loadDistribution,
  originatorsOf,
  requireIssue,
  suggestedEntries,
  type NewestIssue,
} from './load-distribution.ts';
import { issuedPdf, makeCombined, makeCopies, type MadeCopy } from './make-copies.ts';
import { recipientKey, resolveRecipients } from './resolve-recipients.ts';

interface Chosen {
  readonly ref: string;
  /** Only these entries; absent means all. */
  readonly entryIds?: readonly string[] | undefined;
}
interface CopiesRequest extends Chosen {
  readonly form: 'files' | 'combined';
  readonly duplex: boolean;
}

export interface DistributionService {
  get(ref: string): Promise<Distribution>;
  /** Refuses with `conflict` when it was saved meanwhile. */
  save(input: {
    readonly ref: string;
    readonly expectedRevision: number;
    readonly entries: readonly DistributionEntry[];
  }): Promise<Distribution>;
  suggest(ref: string): Promise<{ entries: DistributionEntry[] }>;
  /** With a paper, its originators say in which body a person is written to. */
  resolve(input: {
    readonly ref?: string | undefined;
    readonly entries: readonly DistributionEntry[];
    readonly date?: string | undefined;
  }): Promise<{ copies: ResolvedCopy[]; unresolved: string[] }>;
  preview(input: {
    readonly ref: string;
    readonly entryId: string;
    readonly index: number;
  }): Promise<{ handle: string; unprintable: UnprintableCharacter[] }>;
  /** One copy as it goes out; refuses with `publicity-unknown`, `issue-missing`, `issue-withdrawn`, `not-found`. */
  copy(wanted: CopyPlace & { readonly ref: string }): Promise<MadeCopy>;
  deliverCopies(request: CopiesRequest): Promise<Documents>;
  deliverLabels(request: Chosen & { readonly format: LabelFormatId; readonly start: number }): Promise<Documents>;
  deliverEnvelopes(request: Chosen & { readonly format: EnvelopeFormatId }): Promise<Documents>;
}

interface ReadyCopies {
  readonly issue: NewestIssue;
  readonly original: Uint8Array;
  readonly all: readonly PlannedCopy[];
  /** The wanted ones. */
  readonly copies: readonly PlannedCopy[];
}

const cleaned = (entry: DistributionEntry): DistributionEntry => {
  const { kind, id, name, lines, email } = entry.recipient;
  const isExternal = kind === 'external';
  return {
    ...entry,
    followUp: entry.copyKind === 'follow-up' ? entry.followUp : null,
    recipient: {
      kind,
      ...(!isExternal && id !== undefined && { id }),
      name: normaliseLine(name),
      // Addresses of the directory are read anew each time; a copy of them would grow old.
      lines: isExternal ? lines.map(normaliseLine).filter((line) => line !== '') : [],
      email: isExternal ? normaliseLine(email) : '',
    },
  };
};

export function distributionService(ports: Ports, steps: StatementSteps): DistributionService {
  const { database, clock } = ports;

  const get: DistributionService['get'] = (ref) =>
    database.read(async (stores) => {
      const { loaded, office } = await steps.load(stores, ref);
      return (await loadDistribution(ports, stores, loaded, office.profile, clock.today())).distribution;
    });

  const ready = ({ ref, entryIds }: Chosen): Promise<ReadyCopies> =>
    database.read(async (stores) => {
      const { loaded, office } = await steps.load(stores, ref);
      requireDecided(loaded.paper);
      const found = await loadDistribution(ports, stores, loaded, office.profile, clock.today());
      const issue = requireIssue(found.issue, loaded);
      await wholeIssue(ports, stores, issue.entry);
      const all = found.distribution.copies;
      const copies = all.filter(({ entryId }) => entryIds === undefined || entryIds.includes(entryId));
      if (copies.length === 0)
        throw new Refusal('nothing-to-send', { reference: loaded.paper.reference ?? loaded.paper.id });
      return { issue, original: await issuedPdf(stores, issue), all, copies };
    });

  /** Drafts and follow-ups stay in the office; two copies for one recipient travel in one envelope. */
  const addresses = ({ copies, issue }: ReadyCopies): (readonly string[])[] => {
    const outside = copies.filter(({ copyKind }) => copyKind === 'original' || copyKind === 'copy');
    const byRecipient = new Map(outside.map(({ recipient }) => [recipientKey(recipient), recipient.lines]));
    if (byRecipient.size === 0)
      throw new Refusal('nothing-to-send', { reference: issue.snapshot.record.reference ?? '' });
    return [...byRecipient.values()];
  };

  const deliverSheets = async (
    chosen: Chosen,
    word: string,
    make: (title: string, issue: NewestIssue, addresses: readonly (readonly string[])[]) => PrintDocument,
  ): Promise<Documents> => {
    const found = await ready(chosen);
    const { record, profile } = found.issue.snapshot;
    const document = make(`${word} ${record.reference ?? ''}`.trim(), found.issue, addresses(found));
    requirePrintable(ports.characters, document);
    const bytes = await ports.pdf.write(document, Promise.resolve([]));
    return documents([{ fileName: `${issueStem(record, profile)}-${word}.pdf`, mimeType: PDF_TYPE, bytes }]);
  };

  return {
    get,
    save: async ({ ref, expectedRevision, entries }) => {
      await database.write(async (stores) => {
        const { loaded } = await steps.load(stores, ref);
        const { id } = loaded.paper;
        const actualRevision = await stores.distribution.revision(id);
        if (actualRevision !== expectedRevision) throw new Refusal('conflict', { expectedRevision, actualRevision });
        await stores.distribution.replace(id, actualRevision + 1, entries.map(cleaned));
        const newest = await newestIssueEntry(stores, id);
        const isOut = loaded.statement.state === 'issued' || loaded.statement.state === 'dispatched';
        if (newest?.isWithdrawn === false && isOut) await stores.dispatch.reopen(id, newest.entry.id);
        await stores.log.append({
          action: 'distribution-saved',
          entity: 'paper',
          entityId: id,
          revision: actualRevision + 1,
        });
      });
      return get(ref);
    },
    suggest: (ref) =>
      database.read(async (stores) => {
        const { loaded } = await steps.load(stores, ref);
        return { entries: suggestedEntries(ports, loaded, await directoryOn(stores, clock.today())) };
      }),
    resolve: ({ ref, entries, date }) => {
      const day = date ?? clock.today();
      return database.read(async (stores) => {
        const originators = ref === undefined ? [] : originatorsOf((await steps.load(stores, ref)).loaded);
        const { copies, unresolved } = resolveRecipients(entries, await directoryOn(stores, day), day, originators);
        return { copies: [...copies], unresolved: [...unresolved] };
      });
    },
    preview: async ({ ref, entryId, index }) => {
      const { issue, all, copies } = await ready({ ref, entryIds: [entryId] });
      const copy = copies.find((each) => each.index === index);
      if (!copy) throw new Refusal('not-found', { reference: entryId });
      return previewDocument(ports, copyDocument(issue.snapshot.record, issue.snapshot.profile, copy, all));
    },
    copy: async ({ ref, entryId, index }) => {
      const { issue, original, all } = await ready({ ref });
      const copies = all.filter((each) => each.entryId === entryId && each.index === index);
      const [made] = await makeCopies(ports, issue, original, copies, all);
      if (!made) throw new Refusal('not-found', { reference: entryId });
      return made;
    },
    deliverCopies: async ({ form, duplex, ...chosen }) => {
      const { issue, original, copies, all } = await ready(chosen);
      if (form === 'combined') return documents([await makeCombined(ports, issue, copies, all, duplex)]);
      const made = await makeCopies(ports, issue, original, copies, all);
      return documents(made.map(({ file }) => file));
    },
    deliverLabels: ({ format, start, ...chosen }) =>
      deliverSheets(chosen, copyTexts.labels, (title, { snapshot }, lines) =>
        labelDocument(title, snapshot.profile, clock.today(), lines, format, start),
      ),
    deliverEnvelopes: ({ format, ...chosen }) =>
      deliverSheets(chosen, copyTexts.envelopes, (title, { snapshot }, lines) =>
        envelopeDocument(title, snapshot.profile, clock.today(), lines, format),
      ),
  };
}
