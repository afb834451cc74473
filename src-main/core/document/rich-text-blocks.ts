/** From rich text of the record to blocks of the document model. */
import { REDACTED_LABEL } from '../../contract/office-profile.ts';
import type { Block, Inline, RichText, Table } from '../../contract/rich-text.ts';
import { assertNever } from '../assert-never.ts';
import { columnShares } from './column-shares.ts';
import { keepLeadIns } from './keep-together.ts';
import type { PrintBlock, PrintInline, TableCellContent } from './model.ts';

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

function printTable(table: Table, redacted: string): PrintBlock {
  const rows = table.content.map((row) =>
    row.content.map((cell): TableCellContent => ({
      blocks: printBlocks(cell.content, 4, redacted),
      colspan: cell.attrs.colspan,
      rowspan: cell.attrs.rowspan,
      header: cell.type === 'tableHeader',
    })),
  );
  return { kind: 'table', shares: columnShares(table), headerRows: headerRows(table), rows };
}

/** `base` is the level a heading 1 of the text gets in the document; levels never jump downwards by more than one. */
function printBlocks(blocks: readonly Block[], base: HeadingLevel, redacted: string, isTop = false): PrintBlock[] {
  let previous = base - 1;
  const printed = blocks.flatMap((block): PrintBlock[] => {
    switch (block.type) {
      case 'paragraph':
        return isEmpty(block.content) ? [] : [{ kind: 'paragraph', content: printInlines(block.content, redacted) }];
      case 'heading': {
        if (isEmpty(block.content)) return [];
        const level = Math.min(base + block.attrs.level - 1, previous + 1, 4) as HeadingLevel;
        previous = level;
        return [{ kind: 'heading', level, content: printInlines(block.content, redacted) }];
      }
      case 'pageBreak':
        // Inside lists, quotations and tables neither writer can begin a page.
        return isTop ? [{ kind: 'page-break' }] : [];
      case 'bulletList':
        return [{ kind: 'bullets', items: block.content.map((item) => printBlocks(item.content, 4, redacted)) }];
      case 'orderedList':
        return [
          {
            kind: 'numbers',
            start: block.attrs.start,
            items: block.content.map((item) => printBlocks(item.content, 4, redacted)),
          },
        ];
      case 'blockquote':
        return [{ kind: 'quotation', blocks: printBlocks(block.content, 4, redacted) }];
      case 'table':
        return [printTable(block, redacted)];
      default:
        return assertNever(block);
    }
  });
  return keepLeadIns(printed);
}

/** `breaksPages` is false for text that prints inside something else, such as the quotation; `redacted` stands in blackened places. */
export function printRichText(
  text: RichText,
  base: HeadingLevel,
  breaksPages: boolean,
  redacted = REDACTED_LABEL,
): PrintBlock[] {
  return printBlocks(text.content, base, redacted, breaksPages);
}
