/** Text modules and their versions. */
export interface StoredModule {
  readonly id: string;
  readonly revision: number;
  /** Who made it. */
  readonly owner: string;
  /** The content as JSON. */
  readonly content: string;
  readonly removedAt: string | null;
  readonly at: string;
  readonly actor: string;
}

export interface ModuleReader {
  /** Removed ones are left out. */
  all(): Promise<readonly StoredModule[]>;
  /** Removed ones, too. */
  get(id: string): Promise<StoredModule | undefined>;
  /** Newest first. */
  versions(id: string): Promise<readonly Omit<StoredModule, 'removedAt' | 'owner'>[]>;
}
export interface ModuleWriter extends ModuleReader {
  /** By its id; a new revision is kept as a version of its own. */
  put(module: Omit<StoredModule, 'actor'>): Promise<void>;
}
