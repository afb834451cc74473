/** Ties the last block of a document in the making to what follows; headings are tied by nature. */
import type { PrintBlock } from './model.ts';

const KEEPABLE: ReadonlySet<PrintBlock['kind']> = new Set(['paragraph', 'bullets', 'numbers', 'quotation', 'table']);

export function keepLast(blocks: PrintBlock[]): void {
  const last = blocks.at(-1);
  if (!last || !KEEPABLE.has(last.kind)) return;
  blocks[blocks.length - 1] = { ...last, keepWithNext: true } as PrintBlock;
}
