/** What the core keeps of distributions, letters and dispatch. Letters and proofs are only ever added to. */
import type { IsoDate } from '../../base/german-date.ts';
import type { DistributionEntry, ResolvedRecipient } from '../../contract/distribution/shapes.ts';

export interface DistributionReader {
  /** Of a paper in their order; empty when nothing is stored. */
  entries(paperId: string): Promise<readonly DistributionEntry[]>;
  /** Counts the saves of a paper's distribution. */
  revision(paperId: string): Promise<number>;
}
export interface DistributionWriter extends DistributionReader {
  replace(paperId: string, revision: number, entries: readonly DistributionEntry[]): Promise<void>;
}

export interface LetterEntry {
  readonly id: string;
  readonly paperId: string;
  readonly kind: string;
  /** What was written, as JSON text (`LetterContent`). */
  readonly content: string;
  readonly templateHash: string;
  /** Letters to many share a run; `recipientKey` is its own in the run. */
  readonly runId: string | null;
  readonly recipientKey: string | null;
  readonly files: readonly LetterFileEntry[];
}
export interface LetterFileEntry {
  /** 'pdf', 'docx', or a word of another version. */
  readonly kind: string;
  readonly fileName: string;
  readonly size: number;
  readonly sha512: string;
}
export interface WrittenLetterEntry extends LetterEntry {
  readonly at: string;
  readonly actor: string;
}
export interface LetterRunEntry {
  readonly id: string;
  readonly paperId: string;
  /** What was asked for, as JSON text (`SerialLettersInput`). */
  readonly input: string;
  readonly at: string;
}
export interface LetterReader {
  run(id: string): Promise<LetterRunEntry | undefined>;
  /** Of a paper, newest first. */
  runs(paperId: string): Promise<readonly LetterRunEntry[]>;
  /** In the order they were written. */
  ofRun(runId: string): Promise<readonly WrittenLetterEntry[]>;
  /** Letters of a paper that were written one by one, newest first. */
  written(paperId: string): Promise<readonly WrittenLetterEntry[]>;
  get(id: string): Promise<WrittenLetterEntry | undefined>;
  /** Id of the letter that a recipient has in a run. */
  find(runId: string, recipientKey: string): Promise<string | undefined>;
  /** The letter that has a file with exactly these bytes; `sha512` in lower-case hexadecimal. */
  letterOfFile(
    sha512: string,
  ): Promise<(Pick<LetterEntry, 'id' | 'paperId' | 'kind'> & { readonly fileName: string }) | undefined>;
}
export interface LetterWriter extends LetterReader {
  addRun(run: Omit<LetterRunEntry, 'at'>): Promise<void>;
  /** The bytes must be kept already. */
  add(letter: LetterEntry): Promise<void>;
}

export interface DispatchEntry {
  readonly id: string;
  readonly paperId: string;
  readonly issueId: string | null;
  readonly letterId: string | null;
  readonly channel: string;
  readonly copyKind: string;
  /** Day of a follow-up; two days are two copies. */
  readonly followUp: IsoDate | null;
  readonly recipient: ResolvedRecipient;
  readonly fileName: string;
  readonly sha512: string;
  readonly detail: string;
  readonly at: string;
  readonly actor: string;
}
export interface DispatchReader {
  /** Oldest first. */
  of(paperId: string): Promise<readonly DispatchEntry[]>;
  /** Papers of whose issue something may still have to go out: issued before dispatched ones, then as in the register. `after` as answered before. */
  open(page: { readonly limit: number; readonly after?: string | undefined }): Promise<OpenDispatchPage>;
  /** The paper of which something went out last, besides open ones and those of `except`; undefined when there is none. */
  lastDone(except: readonly string[]): Promise<{ readonly paperId: string; readonly at: string } | undefined>;
}
export interface OpenDispatchPage {
  readonly paperIds: readonly string[];
  readonly next: string | null;
}
export interface DispatchWriter extends DispatchReader {
  add(entry: Omit<DispatchEntry, 'at' | 'actor'>): Promise<void>;
  /** Copies of this issue have to go out; of an earlier one no longer. */
  reopen(paperId: string, issueId: string): Promise<void>;
  /** The directory changed: of papers issued since that instant something may have to go out again. */
  reopenIssuedSince(instant: string): Promise<void>;
  /** Nothing of the paper has to go out any more. */
  settle(paperId: string): Promise<void>;
}
