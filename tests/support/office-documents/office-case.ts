/** A small document whose text LibreOffice and the readers of the project must agree on. */

export interface Difference {
  /** Words that the reader has in this place; '' for none. */
  readonly ours: string;
  /** Words that LibreOffice has in the same place; '' for none. */
  readonly theirs: string;
  readonly why: string;
}

export interface OfficeCase {
  /** Name of its file, without the extension. */
  readonly name: string;
  readonly extension: 'docx' | 'odt';
  readonly bytes: Uint8Array;
  /** What must be named as left out: "kind: words". Undefined says nothing about it. */
  readonly leftOut?: readonly string[];
}

export const only = (ours: string, why: string): Difference => ({ ours, theirs: '', why });
export const missing = (theirs: string, why: string): Difference => ({ ours: '', theirs, why });
export const instead = (ours: string, theirs: string, why: string): Difference => ({ ours, theirs, why });
