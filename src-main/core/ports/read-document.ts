/** What a reader of office documents hands over: the text as blocks of the record, and by name what is no part of it. */
import type { Block } from '../../record/rich-text/rich-text.ts';

/** Why something of a document does not stand in its text. */
export type LeftOutKind =
  /** Struck out by the writer. */
  | 'struck'
  /** Formatted as hidden. */
  | 'hidden'
  /** Deleted while changes were being tracked, and not decided yet. */
  | 'deleted'
  /** Remark of a colleague. */
  | 'comment'
  /** A sign of a font whose table is not known here; � stands in its place. */
  | 'symbol'
  /** Words in a drawing, a chart or an embedded file, which have no place in running text. */
  | 'drawing'
  /** Words that the file holds and that did not arrive: counted, not explained. */
  | 'lost';

export interface LeftOut {
  readonly kind: LeftOutKind;
  /** The words, or the place. */
  readonly text: string;
}

export interface DocumentNote {
  /** As it stands in the text, raised: "1". */
  readonly label: string;
  /** Words right before its mark, so that the mark is told from another raised figure. */
  readonly behind: string;
  readonly blocks: readonly Block[];
}

/** So many signs before a mark tell it from others. */
export const SIGNS_BEHIND_MARK = 24;

export interface ReadDocument {
  readonly blocks: readonly Block[];
  /** Footnotes and endnotes, in the order of their marks. */
  readonly notes: readonly DocumentNote[];
  /** Lines at the top and bottom of its pages, which are no part of the text. */
  readonly pageMarks: readonly string[];
  readonly leftOut: readonly LeftOut[];
}
