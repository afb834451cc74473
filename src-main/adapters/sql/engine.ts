/** What the stores ask of the engine below them: all that standard SQL has no word for. Another database brings another one of these. */
import type { Expression, Kysely, RawBuilder, SqlBool } from 'kysely';
import type { Tables } from './tables.ts';

/** Words of a paper as `indexedText` gives them, by where they stand. */
export interface IndexedPaper {
  readonly reference: string;
  readonly name: string;
  readonly originators: string;
  readonly body: string;
}

/** An index of words, kept beside the tables and made anew from them. Papers and texts of files are known to it by their `no`. */
export interface FullText {
  putPaper(db: Kysely<Tables>, no: number, words: IndexedPaper): Promise<void>;
  /** `words` as `indexedText` gives them. */
  putFile(db: Kysely<Tables>, no: number, words: string): Promise<void>;
  removeFile(db: Kysely<Tables>, no: number): Promise<void>;
  /**
   * Conditions on `paper`: each word of the text begins a word of the paper, or of a file that is attached to it. Null when the text holds no
   * word.
   */
  found(text: string): readonly Expression<SqlBool>[] | null;
}

export interface SqlEngine {
  /** Rows of the table in the order they were added, to sort by. */
  readonly addedOrder: (table: keyof Tables) => RawBuilder<unknown>;
  readonly search: FullText;
}
