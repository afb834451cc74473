/** Earlier states of statements and papers, as they are kept. */
/** Whose versions: of a statement, or of another paper of the register. */
export type VersionOf = 'statement' | 'paper';

export interface KeptVersion {
  readonly revision: number;
  readonly at: string;
  readonly actor: string;
  readonly name: string | null;
  /** The content as JSON. */
  readonly snapshot: string;
}

export interface VersionReader {
  /** Without their contents, the oldest first. */
  of(kind: VersionOf, paperId: string): Promise<readonly Omit<KeptVersion, 'snapshot'>[]>;
  get(kind: VersionOf, paperId: string, revision: number): Promise<KeptVersion | undefined>;
}
export interface VersionWriter extends VersionReader {
  /** Keeps the state after a save; unnamed versions of one actor within `mergeWithinMs` become one. */
  keep(
    kind: VersionOf,
    version: {
      readonly paperId: string;
      readonly revision: number;
      readonly snapshot: string;
      readonly at: string;
      readonly mergeWithinMs: number;
    },
  ): Promise<void>;
  rename(kind: VersionOf, paperId: string, revision: number, name: string | null): Promise<void>;
  withVersions(kind: VersionOf): Promise<readonly string[]>;
  drop(kind: VersionOf, paperId: string, revisions: readonly number[]): Promise<void>;
}
