/** What the core keeps of releases, issues and trusted certificates. Nothing here is ever changed, only added to. */
import type { ConformanceFinding } from '../../contract/issue/shapes.ts';
import type { Publicity } from '../../record/basics.ts';
import type { ReleaseProtocol } from '../../contract/release/shapes.ts';

export interface ReleaseEntry {
  readonly id: string;
  readonly statementId: string;
  readonly edition: number;
  readonly revision: number;
  readonly protocol: ReleaseProtocol;
  readonly at: string;
  readonly actor: string;
}
export interface IssueEntry {
  readonly id: string;
  readonly statementId: string;
  readonly edition: number;
  readonly releaseId: string;
  /** What was issued, as JSON text: record, profile, signature, versions (`core/issue/issue-snapshot.ts`). */
  readonly snapshot: string;
  readonly conformance: readonly ConformanceFinding[];
  readonly templateHash: string;
  readonly at: string;
  readonly actor: string;
}
export interface IssueFileEntry {
  readonly id: string;
  readonly issueId: string;
  readonly position: number;
  /** One of `ISSUE_FILE_KINDS`, or a word of another version. */
  readonly kind: string;
  readonly name: string;
  readonly fileName: string;
  readonly mimeType: string;
  readonly size: number;
  readonly sha512: string;
  readonly publicity: Publicity;
  readonly derivedFrom: string | null;
  readonly note: string;
  readonly at: string;
}
export interface StatementEventEntry {
  readonly statementId: string;
  /** The issue it concerns; null for a return to the draft. */
  readonly issueId: string | null;
  /** 'returned', 'withdrawn', 'corrected', or a word of another version. */
  readonly kind: string;
  readonly reason: string;
  readonly at: string;
}

export interface IssueReader {
  /** Newest first. */
  releases(statementId: string): Promise<readonly ReleaseEntry[]>;
  /** Newest edition first. */
  issues(statementId: string): Promise<readonly IssueEntry[]>;
  issue(id: string): Promise<IssueEntry | undefined>;
  /** In their order, renditions behind what they were made from. */
  files(issueId: string): Promise<readonly IssueFileEntry[]>;
  file(id: string): Promise<IssueFileEntry | undefined>;
  /** In the order they happened. */
  events(statementId: string): Promise<readonly StatementEventEntry[]>;
  /** Every issued file with exactly these bytes. */
  filesBySha512(sha512: string): Promise<readonly IssueFileEntry[]>;
}
export interface IssueWriter extends IssueReader {
  addRelease(release: Omit<ReleaseEntry, 'actor' | 'at'>): Promise<void>;
  addIssue(issue: Omit<IssueEntry, 'actor' | 'at'>): Promise<void>;
  /** The bytes must be kept already. */
  addFile(file: Omit<IssueFileEntry, 'at'>): Promise<void>;
  addEvent(event: Omit<StatementEventEntry, 'at'>): Promise<void>;
}

export interface TrustReader {
  /** DER of every certificate on the list. */
  certificates(): Promise<readonly Uint8Array[]>;
}
export interface TrustWriter extends TrustReader {
  add(fingerprint: string, certificate: Uint8Array): Promise<void>;
  /** It can be trusted again. */
  remove(fingerprint: string): Promise<void>;
  /** False when it was never on the list. */
  addAgain(fingerprint: string): Promise<boolean>;
}
