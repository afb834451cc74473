/** A copy that somebody edited, as its reader hands it over: paragraphs in their order, with what was tracked in them. */
import type { Inline } from '../../record/rich-text/rich-text.ts';
import type { ReadDocument } from './read-document.ts';

/** A change that a word processor tracked, and that nobody decided yet. */
export interface TrackedChange {
  readonly kind: 'added' | 'removed';
  readonly author: string;
  /** As the file says it, in the writer's local time; "" where it says nothing. */
  readonly at: string;
  /** What belongs together: the same name where words went and where they came. */
  readonly move: string | null;
}

export interface TrackedRun {
  readonly inline: Extract<Inline, { type: 'text' | 'hardBreak' }>;
  readonly change: TrackedChange | null;
}

export interface TrackedParagraph {
  /** Bookmarks that begin in it. */
  readonly names: readonly string[];
  /** In a part that was locked when the copy was given out. */
  readonly isLocked: boolean;
  /** The cell it stands in, by an own name; null outside of tables. */
  readonly cell: string | null;
  /** 1 to 9 for a heading; null for running text. */
  readonly outline: number | null;
  readonly list: 'bullet' | 'number' | null;
  readonly runs: readonly TrackedRun[];
  /** What was tracked of its end: a paragraph that was broken, or joined with the next one. */
  readonly end: TrackedChange | null;
  /** Its end was added by one person and taken out again by another: it goes on in the next paragraph. */
  readonly goesOn: boolean;
  /** Remarks in it; places count the signs of all runs that were not added. */
  readonly remarks: readonly { readonly id: string; readonly start: number; readonly end: number }[];
}

export interface Remark {
  readonly id: string;
  readonly author: string;
  readonly at: string;
  readonly text: string;
  /** It went along when the copy was given out. */
  readonly isOwn: boolean;
}

/** What was changed and is named, not merged. */
export interface UnmergedChange {
  readonly kind: 'table' | 'format';
  readonly author: string;
  /** Words it concerns. */
  readonly text: string;
}

export interface ReturnedFile {
  /** Of which statement it is a copy, and of which of its states; null where nothing says so. */
  readonly copyOf: { readonly id: string; readonly revision: number } | null;
  readonly paragraphs: readonly TrackedParagraph[];
  readonly remarks: readonly Remark[];
  readonly unmerged: readonly UnmergedChange[];
  /** The file with everything accepted, as an import reads it. */
  readonly document: ReadDocument;
}
