/** Releasing, issuing, correcting, withdrawing. What was issued never changes; everything else of it lies beside (record.md 10). */
import type { Call } from '../../contract/shared/served.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import { documents, type Documents } from '../../contract/document/delivery.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import type { IssueOverview } from '../../contract/issue/shapes.ts';
import { sentenceFor } from '../../contract/shared/errors-de.ts';
import { attachmentsOf } from '../attachment/attachments-of.ts';
import { honestName } from '../attachment/honest-name.ts';
import { attachmentFileName, printedAttachments } from '../attachment/printed-attachments.ts';
import { requireRevision } from '../unchanged.ts';
import { storedFile } from '../attachment/stored-file.ts';
import type { IssueEntry, IssueFileEntry, ReleaseEntry } from '../ports/issue-ports.ts';
import type { AttachmentEntry, FileContent, Ports, ReadStores, WriteStores } from '../ports/ports.ts';
import { filedAs, requireDecided } from '../paper/publicity.ts';
import { OFFICE_ID } from '../settings/change-setting.ts';
import type { Keyring } from '../signature/keyring.ts';
import { stampPatience, type StampPatience } from '../signature/stamp-patience.ts';
import { draftOf, type LoadedStatement } from '../statement/statement-draft.ts';
import { answeredDigest } from './printed-of-answered.ts';
import { printedRecord } from '../statement/statement-record.ts';
import { ISSUE_SCHEMA, type IssueSnapshot } from './issue-snapshot.ts';
import { fileOfIssue, issuedFiles, type IssuedFile } from './issued-files.ts';
import { issueRenditions } from './issue-renditions.ts';
import { issueStem, makeIssue, type MadeIssue } from './make-issue.ts';
import type { StatementSteps } from './statement-steps.ts';
import { requireStep } from '../statement/steps.ts';

export interface IssueProgress {
  readonly done: number;
  readonly total: number;
  readonly ref: string;
  readonly reference: string | null;
  readonly problem: string | null;
}

export interface IssueInput {
  readonly ref: string;
  /** Refuses with `conflict` when the statement is another than what was read. */
  readonly expectedRevision?: number | undefined;
  /** Null issues without an electronic signature. */
  readonly keyId: string | null;
  /** Whether the signature is seen on the last page; absent means as the office's settings say. */
  readonly visible?: boolean | undefined;
}

export interface IssueService {
  /** The signal ends the reading of attachments; those count as not examined then. */
  overview(ref: string, call?: Call): Promise<IssueOverview>;
  /** All files are made first; one transaction stores them. Refuses with `step-forbidden`, `publicity-unknown`, `answered-changed`, `key-closed`, `certificate-expired`. */
  issue(input: IssueInput): Promise<IssueOverview>;
  issueSeveral(
    input: { readonly refs: readonly string[]; readonly keyId: string | null },
    call?: Call,
  ): AsyncGenerator<IssueProgress, void>;
  correct(input: { readonly ref: string; readonly reason: string }): Promise<IssueOverview>;
  withdraw(input: { readonly ref: string; readonly reason: string }): Promise<IssueOverview>;
  /** A later time stamp on the issued PDF, as a file beside it. Refuses with `timestamp-unavailable`, `signature-missing`. */
  addTimestamp(ref: string): Promise<IssueOverview>;
  /** A further signature on PDF and Word file, as files beside them. */
  addSignature(input: { readonly ref: string; readonly keyId: string }): Promise<IssueOverview>;
  deliver(input: { readonly ref: string; readonly fileIds: readonly string[] }): Promise<Documents>;
  /** An issued file, byte for byte; refuses with `not-found`. */
  file(fileId: string): Promise<FileContent>;
  view(fileId: string): Promise<{ handle: string; mimeType: string; fileName: string }>;
  /** The files of the newest issue, in their order; refuses with `issue-missing`. */
  files(ref: string): Promise<readonly IssuedFile[]>;
}

async function lastIssue(stores: ReadStores, statementId: string): Promise<IssueEntry> {
  const [last] = await stores.issues.issues(statementId);
  if (!last) throw new Error('an issued statement has no issue');
  return last;
}

export function issueService(ports: Ports, steps: StatementSteps, keys: Keyring): IssueService {
  const { database, newId } = ports;

  const keepFiles = async (
    stores: WriteStores,
    issueId: string,
    made: MadeIssue,
    attachments: readonly AttachmentEntry[],
    stem: string,
    label: string,
  ): Promise<void> => {
    let position = 0;
    const add = (file: Omit<IssueFileEntry, 'id' | 'issueId' | 'position' | 'at' | 'derivedFrom' | 'note'>) =>
      stores.issues.addFile({ id: newId(), issueId, position: position++, derivedFrom: null, note: '', ...file });
    for (const { bytes, ...file } of made.files) {
      const sha512 = ports.sha512(bytes);
      await stores.attachments.keepBytes(sha512, bytes);
      await add({ ...file, size: bytes.length, sha512 });
    }
    for (const [index, { name, fileName, mimeType, size, sha512, publicity }] of attachments.entries()) {
      if (sha512 === null) throw new Refusal('attachment-missing', { name });
      // What an issue holds for good must be what was attached.
      await storedFile(stores, { sha512, fileName, mimeType });
      await add({
        kind: 'attachment',
        name,
        fileName: attachmentFileName(stem, label, index + 1, name, honestName(fileName, mimeType)),
        mimeType,
        size,
        sha512,
        publicity: filedAs(publicity),
      });
    }
  };

  /** What was released is what is issued, also where it stands in the papers that are answered. */
  const requireAnsweredAsReleased = ({ protocol }: ReleaseEntry, loaded: LoadedStatement): void => {
    const { reference, content } = draftOf(loaded);
    if (protocol.answered === undefined || protocol.answered === answeredDigest(ports, content)) return;
    const answers = content.answers.map((answered) => answered.reference).join(', ');
    throw new Refusal('answered-changed', { reference: reference ?? loaded.paper.name, answers });
  };

  const issue = async (
    { ref, expectedRevision, keyId, visible }: IssueInput,
    patience?: StampPatience,
  ): Promise<IssueOverview> => {
    const { loaded, office, release, entries, profileRevision } = await database.read(async (stores) => {
      const found = await steps.load(stores, ref);
      requireDecided(found.loaded.paper);
      requireStep(found.loaded, 'issue');
      requireRevision(found.loaded.paper, expectedRevision);
      const [newest] = await stores.issues.releases(found.loaded.paper.id);
      return {
        ...found,
        release: newest,
        entries: await attachmentsOf(stores, found.loaded.paper.id),
        profileRevision: (await stores.settingHistory.latest('office', OFFICE_ID))?.revision ?? 1,
      };
    });
    const { paper, statement } = loaded;
    if (release?.revision !== paper.revision) throw new Error('a released statement has no release of its state');
    const signer = keyId === null ? null : { ...keys.use(keyId), patience };
    const profile: OfficeProfile =
      visible === undefined
        ? office.profile
        : { ...office.profile, signing: { ...office.profile.signing, visibleField: visible } };
    const { reference, content } = draftOf(loaded);
    requireAnsweredAsReleased(release, loaded);
    const record = printedRecord(reference, content, profile, entries, statement.edition);
    const made = await makeIssue(ports, record, profile, release.protocol, signer);
    const template = ports.templateHash();
    const snapshot: IssueSnapshot = {
      schema: ISSUE_SCHEMA,
      record,
      profile,
      revision: paper.revision,
      signature: made.signature,
      versions: { program: ports.version, template, profile: profileRevision },
    };
    await database.write(async (stores) => {
      const now = await steps.load(stores, ref);
      requireStep(now.loaded, 'issue');
      requireRevision(now.loaded.paper, paper.revision);
      requireAnsweredAsReleased(release, now.loaded);
      const issueId = newId();
      await stores.issues.addIssue({
        id: issueId,
        statementId: paper.id,
        edition: statement.edition,
        releaseId: release.id,
        snapshot: JSON.stringify(snapshot),
        conformance: made.conformance,
        templateHash: template,
      });
      const printed = printedAttachments(content.publicity, entries);
      await keepFiles(stores, issueId, made, printed, issueStem(record, profile), profile.labels.attachment);
      await stores.log.append({ action: 'issue-kept', entity: 'issue', entityId: issueId, revision: null });
      await stores.dispatch.reopen(paper.id, issueId);
      await steps.write(stores, now, 'statement-issued', { state: 'issued' });
    });
    return steps.overview(ref);
  };

  const renditions = issueRenditions(ports);

  const file: IssueService['file'] = (fileId) =>
    database.read(async (stores) => {
      const entry = await stores.issues.file(fileId);
      if (!entry) throw new Refusal('not-found', { reference: fileId });
      return fileOfIssue(stores, entry);
    });

  return {
    overview: (ref, { signal } = {}) => steps.overview(ref, signal),
    issue: (input) => issue(input),
    async *issueSeveral({ refs, keyId }, { signal } = {}) {
      const patience = stampPatience(ports.clock);
      for (const [index, ref] of refs.entries()) {
        if (signal?.aborted) return;
        let reference: string | null = null;
        let problem: string | null = null;
        try {
          reference = (await issue({ ref, keyId }, patience)).reference;
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          problem = sentenceFor(error.code, error.details);
        }
        yield { done: index + 1, total: refs.length, ref, reference, problem };
      }
    },
    correct: async ({ ref, reason }) => {
      await database.write(async (stores) => {
        const found = await steps.load(stores, ref);
        const { paper, statement } = found.loaded;
        requireStep(found.loaded, 'correct');
        const last = await lastIssue(stores, paper.id);
        await stores.issues.addEvent({ statementId: paper.id, issueId: last.id, kind: 'corrected', reason });
        await stores.dispatch.settle(paper.id);
        await steps.write(stores, found, 'correction-begun', { state: 'draft', edition: statement.edition + 1 });
      });
      return steps.overview(ref);
    },
    withdraw: async ({ ref, reason }) => {
      await database.write(async (stores) => {
        const { loaded } = await steps.load(stores, ref);
        requireStep(loaded, 'withdraw');
        const last = await lastIssue(stores, loaded.paper.id);
        const events = await stores.issues.events(loaded.paper.id);
        if (events.some(({ kind, issueId }) => kind === 'withdrawn' && issueId === last.id)) return;
        await stores.issues.addEvent({ statementId: loaded.paper.id, issueId: last.id, kind: 'withdrawn', reason });
        await stores.dispatch.settle(loaded.paper.id);
        await stores.log.append({ action: 'issue-withdrawn', entity: 'issue', entityId: last.id, revision: null });
      });
      return steps.overview(ref);
    },
    addTimestamp: async (ref) => {
      await renditions.addTimestamp(ref);
      return steps.overview(ref);
    },
    addSignature: async ({ ref, keyId }) => {
      await renditions.addSignature(ref, keys.use(keyId));
      return steps.overview(ref);
    },
    deliver: async ({ ref, fileIds }) => {
      const files = await database.read(async (stores) => {
        const { loaded } = await steps.load(stores, ref);
        const known = new Map<string, IssueFileEntry>();
        for (const { id } of await stores.issues.issues(loaded.paper.id))
          for (const entry of await stores.issues.files(id)) known.set(entry.id, entry);
        const contents: FileContent[] = [];
        for (const fileId of fileIds) {
          const entry = known.get(fileId);
          if (!entry) throw new Refusal('not-found', { reference: fileId });
          contents.push(await fileOfIssue(stores, entry));
        }
        return contents;
      });
      return documents(files);
    },
    file,
    view: async (fileId) => {
      const { fileName, mimeType, bytes } = await file(fileId);
      return { handle: ports.handoff.put({ fileName, mimeType, bytes }), mimeType, fileName };
    },
    files: (ref) =>
      database.read(async (stores) => {
        const { loaded } = await steps.load(stores, ref);
        const files = await issuedFiles(ports, stores, loaded.paper.id);
        if (!files) throw new Refusal('issue-missing', { reference: loaded.paper.reference ?? loaded.paper.id });
        return files;
      }),
  };
}
