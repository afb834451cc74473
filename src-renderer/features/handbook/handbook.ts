/** What the build makes of docs/handbuch.md (tools/build/handbook.mjs). */

/** A piece of a line; `to` is the anchor it leads to. */
export interface Run {
  readonly text: string;
  readonly strong?: true;
  readonly em?: true;
  readonly code?: true;
  readonly to?: string;
}
export type Runs = readonly Run[];

export type Block =
  | { readonly kind: 'paragraph'; readonly runs: Runs }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'table'; readonly head: readonly Runs[]; readonly rows: readonly (readonly Runs[])[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'note'; readonly blocks: readonly Block[] }
  | {
      readonly kind: 'picture';
      readonly file: string;
      readonly alt: string;
      readonly width: number;
      readonly height: number;
    };

export interface HandbookSection {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface Chapter {
  readonly id: string;
  readonly title: string;
  /** The first one is the beginning of the chapter, under the same id and title. */
  readonly sections: readonly HandbookSection[];
}

export interface Handbook {
  readonly title: string;
  readonly intro: readonly Block[];
  readonly chapters: readonly Chapter[];
}

/** The chapter that holds an anchor. */
export const chapterOf = (handbook: Handbook, anchor: string): Chapter | undefined =>
  handbook.chapters.find((chapter) => chapter.sections.some((section) => section.id === anchor));

const runsText = (runs: Runs): string => runs.map((run) => run.text).join('');

/** The words of a block as somebody reads them. */
export function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return runsText(block.runs);
    case 'list':
      return block.items.map((item) => item.map(blockText).join(' ')).join(' · ');
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(runsText).join(' – ')).join(' · ');
    case 'code':
      return block.text;
    case 'note':
      return block.blocks.map(blockText).join(' ');
    case 'picture':
      return block.alt;
  }
}
