/**
 * The neutral document model: what a paper says and how its parts relate, before any writer. PDF and DOCX share every text and number of it.
 * Lengths in millimetres, type sizes in points. Plain JSON.
 */
import type { OfficeProfile } from '../../contract/office-profile.ts';

export type PrintInline =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly bold?: true;
      readonly italic?: true;
      readonly underline?: true;
    }
  | { readonly kind: 'break' }
  | { readonly kind: 'placeholder'; readonly label: string };

export interface GridCell {
  readonly text: string;
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

export type PrintBlock =
  | { readonly kind: 'letterhead'; readonly bodyName: string; readonly coatOfArms: { readonly alternativeText: string; readonly heightMm: number } | null }
  | { readonly kind: 'title'; readonly text: string; readonly aside: string; readonly asideMarked: boolean }
  | { readonly kind: 'grid'; readonly columnsMm: readonly number[]; readonly rows: readonly GridRow[] }
  | {
      readonly kind: 'register';
      readonly columnsMm: readonly number[];
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly rowHeightMm: number | null;
    }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly content: readonly PrintInline[] }
  | { readonly kind: 'paragraph'; readonly content: readonly PrintInline[] }
  | { readonly kind: 'bullets'; readonly items: readonly (readonly PrintBlock[])[] }
  | { readonly kind: 'numbers'; readonly start: number; readonly items: readonly (readonly PrintBlock[])[] }
  | { readonly kind: 'quotation'; readonly blocks: readonly PrintBlock[] }
  | {
      readonly kind: 'table';
      readonly columns: number;
      readonly headerRows: number;
      readonly rows: readonly (readonly TableCellContent[])[];
    }
  | { readonly kind: 'page-break' }
  /** Kept together with the block before it, so that it never stands alone on a page. */
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
  readonly coatOfArms: { readonly data: string; readonly mimeType: string } | null;
  /** Footer of every page; `{page}` and `{pages}` are filled by the writers. */
  readonly footer: string;
  readonly blocks: readonly PrintBlock[];
}
