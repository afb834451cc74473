/** Block ids: every block of the record has a stable one; printed records carry none, so that same content gives same bytes. */
import type { Block, RichText } from './rich-text.ts';
import { assertNever } from '../../base/assert-never.ts';

type IdFor = (current: string | null) => string | null;

function mapBlock(block: Block, idFor: IdFor): Block {
  const id = idFor(block.attrs.id);
  switch (block.type) {
    case 'paragraph':
      return { ...block, attrs: { id } };
    case 'pageBreak':
      return { ...block, attrs: { id } };
    case 'heading':
      return { ...block, attrs: { ...block.attrs, id } };
    case 'bulletList':
      return { ...block, attrs: { id }, content: block.content.map((item) => mapChildren(item, idFor)) };
    case 'orderedList':
      return {
        ...block,
        attrs: { ...block.attrs, id },
        content: block.content.map((item) => mapChildren(item, idFor)),
      };
    case 'blockquote':
      return { ...block, attrs: { id }, content: block.content.map((child) => mapBlock(child, idFor)) };
    case 'table':
      return {
        ...block,
        attrs: { id },
        content: block.content.map((row) => ({ ...row, content: row.content.map((cell) => mapChildren(cell, idFor)) })),
      };
    default:
      return assertNever(block);
  }
}

function mapChildren<T extends { content: Block[] }>(parent: T, idFor: IdFor): T {
  return { ...parent, content: parent.content.map((child) => mapBlock(child, idFor)) };
}

/** The same text with every block id null: for printing and comparison. */
export function withoutIds(text: RichText): RichText {
  return mapChildren(text, () => null);
}

/** The same text with an id on every block; ids that occur twice (after copying a block) are made new. */
export function withIds(text: RichText, newId: () => string): RichText {
  const seen = new Set<string>();
  return mapChildren(text, (current) => {
    const id = current !== null && !seen.has(current) ? current : newId();
    seen.add(id);
    return id;
  });
}
