/** Attachments of papers: added, named, ordered, taken away and brought back, as long as the paper is a draft. */
import type { Attachment, AttachmentList } from '../../contract/attachment/shapes.ts';
import {
  LARGEST_ATTACHMENT_BYTES,
  LARGEST_ATTACHMENTS_BYTES,
  MOST_ATTACHMENTS,
} from '../../contract/attachment/shapes.ts';
import type { DraftPublicity } from '../../record/basics.ts';
import { documents, type Documents } from '../../contract/document/delivery.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import { currentOffice } from '../office/office-service.ts';
import { findPaper } from '../paper/find-paper.ts';
import type { Paper } from '../paper/paper.ts';
import type { AttachmentEntry, FileContent, Ports, ReadStores, ReadText, WriteStores } from '../ports/ports.ts';
import { safeFileName, seenOnly } from '../../base/file-name.ts';
import { normaliseLine } from '../../base/normalise.ts';
import { mergedOver, requireUnchanged } from '../unchanged.ts';
import { endingContradicts, misleadingEnding } from './honest-name.ts';
import { nameFromFile } from './printed-attachments.ts';
import { isStoredFileFault, storedFile } from './stored-file.ts';
import { problems } from '../../contract/shared/problems-de.ts';

export interface NewAttachment {
  readonly id: string;
  readonly ref: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly publicity?: DraftPublicity | undefined;
}

export interface AttachmentService {
  list(ref: string): Promise<AttachmentList>;
  /** Refuses with `file-too-large`, `attachments-too-large`, `attachments-too-many`, `file-empty`, `not-editable`. */
  add(file: NewAttachment): Promise<AttachmentList>;
  replace(input: {
    readonly id: string;
    readonly fileName: string;
    readonly bytes: Uint8Array;
    readonly read?: Pick<Attachment, 'fileName' | 'size'>;
  }): Promise<AttachmentList>;
  /** `read` is what stood there; refuses with `conflict` where somebody else changed the same. */
  change(input: {
    readonly id: string;
    readonly name: string;
    readonly publicity: DraftPublicity;
    readonly read?: Pick<Attachment, 'name' | 'publicity'>;
  }): Promise<AttachmentList>;
  move(input: { readonly id: string; readonly to: number }): Promise<AttachmentList>;
  remove(id: string): Promise<AttachmentList>;
  bringBack(id: string): Promise<AttachmentList>;
  view(id: string): Promise<{ handle: string; mimeType: string }>;
  deliver(id: string): Promise<Documents>;
  /** Reads the words of files that wait, for the search, one file at a time in the background. */
  readWaiting(): void;
  /** Settles when no file waits any more, or when reading was stopped by closing. */
  settled(): Promise<void>;
}

const MEGABYTE = 1024 * 1024;

const shown = (entry: AttachmentEntry): Attachment => ({
  id: entry.id,
  name: entry.name,
  fileName: entry.fileName,
  mimeType: entry.mimeType,
  size: entry.size,
  publicity: entry.publicity,
  hasFile: entry.sha512 !== null,
  endingContradicts:
    entry.sha512 !== null &&
    (endingContradicts(entry.fileName, entry.mimeType) || misleadingEnding(entry.name, entry.fileName) !== null),
  text: entry.text,
});

export function attachmentService(ports: Ports): AttachmentService {
  const { database } = ports;
  let reading: Promise<void> | null = null;

  const paperOf = async (stores: ReadStores, ref: string): Promise<Paper> => {
    const { profile } = await currentOffice(stores.office, ports.dataFolder);
    return findPaper(stores.papers, ref, profile.numberPatterns);
  };
  const entryOf = async (stores: ReadStores, id: string): Promise<AttachmentEntry> => {
    const entry = await stores.attachments.get(id);
    if (!entry) throw new Refusal('not-found', { reference: id });
    return entry;
  };
  const listOf = async (stores: ReadStores, paperId: string): Promise<AttachmentList> => {
    const entries = await stores.attachments.of(paperId);
    return {
      attachments: entries.filter((entry) => entry.removedAt === null).map(shown),
      removed: entries
        .filter((entry) => entry.removedAt !== null)
        .sort((a, b) => (b.removedAt ?? '').localeCompare(a.removedAt ?? ''))
        .map(({ id, name }) => ({ id, name })),
    };
  };
  const requireEditable = async (stores: ReadStores, paper: Paper): Promise<void> => {
    const statement = await stores.statements.get(paper.id);
    // A statement that was imported finished names attachments whose files come later.
    if (statement && statement.state !== 'draft' && statement.state !== 'imported') {
      throw new Refusal('not-editable', { reference: paper.reference ?? paper.id, state: statement.state });
    }
  };
  const requireSize = (file: { fileName: string; bytes: Uint8Array }): void => {
    const size = file.bytes.length;
    if (size === 0) throw new Refusal('file-empty', { file: file.fileName });
    if (size > LARGEST_ATTACHMENT_BYTES) {
      throw new Refusal('file-too-large', {
        file: file.fileName,
        sizeMb: String(Math.ceil(size / MEGABYTE)),
        limitMb: String(LARGEST_ATTACHMENT_BYTES / MEGABYTE),
      });
    }
  };
  const requireRoom = (entries: readonly AttachmentEntry[], file: { fileName: string; size: number }): void => {
    const present = entries.filter((entry) => entry.removedAt === null);
    if (present.length >= MOST_ATTACHMENTS)
      throw new Refusal('attachments-too-many', { limit: String(MOST_ATTACHMENTS) });
    const total = present.reduce((sum, entry) => sum + entry.size, 0) + file.size;
    if (total > LARGEST_ATTACHMENTS_BYTES) {
      throw new Refusal('attachments-too-large', {
        file: file.fileName,
        sumMb: String(Math.ceil(total / MEGABYTE)),
        limitMb: String(LARGEST_ATTACHMENTS_BYTES / MEGABYTE),
      });
    }
  };
  const keep = async (stores: WriteStores, bytes: Uint8Array): Promise<string> => {
    const sha512 = ports.sha512(bytes);
    await stores.attachments.keepBytes(sha512, bytes);
    return sha512;
  };
  /** One change of one attachment; the answer is the list as it is then. */
  const update = (
    id: string,
    action: string,
    work: (entry: AttachmentEntry, stores: WriteStores) => Promise<AttachmentEntry>,
  ): Promise<AttachmentList> =>
    database.write(async (stores) => {
      const entry = await entryOf(stores, id);
      const paper = await stores.papers.get(entry.paperId);
      if (!paper) throw new Refusal('not-found', { reference: entry.paperId });
      await requireEditable(stores, paper);
      await stores.attachments.put(await work(entry, stores));
      await stores.log.append({ action, entity: 'file', entityId: id, revision: null });
      return listOf(stores, entry.paperId);
    });

  /** Of a file that is not what it was nobody reads words: the search would find what was never attached. */
  const wordsOf = async (waiting: Parameters<typeof storedFile>[1]): Promise<ReadText> => {
    try {
      return await ports.attachmentText(await database.read((stores) => storedFile(stores, waiting)));
    } catch (error) {
      if (isStoredFileFault(error)) return { status: 'refused', text: '', reason: error.code };
      throw error;
    }
  };
  const readAll = async (): Promise<void> => {
    for (;;) {
      const waiting = await database.read((stores) => stores.attachments.nextWithoutText());
      if (!waiting) return;
      const { status, text, reason } = await wordsOf(waiting);
      // Closing interrupted it: the next start reads the file again.
      if (reason === 'closed') return;
      await database.write((stores) => stores.attachments.keepText(waiting.sha512, { status, text, reason }));
    }
  };
  /** The person does not wait for the words of a file: they are read afterwards, one file at a time. */
  const readWaiting = (): void => {
    reading ??= readAll()
      .catch((error: unknown) => void ports.reportUnexpected(error))
      .finally(() => {
        reading = null;
      });
  };
  const readLater = (list: AttachmentList): AttachmentList => {
    readWaiting();
    return list;
  };
  const contentOf = (id: string): Promise<FileContent> =>
    database.read(async (stores) => {
      const entry = await entryOf(stores, id);
      const { name, fileName, mimeType, sha512 } = entry;
      if (sha512 === null) throw new Refusal('attachment-missing', { name });
      return storedFile(stores, { fileName, mimeType, sha512 });
    });

  return {
    list: (ref) => database.read(async (stores) => listOf(stores, (await paperOf(stores, ref)).id)),
    add: (file) =>
      database
        .write(async (stores) => {
          const paper = await paperOf(stores, file.ref);
          const entries = await stores.attachments.of(paper.id);
          // The same request again, because its answer got lost.
          if (entries.some((entry) => entry.id === file.id)) return listOf(stores, paper.id);
          if (await stores.attachments.get(file.id))
            throw new Refusal('input-invalid', { problem: problems.attachmentElsewhere });
          await requireEditable(stores, paper);
          requireSize(file);
          requireRoom(entries, { fileName: file.fileName, size: file.bytes.length });
          await stores.attachments.put({
            id: file.id,
            paperId: paper.id,
            position: entries.length,
            name: normaliseLine(nameFromFile(file.fileName)),
            fileName: safeFileName(file.fileName),
            mimeType: ports.mimeTypeOf(file),
            size: file.bytes.length,
            sha512: await keep(stores, file.bytes),
            publicity: file.publicity ?? paper.publicity,
            removedAt: null,
            text: 'waiting',
          });
          await stores.log.append({ action: 'attachment-added', entity: 'file', entityId: file.id, revision: null });
          return listOf(stores, paper.id);
        })
        .then(readLater),
    replace: (file) =>
      update(file.id, 'attachment-replaced', async (entry, stores) => {
        const others = (await stores.attachments.of(entry.paperId)).filter((other) => other.id !== entry.id);
        const { fileName: name, size } = entry;
        const wanted = { fileName: safeFileName(file.fileName), size: file.bytes.length };
        requireUnchanged({ read: file.read, stored: { fileName: name, size }, wanted });
        requireSize(file);
        requireRoom(others, { fileName: file.fileName, size: file.bytes.length });
        return {
          ...entry,
          fileName: safeFileName(file.fileName),
          mimeType: ports.mimeTypeOf(file),
          size: file.bytes.length,
          sha512: await keep(stores, file.bytes),
          text: 'waiting' as const,
        };
      }).then(readLater),
    change: ({ id, name, publicity, read }) =>
      update(id, 'attachment-changed', (entry) => {
        const clean = seenOnly(normaliseLine(name));
        if (clean === '') throw new Refusal('input-invalid', { problem: problems.attachmentNameMissing });
        const stored = { name: entry.name, publicity: entry.publicity };
        return Promise.resolve({ ...entry, ...mergedOver(read, stored, { name: clean, publicity }) });
      }),
    move: ({ id, to }) =>
      update(id, 'attachment-moved', async (entry, stores) => {
        const entries = (await stores.attachments.of(entry.paperId)).filter((other) => other.removedAt === null);
        const order = entries.filter((other) => other.id !== id);
        const at = Math.min(to, order.length);
        order.splice(at, 0, entry);
        for (const [position, other] of order.entries()) await stores.attachments.put({ ...other, position });
        return { ...entry, position: at };
      }),
    remove: (id) =>
      update(id, 'attachment-removed', (entry) => Promise.resolve({ ...entry, removedAt: ports.clock.now() })),
    bringBack: (id) =>
      update(id, 'attachment-brought-back', async (entry, stores) => {
        const others = (await stores.attachments.of(entry.paperId)).filter((other) => other.id !== entry.id);
        requireRoom(others, { fileName: entry.name, size: entry.size });
        return { ...entry, removedAt: null };
      }).then(readLater),
    view: async (id) => {
      const file = await contentOf(id);
      return { handle: ports.handoff.put(file), mimeType: file.mimeType };
    },
    deliver: async (id) => documents([await contentOf(id)]),
    readWaiting,
    settled: async () => {
      await reading;
    },
  };
}
