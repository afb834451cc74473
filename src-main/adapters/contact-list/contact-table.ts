/** What a contact list turned out to hold: plain text in rows and columns. What a column means is decided by the person who imports. */

export type ContactNoteCode =
  /** The row had fewer cells than the first row; empty ones were added. */
  | 'row-padded'
  /** The row had more cells than the first row; columns were added for them. */
  | 'row-widened'
  /** Signs stood between a closing quotation mark and the next delimiter. */
  | 'quotes-odd'
  /** A cell was longer than `LARGEST_CELL` and lost its end. */
  | 'cell-cut'
  /** A column had no name, or one that another column has already. */
  | 'column-named'
  /** A property of a card could not be read; the rest of the card was. */
  | 'property-unreadable'
  /** The file ended inside the card. */
  | 'card-unclosed';

export interface ContactNote {
  readonly code: ContactNoteCode;
  /** CSV: the record as it is counted in the file, the header being 1. vCard: the card, the first being 1. */
  readonly row: number;
  /** Name of the column or property it is about; how many cells for the notes on rows. */
  readonly text: string;
}

export interface ContactTable {
  readonly kind: 'csv' | 'vcard';
  /** Never empty, each name once. */
  readonly columns: readonly string[];
  /** Each as long as `columns`, none of them all empty. Cells are NFC, trimmed, lines parted by "\n". */
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly ContactNote[];
}

export const LARGEST_CONTACT_FILE_BYTES = 5 * 1024 * 1024;
export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 100;
/** In UTF-16 units. */
export const LARGEST_CELL = 2000;
/** A list with a fault in every row is told by its first faults. */
export const MOST_NOTES = 1000;
