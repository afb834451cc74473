/** What must not be torn apart by the end of a page: the end of a block stays with the beginning of the next. Headings do so by nature. */
import type { PrintBlock, PrintInline } from './model.ts';

const KEEPABLE: ReadonlySet<PrintBlock['kind']> = new Set(['paragraph', 'bullets', 'numbers', 'quotation', 'table']);

/** Ties the last block of a document in the making to what is added next. */
export function keepLast(blocks: PrintBlock[]): void {
  const last = blocks.at(-1);
  if (!last || !KEEPABLE.has(last.kind)) return;
  blocks[blocks.length - 1] = { ...last, keepWithNext: true } as PrintBlock;
}

/** "… beantwortet:" announces what follows. */
function isLeadIn(content: readonly PrintInline[]): boolean {
  const last = content.at(-1);
  return last?.kind === 'text' && last.text.trimEnd().endsWith(':');
}

/** Ties every paragraph that ends in a colon to what it announces. */
export function keepLeadIns(blocks: readonly PrintBlock[]): PrintBlock[] {
  return blocks.map((block, index) => {
    const next = blocks[index + 1];
    const announces = block.kind === 'paragraph' && isLeadIn(block.content) && next && next.kind !== 'page-break';
    return announces ? { ...block, keepWithNext: true } : block;
  });
}
