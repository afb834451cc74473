/** What the core needs from outside. Adapters and shells bring it; nothing here knows how. */
import type { ReadDocument } from './read-document.ts';
import type { BackupContent, BackupFile, Repair } from '../../contract/backup/shapes.ts';
import type { IsoDate } from '../../base/german-date.ts';
import type { Delivery, StopSignal, StoppableFile } from '../../contract/document/delivery.ts';
import type { FederalState } from '../../contract/settings/office-profile.ts';
import type { SettingsFile } from '../../contract/settings/shapes.ts';
import type { PrintDocument } from '../print/model.ts';
import type { PdfExaminer } from './conformance-port.ts';
import type { AttachmentAudit } from '../reading/attachment-audit.ts';
import type {
  CertificatePort,
  DocxSigner,
  PdfSigner,
  StrangersCertificates,
  TimestampPort,
} from './signature-ports.ts';
import type { SpellingPort } from './spelling-port.ts';
import type { ReadText } from './attachment-ports.ts';
import type { ReturnedFile } from './returned-file.ts';
import type { FileContent, LogEnd, ReadStores, WriteStores } from './store-ports.ts';

export interface Clock {
  /** Instant as ISO 8601 with milliseconds, UTC. */
  readonly now: () => string;
  /** Today in the office's time zone. */
  readonly today: () => IsoDate;
}

export type * from './attachment-ports.ts';
export type * from './store-ports.ts';
export type * from './version-ports.ts';

export interface DatabaseFinding {
  readonly area: string;
  readonly ok: boolean;
  readonly detail: string;
  readonly repair: Repair | null;
}

/** The log beside the end it had when a backup was made; null: that backup knows of no entry. */
export interface LogComparison {
  /** `shorter`: entries are gone; `differs`: another entry stands there; `restored`: a backup was brought back in between. */
  readonly kind: 'continues' | 'shorter' | 'differs' | 'restored';
  readonly end: LogEnd | null;
}

export interface StoredBackup extends BackupFile {
  /** Day the backup was made, by the computer's calendar. */
  readonly day: IsoDate;
}
/** What a backup tells of itself, as far as it can be trusted to. */
export type BackupLook = Omit<BackupContent, 'path' | 'size' | 'present'>;

/** Backups that a person brings may be anybody's file; both refuse with `backup-invalid`, `database-newer`, and `reading-stopped`. */
export interface StrangersBackups {
  readonly check: (path: string, signal?: StopSignal) => Promise<void>;
  readonly look: (path: string, signal?: StopSignal) => Promise<BackupLook>;
}

/** Backups as files. Refuses with `target-missing`, `target-not-writable`, `disk-full`, `backup-invalid`, `database-newer`. */
export interface BackupPort {
  /** The folder beside the data, made when it is needed. */
  readonly ownFolder: string;
  requireFolder(folder: string): Promise<void>;
  /** Makes a verified backup; answers its path and where its log ends. */
  keep(folder: string, day: IsoDate): Promise<{ readonly path: string; readonly logEnd: LogEnd | null }>;
  /** This installation's backups there, newest first. */
  list(folder: string): Promise<readonly StoredBackup[]>;
  remove(path: string): Promise<void>;
  inspect(path: string, signal?: StopSignal): Promise<BackupContent>;
  compareLog(path: string): Promise<LogComparison>;
  /** Puts a file that came as bytes where it can be restored from; answers its path. */
  receive(file: { readonly fileName: string; readonly bytes: Uint8Array }): Promise<string>;
  /** Replaces the database; answers where its former state is kept. The signal ends it as long as the backup is read. */
  restore(path: string, signal?: StopSignal): Promise<string | null>;
}

export interface Database {
  /** Reads see one state; nothing can be written. */
  read<T>(work: (stores: ReadStores) => Promise<T>): Promise<T>;
  /** One immediate transaction: all or nothing, one at a time. */
  write<T>(work: (stores: WriteStores) => Promise<T>): Promise<T>;
  /** A number that changes whenever the file was changed by anyone. */
  changeMark(): Promise<number>;
  /** A complete, verified copy of the database as one file. */
  backup(): Promise<FileContent>;
  examine(): Promise<readonly DatabaseFinding[]>;
  /** The log beside an end that was noted elsewhere. */
  compareLogEnd(end: LogEnd): Promise<LogComparison>;
  /** Writes the index of words anew where it was kept in an older form; what it holds is found meanwhile. */
  reindex(): Promise<void>;
  /** Mends what can be made anew from what is stored. */
  repair(repair: Exclude<Repair, 'office-profile'>): Promise<void>;
}

export interface PdfAttachment extends FileContent {
  readonly description: string;
  readonly relationship: 'Source' | 'Alternative';
}

export interface UnprintableCharacter {
  readonly place: string;
  readonly character: string;
  /** "U+1F600" */
  readonly codePoint: string;
}

/** Lays documents out. The PDF is complete in content, not yet in its claims: `PdfWriter` finishes it. */
export interface Typesetter {
  pdf(document: PrintDocument): Promise<Uint8Array>;
}
export interface PdfWriter {
  /** PDF/A-3a and PDF/UA-1 in one file; same input gives same bytes. Attachments may still be in the making while the pages are set. */
  write(document: PrintDocument, attachments: Promise<readonly PdfAttachment[]>): Promise<Uint8Array>;
}
export interface PreviewWriter {
  /** Typst's vector artifact for the window; a newer request makes an older waiting one answer undefined. */
  preview(document: PrintDocument): Promise<Uint8Array | undefined>;
}
export interface CharacterCheck {
  /** Every character the shipped fonts cannot draw, with its place. */
  unprintable(document: PrintDocument): readonly UnprintableCharacter[];
}
export interface DocxWriter {
  /** `recordJson` travels inside the document; null for papers that carry none. */
  write(document: PrintDocument, recordJson: string | null): Promise<Uint8Array>;
}

/** What a file turned out to hold. */
export type FileReading =
  | { readonly kind: 'record'; readonly json: string; readonly source: 'record' | 'pdf' | 'docx' }
  | {
      /** A document that holds no record of ours, or one that no longer belongs to its text. */
      readonly kind: 'document';
      readonly document: ReadDocument;
      /** Of which statement it is a copy that was given out for editing; null where nothing says so. */
      readonly copyOf: ReturnedFile['copyOf'];
      /** `docx-edited`: it once was a document of ours; `word`: nothing says so. */
      readonly source: 'docx-edited' | 'word' | 'odt';
    }
  | { readonly kind: 'text'; readonly text: string; readonly source: 'text' };
export interface FileReader {
  read(file: StoppableFile): Promise<FileReading>;
}

/** What a list of persons or bodies held: plain text in rows and columns. */
export interface ContactList {
  readonly kind: 'csv' | 'vcard';
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly { readonly code: string; readonly row: number; readonly text: string }[];
}

export interface Holiday {
  readonly date: IsoDate;
  readonly name: string;
}

/** Bytes on their way between window and core: put under a handle, taken by it. */
export interface Handoff {
  put(file: FileContent): string;
  /** Refuses with `offer-expired` when the handle is unknown or too old. */
  take(handle: string): FileContent;
}

/** Hands finished files to the person in the way of the shell: a folder, a dialog, a download. */
export interface DeliveryPort {
  deliver(files: readonly FileContent[]): Promise<Delivery>;
}

/** An e-mail that somebody still looks at and sends. */
export interface MailDraft {
  readonly from: { readonly name: string; readonly address: string } | null;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  /** Instant as ISO 8601. */
  readonly at: string;
  /** Names the draft among all others. */
  readonly id: string;
  readonly attachments: readonly FileContent[];
}

export interface Ports {
  readonly database: Database;
  readonly backups: BackupPort;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly pdf: PdfWriter;
  readonly preview: PreviewWriter;
  readonly characters: CharacterCheck;
  readonly docx: DocxWriter;
  readonly files: FileReader;
  /** Reads a copy that somebody edited; refuses like every reader of files, and with `review-format`. */
  readonly returnedFiles: (file: StoppableFile) => Promise<ReturnedFile>;
  /** Reads a CSV or vCard file; refuses like every reader of files. */
  readonly contactLists: (file: StoppableFile) => Promise<ContactList>;
  /** Settings of another office; refuses with `settings-file-invalid` and like every reader of files. */
  readonly settingsFile: (file: StoppableFile) => Promise<SettingsFile>;
  /** What a file is by its first bytes and its list of entries, not by its name; reads nothing of its content. */
  readonly mimeTypeOf: (file: { readonly fileName: string; readonly bytes: Uint8Array }) => string;
  /** What keeps a PDF or an office document from being told, or read, as such; null where nothing does. */
  readonly obstacleOf: (bytes: Uint8Array) => 'encrypted' | 'head-displaced' | 'incomplete' | null;
  /** Words of an attachment; a hostile or broken file is `refused` with a reason, never an error. */
  readonly attachmentText: (file: FileContent) => Promise<ReadText>;
  /** What a file carries beside its visible pages; a file that cannot be read has none. */
  readonly attachmentAudit: (file: FileContent, signal?: StopSignal) => Promise<AttachmentAudit>;
  /** A key of one's own, opened in this process, and its certificate. */
  readonly certificates: Pick<CertificatePort, 'openKey' | 'createTestKey' | 'describe'>;
  readonly strangersCertificates: StrangersCertificates;
  readonly timestamps: TimestampPort;
  readonly pdfSigner: PdfSigner;
  readonly docxSigner: DocxSigner;
  readonly pdfExaminer: PdfExaminer;
  /** SHA-256 of the template that sets pages, for the record of an issue. */
  readonly templateHash: () => string;
  readonly spelling: SpellingPort;
  readonly holidays: (year: number, state: FederalState) => readonly Holiday[];
  readonly handoff: Handoff;
  /** An unsent e-mail as a file (RFC 5322) that mail programs open for sending. */
  readonly mail: (draft: MailDraft) => Uint8Array;
  /** Office and papers of the invented example office, read from the shipped assets. */
  readonly exampleOffice: () => Promise<unknown>;
  readonly utf8: (text: string) => Uint8Array;
  readonly sha512: (data: Uint8Array) => string;
  /** Writes what happened to the error log and returns its id. */
  readonly reportUnexpected: (error: unknown) => string;
  /** Digests as lower-case hexadecimal digits. */
  readonly sha256: (data: string | Uint8Array) => string;
  readonly dataFolder: string;
  /** Whose call it is, by the name the system knows. */
  readonly userName: () => string;
  readonly version: string;
  /** When this program was built, as ISO 8601; null where nobody knows. */
  readonly builtAt: string | null;
}
