/** What the core needs from outside. Adapters and shells bring it; nothing here knows how. */
import type { BackupContent, BackupFile, Repair } from '../contract/backup.ts';
import type { IsoDate, Publicity } from '../contract/basics.ts';
import type { Delivery } from '../contract/delivery.ts';
import type { FederalState } from '../contract/office-profile.ts';
import type { PaperQuery, PaperSummary } from '../contract/statement.ts';
import type { OrganizationContent, PersonContent, SettingArea } from '../contract/settings.ts';
import type { PrintDocument } from './document/model.ts';
import type { Paper } from './paper/paper.ts';
import type { Statement } from './statement/statement.ts';

export interface Clock {
  /** Instant as ISO 8601 with milliseconds, UTC. */
  readonly now: () => string;
  /** Today in the office's time zone. */
  readonly today: () => IsoDate;
}

export interface PaperReader {
  get(id: string): Promise<Paper | undefined>;
  findByReference(reference: string): Promise<Paper | undefined>;
  /** Ids that begin with the prefix, at most `limit`. */
  idsByPrefix(prefix: string, limit: number): Promise<readonly string[]>;
  /** The paper as the register lists it; throws when there is none. */
  summary(id: string): Promise<PaperSummary>;
  list(query: PaperQuery): Promise<{ items: PaperSummary[]; next: string | null; total: number }>;
}
export interface PaperWriter extends PaperReader {
  save(paper: Paper): Promise<void>;
}

export interface StatementReader {
  get(paperId: string): Promise<Statement | undefined>;
  /** Ids of the papers a statement answers, in order. */
  answers(paperId: string): Promise<readonly string[]>;
  /** Ids of the statements that answer a paper. */
  answeredBy(paperId: string): Promise<readonly string[]>;
}
export interface StatementWriter extends StatementReader {
  save(paperId: string, statement: Statement): Promise<void>;
  setAnswers(paperId: string, answeredIds: readonly string[]): Promise<void>;
}

export interface VersionWriter {
  /** Keeps the state after a save; unnamed versions of one actor within `mergeWithinMs` become one. */
  keep(version: {
    statementId: string;
    revision: number;
    snapshot: string;
    at: string;
    mergeWithinMs: number;
  }): Promise<void>;
  statementsWithVersions(): Promise<readonly string[]>;
  of(statementId: string): Promise<readonly { revision: number; at: string; name: string | null }[]>;
  drop(statementId: string, revisions: readonly number[]): Promise<void>;
}

export interface NumberEntry {
  readonly class: string;
  readonly year: number;
  readonly number: number;
  /** "" or "/1/1". */
  readonly suffix: string;
  readonly state: 'reserved' | 'given' | 'void';
  readonly paperId: string | null;
  readonly reason: string | null;
}
export interface NumberWriter {
  /** Highest running number of class and year in any state; 0 when there is none. */
  highest(className: string, year: number): Promise<number>;
  find(className: string, year: number, number: number, suffix: string): Promise<NumberEntry | undefined>;
  put(entry: NumberEntry): Promise<void>;
}

export interface OfficeRecord {
  readonly kind: 'own' | 'example';
  /** The profile as JSON text; it may be broken, the office service decides. */
  readonly profileJson: string;
}
export interface OfficeReader {
  get(): Promise<OfficeRecord | undefined>;
}
export interface OfficeWriter extends OfficeReader {
  put(office: OfficeRecord): Promise<void>;
}

export interface ChangeEntry {
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly revision: number | null;
}
export interface LogWriter {
  append(entry: ChangeEntry): Promise<void>;
}

export interface OrganizationEntry extends OrganizationContent {
  readonly id: string;
}
export interface PersonEntry extends PersonContent {
  readonly id: string;
}
export interface DirectoryReader {
  organizations(): Promise<readonly OrganizationEntry[]>;
  persons(): Promise<readonly PersonEntry[]>;
  /** Whether memberships, consultations, meetings or originators point to it. */
  organizationInUse(id: string): Promise<boolean>;
  personInUse(id: string): Promise<boolean>;
}
export interface DirectoryWriter extends DirectoryReader {
  putOrganization(entry: OrganizationEntry): Promise<void>;
  putPerson(entry: PersonEntry): Promise<void>;
  removeOrganization(id: string): Promise<void>;
  /** Its memberships go with it. */
  removePerson(id: string): Promise<void>;
}

export interface SettingVersion {
  readonly seq: number;
  readonly area: SettingArea;
  readonly entityId: string;
  readonly revision: number;
  /** Day from which this state holds; null: since ever. */
  readonly validFrom: IsoDate | null;
  /** The state as JSON text; null when it was removed. */
  readonly json: string | null;
  readonly at: string;
  readonly actor: string;
  readonly batch: string | null;
}
export interface SettingHistoryReader {
  /** Newest first. */
  versions(filter: {
    readonly area?: SettingArea | undefined;
    readonly entityId?: string | undefined;
    readonly batch?: string | undefined;
    readonly limit: number;
  }): Promise<readonly SettingVersion[]>;
  find(seq: number): Promise<SettingVersion | undefined>;
  at(area: SettingArea, entityId: string, revision: number): Promise<SettingVersion | undefined>;
  latest(area: SettingArea, entityId: string): Promise<SettingVersion | undefined>;
  /** Highest revision of every entity of an area. */
  revisions(area: SettingArea): Promise<ReadonlyMap<string, number>>;
}
export interface SettingHistoryWriter extends SettingHistoryReader {
  append(version: Omit<SettingVersion, 'seq' | 'at' | 'actor'>): Promise<void>;
}

export interface PreferenceReader {
  all(): Promise<Readonly<Record<string, unknown>>>;
}
export interface PreferenceWriter extends PreferenceReader {
  put(key: string, value: unknown): Promise<void>;
}

export interface AttachmentEntry {
  readonly id: string;
  readonly paperId: string;
  /** Order among the attachments of the paper, from 0. */
  readonly position: number;
  readonly name: string;
  readonly fileName: string;
  readonly mimeType: string;
  readonly size: number;
  /** Null as long as only its name is known. */
  readonly sha512: string | null;
  readonly publicity: Publicity;
  readonly removedAt: string | null;
  readonly text: 'waiting' | 'text' | 'none' | 'refused';
}
export interface ReadText {
  readonly status: 'text' | 'none' | 'refused';
  readonly text: string;
  readonly reason: string | null;
}
export interface AttachmentReader {
  get(id: string): Promise<AttachmentEntry | undefined>;
  /** All of a paper in order, removed ones among them. */
  of(paperId: string): Promise<readonly AttachmentEntry[]>;
  bytes(sha512: string): Promise<Uint8Array | undefined>;
  /** A file whose words nobody has read yet. */
  nextWithoutText(): Promise<(FileContent & { readonly sha512: string }) | undefined>;
}
export interface AttachmentWriter extends AttachmentReader {
  put(entry: AttachmentEntry): Promise<void>;
  /** The same bytes are kept once. */
  keepBytes(sha512: string, bytes: Uint8Array): Promise<void>;
  keepText(sha512: string, text: ReadText): Promise<void>;
  /** Forgets attachments that were removed before this instant, and bytes that nothing refers to. */
  forgetRemovedBefore(instant: string): Promise<void>;
}

export interface ReadStores {
  readonly papers: PaperReader;
  readonly statements: StatementReader;
  readonly office: OfficeReader;
  readonly directory: DirectoryReader;
  readonly attachments: AttachmentReader;
  readonly settingHistory: SettingHistoryReader;
  readonly preferences: PreferenceReader;
}
export interface WriteStores {
  readonly papers: PaperWriter;
  readonly statements: StatementWriter;
  readonly versions: VersionWriter;
  readonly numbers: NumberWriter;
  readonly office: OfficeWriter;
  readonly directory: DirectoryWriter;
  readonly attachments: AttachmentWriter;
  readonly settingHistory: SettingHistoryWriter;
  readonly preferences: PreferenceWriter;
  readonly log: LogWriter;
}

export interface DatabaseFinding {
  readonly area: string;
  readonly ok: boolean;
  readonly detail: string;
  readonly repair: Repair | null;
}

export interface StoredBackup extends BackupFile {
  /** Day the backup was made, by the calendar on the desk. */
  readonly day: IsoDate;
}
/** Backups as files. Refuses with `target-missing`, `target-not-writable`, `disk-full`, `backup-invalid`, `database-newer`. */
export interface BackupPort {
  /** The folder beside the data, made when it is needed. */
  readonly ownFolder: string;
  requireFolder(folder: string): Promise<void>;
  /** Makes a verified backup and answers its path. */
  keep(folder: string, day: IsoDate): Promise<string>;
  /** This installation's backups there, newest first. */
  list(folder: string): Promise<readonly StoredBackup[]>;
  remove(path: string): Promise<void>;
  inspect(path: string): Promise<BackupContent>;
  /** Puts a file that came as bytes where it can be restored from; answers its path. */
  receive(file: { readonly fileName: string; readonly bytes: Uint8Array }): Promise<string>;
  /** Replaces the database; answers where its former state is kept. */
  restore(path: string): Promise<string | null>;
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
  /** Mends what can be made anew from what is stored. */
  repair(repair: Exclude<Repair, 'office-profile'>): Promise<void>;
}

export interface FileContent {
  readonly fileName: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
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
  | { readonly kind: 'text'; readonly text: string; readonly source: 'text' | 'docx-edited' };
export interface FileReader {
  read(file: { readonly fileName: string; readonly bytes: Uint8Array }): Promise<FileReading>;
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
  /** Reads a CSV or vCard file; refuses like every reader of files. */
  readonly contactLists: (file: { readonly fileName: string; readonly bytes: Uint8Array }) => Promise<ContactList>;
  /** Text of a file in any encoding that offices use; refuses with `file-encoding-unknown`, `file-binary`, `file-empty`. */
  readonly textOf: (file: { readonly fileName: string; readonly bytes: Uint8Array }) => string;
  /** What a file is by its contents, not by its name. */
  readonly mimeTypeOf: (file: { readonly fileName: string; readonly bytes: Uint8Array }) => string;
  /** Words of an attachment; a hostile or broken file is `refused` with a reason, never an error. */
  readonly attachmentText: (file: FileContent) => Promise<ReadText>;
  readonly holidays: (year: number, state: FederalState) => readonly Holiday[];
  readonly handoff: Handoff;
  readonly delivery: DeliveryPort;
  /** Office and papers of the invented example office, read from the shipped assets. */
  readonly exampleOffice: () => Promise<unknown>;
  readonly utf8: (text: string) => Uint8Array;
  readonly sha512: (data: Uint8Array) => string;
  /** Writes what happened to the error log and returns its id. */
  readonly reportUnexpected: (error: unknown) => string;
  /** Digests as lower-case hexadecimal digits. */
  readonly sha256: (data: string | Uint8Array) => string;
  readonly dataFolder: string;
  readonly userName: string;
  readonly version: string;
}
