/**
 * The neutral document model: what a paper says and how its parts relate, before any writer. PDF and DOCX share every text and number of it.
 * Lengths in millimetres, type sizes in points. Plain JSON.
 */
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import type { CellAlign } from '../../record/rich-text/rich-text.ts';
import type { Layout } from './layout.ts';
import type { LETTER_TYPE, LetterMeasures } from './letter-form.ts';

export type PrintInline =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly bold?: true;
      readonly italic?: true;
      readonly underline?: true;
      readonly raised?: 'superscript' | 'subscript';
    }
  | { readonly kind: 'break' }
  | { readonly kind: 'placeholder'; readonly label: string }
  /** Blackened words: a box of the same size for all, with the label in it as readable text. */
  | { readonly kind: 'redacted'; readonly label: string };

/** In a copy for editing: by what name a block is known when it comes back, and which remarks stand at it. */
export interface BlockPlace {
  readonly name: string;
  /** Offsets in the plain text of the block; `remark` counts the document's `remarks`. */
  readonly remarks: readonly { readonly remark: number; readonly start: number; readonly end: number }[];
}

export interface GridCell {
  readonly text: string;
  /** The same text in parts, where some of it is blackened. */
  readonly content?: readonly PrintInline[];
  /** Number of columns the cell covers. */
  readonly span: number;
}
/** One row of the form's head: labels stand above their values, so a label row is a header of the value row below it. */
export interface GridRow {
  readonly kind: 'labels' | 'values';
  readonly cells: readonly GridCell[];
}

export interface TableCellContent {
  readonly blocks: readonly PrintBlock[];
  readonly colspan: number;
  readonly rowspan: number;
  readonly header: boolean;
  readonly align?: CellAlign;
  /** Of the table's width. */
  readonly share: number;
}

interface CoatOfArmsPlace {
  readonly alternativeText: string;
  readonly heightMm: number;
}

interface ContentsWords {
  readonly number: string;
  readonly reference: string;
  readonly name: string;
  readonly page: string;
}

/** The end of the block stays on one page with the beginning of the next. */
interface Keep {
  readonly keepWithNext?: true;
}

/** One row of a letter's information block; "\n" breaks the value. */
export interface LetterRow {
  readonly label: string;
  readonly value: string;
  readonly gapBefore: boolean;
}

/** The address field of a letter: for a window envelope, or from whom to whom inside the house. */
export type LetterField =
  | {
      readonly kind: 'address';
      readonly sender: { readonly text: string; readonly sizePt: number };
      /** Notes zone, such as "Einschreiben". */
      readonly notes: string;
      readonly lines: readonly (readonly PrintInline[])[];
      readonly sizePt: number;
    }
  | {
      readonly kind: 'parties';
      readonly parties: readonly { readonly label: string; readonly lines: readonly (readonly PrintInline[])[] }[];
      readonly sizePt: number;
    };

/** Everything above the subject of a letter, each part at its place on the sheet (DIN 5008). First block of its document. */
export interface LetterOpening {
  readonly kind: 'letter-opening';
  readonly measures: LetterMeasures;
  readonly type: typeof LETTER_TYPE;
  readonly informationLabelMm: number;
  /** Fold and punch marks at the left edge of the first page. */
  readonly marks: boolean;
  readonly bodyName: string;
  readonly accent: string;
  /** Address and numbers of the office, one line. */
  readonly details: string;
  readonly coatOfArms: { readonly alternativeText: string; readonly heightMm: number } | null;
  readonly field: LetterField;
  readonly information: readonly LetterRow[];
  /** Head line of the following pages. */
  readonly continuation: { readonly text: string; readonly date: string };
}

/** Begins the next of several copies in one file, on a new page with page numbers and a footer of its own. First block, if there is one. */
interface DocumentPiece {
  readonly kind: 'piece';
  /** From 0. */
  readonly index: number;
  readonly footer: string;
  /** For printing on both sides: a back page stays empty before it where it would begin on one. */
  readonly startsOnFront: boolean;
}

/** A whole page with texts at their places, such as an envelope or a sheet of labels. PDF only. */
export interface PlacedSheet {
  readonly kind: 'sheet';
  readonly fields: readonly {
    readonly leftMm: number;
    readonly topMm: number;
    readonly widthMm: number;
    readonly lines: readonly string[];
    readonly sizePt: number;
    readonly linePt: number;
    /** Small print above the address, ruled off. */
    readonly isSender: boolean;
  }[];
}

export type PrintBlock =
  | LetterOpening
  | {
      readonly kind: 'letterhead';
      readonly bodyName: string;
      readonly coatOfArms: CoatOfArmsPlace | null;
    }
  | { readonly kind: 'title'; readonly text: string; readonly aside: string; readonly asideMarked: boolean }
  | { readonly kind: 'grid'; readonly columnsMm: readonly number[]; readonly rows: readonly GridRow[] }
  | {
      readonly kind: 'register';
      readonly columnsMm: readonly number[];
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** Least height of a row and size of its type; null means: as the text needs, body size. */
      readonly rowHeightMm: number | null;
      readonly sizePt: number | null;
    }
  | {
      readonly kind: 'heading';
      readonly level: 1 | 2 | 3 | 4;
      readonly content: readonly PrintInline[];
      readonly place?: BlockPlace;
    }
  | ({ readonly kind: 'paragraph'; readonly content: readonly PrintInline[]; readonly place?: BlockPlace } & Keep)
  | ({ readonly kind: 'bullets'; readonly items: readonly (readonly PrintBlock[])[] } & Keep)
  | ({ readonly kind: 'numbers'; readonly start: number; readonly items: readonly (readonly PrintBlock[])[] } & Keep)
  | ({ readonly kind: 'quotation'; readonly blocks: readonly PrintBlock[] } & Keep)
  | ({
      readonly kind: 'table';
      /** Share of each column in the width; the sum is 1. */
      readonly shares: readonly number[];
      readonly headerRows: number;
      readonly rows: readonly (readonly TableCellContent[])[];
    } & Keep)
  | { readonly kind: 'page-break' }
  | DocumentPiece
  | PlacedSheet
  /** The block before it is kept with it, so that it never stands alone on a page. */
  | {
      readonly kind: 'signature';
      readonly name: string;
      readonly role: string | null;
      /** The handwritten name above the printed one. */
      readonly picture?: { readonly alternativeText: string; readonly heightMm: number };
    }
  /** The first page of a folder, alone on its page and without a footer. */
  | {
      readonly kind: 'cover';
      readonly bodyName: string;
      readonly coatOfArms: CoatOfArmsPlace | null;
      readonly title: string;
      readonly subtitle: string;
      readonly facts: readonly { readonly label: string; readonly value: string }[];
      readonly notices: readonly string[];
      readonly noticeMarked: boolean;
    }
  /** What a folder holds, with the page each part begins on; ends its page. */
  | {
      readonly kind: 'contents';
      readonly title: string;
      readonly header: ContentsWords;
      readonly entries: readonly (Omit<ContentsWords, 'page'> & {
        /** Why there are no pages of it; null where there are. */
        readonly note: string | null;
        /** Position among the parts of the document, from 0; null where there is none. */
        readonly part: number | null;
      })[];
    }
  /** A document inside the document: pages of its own, its own footer, one bookmark. Its headings stand one level below. */
  | {
      readonly kind: 'part';
      /** The bookmark. */
      readonly title: string;
      /** In the upper margin of its first page. */
      readonly mark: string;
      /** As the footer of the document; `{partPage}` and `{partPages}` count this part alone. */
      readonly footer: string;
      readonly blocks: readonly PrintBlock[];
    };

export interface PrintDocument {
  /** Document properties; `date` fixes every time stamp, so that same record means same bytes. */
  readonly properties: {
    readonly title: string;
    readonly author: string;
    readonly subject: string;
    readonly date: string;
    readonly language: 'de-DE';
  };
  readonly style: OfficeProfile['style'];
  readonly layout: Layout;
  /** Base64; `raster` is a PNG or JPEG of the same picture, for Word, which needs one beside every SVG. */
  readonly coatOfArms: {
    readonly data: string;
    readonly mimeType: string;
    readonly raster: {
      readonly data: string;
      readonly mimeType: string;
      readonly widthPx: number;
      readonly heightPx: number;
    };
  } | null;
  /** Base64; drawn by the signature block that has a picture. */
  readonly signaturePicture?: {
    readonly data: string;
    readonly mimeType: 'image/png' | 'image/jpeg';
    readonly widthPx: number;
    readonly heightPx: number;
  };
  /** Footer of every page; `{page}` and `{pages}` are filled by the writers. */
  readonly footer: string;
  /** Absent: A4 upright. */
  readonly pageSizeMm?: { readonly width: number; readonly height: number };
  readonly blocks: readonly PrintBlock[];
  /** A copy that somebody is to edit in Word; everything that bears no place is locked. */
  readonly copy?: EditingCopy;
}

export interface EditingCopy {
  /** Statement and state, as the file names them. */
  readonly of: string;
  readonly remarks: readonly {
    readonly author: string;
    /** Local time without a zone, as word processors write it: "2026-03-02T14:05:00". */
    readonly at: string;
    readonly text: string;
  }[];
}
