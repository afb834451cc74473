/**
 * The neutral document model: what a paper says and how its parts relate, before any writer. PDF and DOCX share every text and number of it.
 * Lengths in millimetres, type sizes in points. Plain JSON.
 */
import type { OfficeProfile } from '../../contract/office-profile.ts';
import type { Layout } from './layout.ts';

export type PrintInline =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly bold?: true;
      readonly italic?: true;
      readonly underline?: true;
    }
  | { readonly kind: 'break' }
  | { readonly kind: 'placeholder'; readonly label: string }
  /** Blackened words: a box of the same size for all, with the label in it as readable text. */
  | { readonly kind: 'redacted'; readonly label: string };

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
}

/** The end of the block stays on one page with the beginning of the next. */
interface Keep {
  readonly keepWithNext?: true;
}

export type PrintBlock =
  | {
      readonly kind: 'letterhead';
      readonly bodyName: string;
      readonly coatOfArms: { readonly alternativeText: string; readonly heightMm: number } | null;
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
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly content: readonly PrintInline[] }
  | ({ readonly kind: 'paragraph'; readonly content: readonly PrintInline[] } & Keep)
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
  /** The block before it is kept with it, so that it never stands alone on a page. */
  | { readonly kind: 'signature'; readonly name: string; readonly role: string | null };

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
  /** Footer of every page; `{page}` and `{pages}` are filled by the writers. */
  readonly footer: string;
  readonly blocks: readonly PrintBlock[];
}
