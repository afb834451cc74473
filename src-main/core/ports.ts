/** What the core needs from outside. Adapters and shells bring it; nothing here knows how. */
import type { IsoDate } from '../contract/basics.ts';
import type { Delivery } from '../contract/procedures.ts';
import type { PaperQuery, PaperSummary } from '../contract/statement.ts';
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

export interface OrganizationEntry {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly organizationType: 'council' | 'mayor' | 'committee' | 'faction' | 'unit' | 'other';
}
export interface PersonEntry {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly formOfAddress: string | null;
  readonly memberships: readonly {
    readonly id: string;
    readonly organizationId: string;
    readonly role: string;
    readonly startDate: IsoDate | null;
    readonly endDate: IsoDate | null;
  }[];
}
export interface DirectoryReader {
  organizations(): Promise<readonly OrganizationEntry[]>;
  persons(): Promise<readonly PersonEntry[]>;
}
export interface DirectoryWriter extends DirectoryReader {
  putOrganization(entry: OrganizationEntry): Promise<void>;
  putPerson(entry: PersonEntry): Promise<void>;
}

export interface ReadStores {
  readonly papers: PaperReader;
  readonly statements: StatementReader;
  readonly office: OfficeReader;
  readonly directory: DirectoryReader;
}
export interface WriteStores {
  readonly papers: PaperWriter;
  readonly statements: StatementWriter;
  readonly versions: VersionWriter;
  readonly numbers: NumberWriter;
  readonly office: OfficeWriter;
  readonly directory: DirectoryWriter;
  readonly log: LogWriter;
}

export interface DatabaseFinding {
  readonly area: string;
  readonly ok: boolean;
  readonly detail: string;
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
  readonly clock: Clock;
  readonly newId: () => string;
  readonly pdf: PdfWriter;
  readonly preview: PreviewWriter;
  readonly characters: CharacterCheck;
  readonly docx: DocxWriter;
  readonly files: FileReader;
  readonly handoff: Handoff;
  readonly delivery: DeliveryPort;
  /** Office and papers of the invented example office, read from the shipped assets. */
  readonly exampleOffice: () => Promise<unknown>;
  readonly utf8: (text: string) => Uint8Array;
  /** SHA-256 as lower-case hexadecimal digits. */
  readonly sha256: (data: string | Uint8Array) => string;
  readonly dataFolder: string;
  readonly userName: string;
  readonly version: string;
}
