/** From rich text of the record to blocks of the document model. */
import { REDACTED_LABEL } from '../../contract/settings/office-profile.ts';
import type { Block, Inline, RichText, Table } from '../../record/rich-text/rich-text.ts';
import { assertNever } from '../../base/assert-never.ts';
import { tableColumns } from './column-shares.ts';
import { keepLeadIns } from './keep-together.ts';
import type { BlockPlace, PrintBlock, PrintInline, TableCellContent } from './model.ts';

type HeadingLevel = 1 | 2 | 3 | 4;

function printInlines(content: readonly Inline[] | undefined, redacted: string): PrintInline[] {
  return (content ?? []).map((inline): PrintInline => {
    switch (inline.type) {
      case 'hardBreak':
        return { kind: 'break' };
      case 'placeholder':
        return { kind: 'placeholder', label: inline.attrs.label };
      case 'redacted':
        return { kind: 'redacted', label: redacted };
      case 'text': {
        const marks = new Set((inline.marks ?? []).map((mark) => mark.type));
        return {
          kind: 'text',
          text: inline.text,
          ...(marks.has('bold') && { bold: true as const }),
          ...(marks.has('italic') && { italic: true as const }),
          ...(marks.has('underline') && { underline: true as const }),
          ...(marks.has('superscript') && { raised: 'superscript' as const }),
          ...(marks.has('subscript') && { raised: 'subscript' as const }),
        };
      }
      default:
        return assertNever(inline);
    }
  });
}

function isEmpty(content: readonly Inline[] | undefined): boolean {
  return (content ?? []).every((inline) => inline.type === 'text' && inline.text.trim() === '');
}

/** Leading rows made of header cells only; they repeat on every page. */
function headerRows(table: Table): number {
  const first = table.content.findIndex((row) => row.content.some((cell) => cell.type !== 'tableHeader'));
  return first === -1 ? 0 : first;
}

interface Printing {
  /** Stands in blackened places. */
  readonly redacted: string;
  /** Asked for every paragraph and heading in reading order; where there is one, an empty paragraph is printed as well. */
  readonly nextPlace: () => BlockPlace | undefined;
}

function printTable(table: Table, base: HeadingLevel, printing: Printing): PrintBlock {
  const { shares, cellShares } = tableColumns(table);
  const rows = table.content.map((row, at) =>
    row.content.map((cell, index): TableCellContent => ({
      blocks: printBlocks(cell.content, base, printing),
      colspan: cell.attrs.colspan,
      rowspan: cell.attrs.rowspan,
      header: cell.type === 'tableHeader',
      ...(cell.attrs.align && { align: cell.attrs.align }),
      share: cellShares[at]?.[index] ?? 1,
    })),
  );
  return { kind: 'table', shares, headerRows: headerRows(table), rows };
}

const DEEPEST: HeadingLevel = 4;
const levelAt = (base: HeadingLevel, below: number): HeadingLevel => Math.min(base + below, DEEPEST) as HeadingLevel;

/**
 * `base` is the level of the first heading here. What the text calls its levels decides only which heading stands below which, so that none
 * jumps and equal ones stay equal; inside a quotation, list or table headings stand below the one that is open around it.
 */
function printBlocks(blocks: readonly Block[], base: HeadingLevel, printing: Printing, isTop = false): PrintBlock[] {
  const { redacted, nextPlace } = printing;
  const open: number[] = [];
  const inside = (): HeadingLevel => levelAt(base, open.length);
  const printed = blocks.flatMap((block): PrintBlock[] => {
    switch (block.type) {
      case 'paragraph': {
        const place = nextPlace();
        if (isEmpty(block.content) && !place) return [];
        return [{ kind: 'paragraph', content: printInlines(block.content, redacted), ...(place && { place }) }];
      }
      case 'heading': {
        const place = nextPlace();
        if (isEmpty(block.content) && !place) return [];
        while ((open.at(-1) ?? 0) >= block.attrs.level) open.pop();
        const level = inside();
        open.push(block.attrs.level);
        return [{ kind: 'heading', level, content: printInlines(block.content, redacted), ...(place && { place }) }];
      }
      case 'pageBreak':
        // Inside lists, quotations and tables neither writer can begin a page.
        return isTop ? [{ kind: 'page-break' }] : [];
      case 'bulletList':
        return [{ kind: 'bullets', items: block.content.map((item) => printBlocks(item.content, inside(), printing)) }];
      case 'orderedList':
        return [
          {
            kind: 'numbers',
            start: block.attrs.start,
            items: block.content.map((item) => printBlocks(item.content, inside(), printing)),
          },
        ];
      case 'blockquote':
        return [{ kind: 'quotation', blocks: printBlocks(block.content, inside(), printing) }];
      case 'table':
        return [printTable(block, inside(), printing)];
      default:
        return assertNever(block);
    }
  });
  return keepLeadIns(printed);
}

export interface RichTextPrinting {
  /** Stands in blackened places. */
  readonly redacted?: string;
  /** Of each paragraph and heading, counted in reading order. */
  readonly placeAt?: ((index: number) => BlockPlace | undefined) | undefined;
}

/** `breaksPages` is false for text that prints inside something else, such as the quotation. */
export function printRichText(
  text: RichText,
  base: HeadingLevel,
  breaksPages: boolean,
  { redacted = REDACTED_LABEL, placeAt }: RichTextPrinting = {},
): PrintBlock[] {
  let index = -1;
  const nextPlace = (): BlockPlace | undefined => placeAt?.((index += 1));
  return printBlocks(text.content, base, { redacted, nextPlace }, breaksPages);
}
