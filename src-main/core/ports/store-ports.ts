/** What the core keeps and finds again: readers and writers of one database, by subject. Writers read, too. */
import type { IsoDate } from '../../base/german-date.ts';
import type { OrganizationContent, PersonContent, SettingArea } from '../../contract/settings/shapes.ts';
import type { PaperQuery, PaperSummary } from '../../contract/paper/shapes.ts';
import type { AttachmentReader, AttachmentWriter } from './attachment-ports.ts';
import type {
  DispatchReader,
  DispatchWriter,
  DistributionReader,
  DistributionWriter,
  LetterReader,
  LetterWriter,
} from './distribution-ports.ts';
import type { IssueReader, IssueWriter, TrustReader, TrustWriter } from './issue-ports.ts';
import type { MeetingReader, MeetingWriter } from './meeting-ports.ts';
import type { CommentReader, CommentWriter, ReviewReader, ReviewWriter } from './review-ports.ts';
import type { ModuleReader, ModuleWriter } from './module-ports.ts';
import type { PointReader, PointWriter } from './point-ports.ts';
import type { VersionReader, VersionWriter } from './version-ports.ts';
import type { Paper } from '../paper/paper.ts';
import type { FileContent } from '../../contract/document/delivery.ts';
import type { Statement } from '../statement/statement.ts';

export type { FileContent };

/** Papers in the bin are seen by no one here. */
export interface PaperReader {
  get(id: string): Promise<Paper | undefined>;
  findByReference(reference: string): Promise<Paper | undefined>;
  /** A paper in the bin that bore the number or has the id; for saying where it is. */
  findDiscarded(ref: string): Promise<{ readonly id: string; readonly name: string } | undefined>;
  /** Ids that begin with the prefix, at most `limit`. */
  idsByPrefix(prefix: string, limit: number): Promise<readonly string[]>;
  /** The paper as the register lists it; throws when there is none. */
  summary(id: string): Promise<PaperSummary>;
  list(query: PaperQuery): Promise<{ items: PaperSummary[]; next: string | null; total: number }>;
  /** Id and folded name of every paper that is not in the bin. */
  names(): Promise<readonly { readonly id: string; readonly name: string }[]>;
}
export interface PaperWriter extends PaperReader {
  /** Refuses with `paper-discarded` when the paper lies in the bin. */
  save(paper: Paper): Promise<void>;
}

/** A paper in the bin: everything of it is kept, only its number may be somebody else's meanwhile. */
export interface DiscardedEntry {
  readonly paperId: string;
  readonly paperType: Paper['paperType'];
  readonly name: string;
  /** The number it bore. */
  readonly reference: string | null;
  readonly originalReference: string | null;
  readonly at: string;
  readonly actor: string;
  readonly letters: number;
  readonly attachments: number;
}
export interface BinReader {
  /** Newest first. */
  list(): Promise<readonly DiscardedEntry[]>;
  /** By former number or beginning of the id, at most `limit`. */
  find(ref: string, limit: number): Promise<readonly DiscardedEntry[]>;
}
export interface BinWriter extends BinReader {
  put(entry: Pick<DiscardedEntry, 'paperId' | 'reference' | 'originalReference'>): Promise<void>;
  remove(paperId: string): Promise<void>;
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

/** What something is called where it came from: the same thing from the same source is the same thing. */
export interface ExternalName {
  /** "file": the id is the SHA-256 of the file. "vcard": the UID of a card (RFC 6350, 6.7.6). */
  readonly source: 'file' | 'vcard';
  readonly externalId: string;
  readonly entity: 'paper' | 'person' | 'organization';
}
export interface ExternalRefReader {
  /** Its id here; undefined where it never came. */
  find(name: ExternalName): Promise<string | undefined>;
}
export interface ExternalRefWriter extends ExternalRefReader {
  /** In place of what bore the name before. */
  put(name: ExternalName, entityId: string): Promise<void>;
}

export interface NumberEntry {
  readonly class: string;
  readonly year: number;
  readonly number: number;
  /** "" or "/1/1". */
  readonly suffix: string;
  /** `void` for everybody but the paper it was taken from; `free` for anybody. */
  readonly state: 'reserved' | 'given' | 'void' | 'free';
  /**
   * Whether this program gave it, or it came with its paper. `typed`: a person entered it where this program counts; only what `office` gave
   * is never free again.
   */
  readonly givenBy: 'office' | 'typed' | 'elsewhere';
  readonly paperId: string | null;
  readonly reason: string | null;
}
export interface NumberReader {
  /** Highest running number of class and year that is not free again; 0 when there is none. */
  highest(className: string, year: number): Promise<number>;
  find(className: string, year: number, number: number, suffix: string): Promise<NumberEntry | undefined>;
  /** All of a class and year by running number. */
  list(className: string, year: number): Promise<readonly NumberEntry[]>;
}
export interface NumberWriter extends NumberReader {
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
/** Where the log ends. Whoever knows it can tell later whether the log was cut or written anew. */
export interface LogEnd {
  readonly seq: number;
  /** Of the last entry; it depends on all before it. */
  readonly hash: string;
  readonly at: string;
}
export interface LogReader {
  /** Null while nothing has happened yet. */
  end(): Promise<LogEnd | null>;
  /** The latest instant an entry carries, since somebody last said that the clock is right. */
  latestInstant(): Promise<string | null>;
  /** Whether the thing with this id ever had this done to it. */
  wasDone(action: string, entityId: string): Promise<boolean>;
}
export interface LogWriter extends LogReader {
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

export interface UnfinishedReader {
  at(place: string): Promise<string | null>;
}
export interface UnfinishedWriter extends UnfinishedReader {
  put(place: string, text: string): Promise<void>;
  remove(place: string): Promise<void>;
}

export interface ReadStores {
  readonly papers: PaperReader;
  readonly bin: BinReader;
  readonly numbers: NumberReader;
  readonly statements: StatementReader;
  readonly office: OfficeReader;
  readonly directory: DirectoryReader;
  readonly attachments: AttachmentReader;
  readonly settingHistory: SettingHistoryReader;
  readonly preferences: PreferenceReader;
  readonly unfinished: UnfinishedReader;
  readonly issues: IssueReader;
  readonly meetings: MeetingReader;
  readonly trust: TrustReader;
  readonly distribution: DistributionReader;
  readonly letters: LetterReader;
  readonly dispatch: DispatchReader;
  readonly externalRefs: ExternalRefReader;
  readonly versions: VersionReader;
  readonly comments: CommentReader;
  readonly reviews: ReviewReader;
  readonly points: PointReader;
  readonly modules: ModuleReader;
  readonly log: LogReader;
}
export interface WriteStores {
  readonly papers: PaperWriter;
  readonly bin: BinWriter;
  readonly statements: StatementWriter;
  readonly versions: VersionWriter;
  readonly comments: CommentWriter;
  readonly reviews: ReviewWriter;
  readonly points: PointWriter;
  readonly modules: ModuleWriter;
  readonly numbers: NumberWriter;
  readonly office: OfficeWriter;
  readonly directory: DirectoryWriter;
  readonly attachments: AttachmentWriter;
  readonly settingHistory: SettingHistoryWriter;
  readonly preferences: PreferenceWriter;
  readonly unfinished: UnfinishedWriter;
  readonly issues: IssueWriter;
  readonly meetings: MeetingWriter;
  readonly trust: TrustWriter;
  readonly distribution: DistributionWriter;
  readonly letters: LetterWriter;
  readonly dispatch: DispatchWriter;
  readonly externalRefs: ExternalRefWriter;
  readonly log: LogWriter;
}
