/** Changes the words of every block that holds text, in reading order; everything else stays as it is. */
import type { Block, Inline, RichText } from './rich-text.ts';
import { assertNever } from '../../base/assert-never.ts';

type Change = (content: readonly Inline[]) => readonly Inline[];

function mapBlock(block: Block, change: Change): Block {
  const inside = <T extends { content: Block[] }>(parent: T): T => ({
    ...parent,
    content: parent.content.map((child) => mapBlock(child, change)),
  });
  switch (block.type) {
    case 'paragraph':
    case 'heading': {
      const { content, ...rest } = block;
      const changed = change(content ?? []);
      return changed.length === 0 ? rest : { ...rest, content: [...changed] };
    }
    case 'pageBreak':
      return block;
    case 'bulletList':
      return { ...block, content: block.content.map(inside) };
    case 'orderedList':
      return { ...block, content: block.content.map(inside) };
    case 'blockquote':
      return inside(block);
    case 'table':
      return { ...block, content: block.content.map((row) => ({ ...row, content: row.content.map(inside) })) };
    default:
      return assertNever(block);
  }
}

export function mapTextBlocks(text: RichText, change: Change): RichText {
  return { type: 'doc', content: text.content.map((block) => mapBlock(block, change)) };
}
