/** How many head cells each table of a document has, in the order of reading; what only looks like a table counts none. Pure. */
import { assertNever } from '../../base/assert-never.ts';
import type { PrintBlock } from './model.ts';

export function tableHeads(blocks: readonly PrintBlock[]): readonly number[] {
  return blocks.flatMap((block): readonly number[] => {
    switch (block.kind) {
      case 'grid':
        return [block.rows.reduce((sum, { kind, cells }) => sum + (kind === 'labels' ? cells.length : 0), 0)];
      case 'register':
        return [block.header.length];
      case 'contents':
        return [block.entries.some(({ number }) => number !== '') ? 4 : 3];
      case 'table': {
        const heads = block.rows.slice(0, block.headerRows).reduce((sum, row) => sum + row.length, 0);
        return [heads, ...block.rows.flatMap((row) => row.flatMap((cell) => tableHeads(cell.blocks)))];
      }
      case 'bullets':
      case 'numbers':
        return block.items.flatMap(tableHeads);
      case 'quotation':
      case 'part':
        return tableHeads(block.blocks);
      case 'letter-opening':
      case 'letterhead':
      case 'title':
      case 'heading':
      case 'paragraph':
      case 'page-break':
      case 'piece':
      case 'sheet':
      case 'signature':
      case 'cover':
        return [];
      default:
        return assertNever(block);
    }
  });
}
