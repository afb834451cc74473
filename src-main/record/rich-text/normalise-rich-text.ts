/** Rich text as it enters the record: NFC, no control characters. Empty text nodes that this leaves behind disappear. */
import type { Block, Inline, RichText } from './rich-text.ts';
import { assertNever } from '../../base/assert-never.ts';
import { normaliseText } from '../../base/normalise.ts';

function inlines(content: readonly Inline[] | undefined): Inline[] | undefined {
  const result = content?.flatMap((inline): Inline[] => {
    if (inline.type !== 'text') return [inline];
    const text = normaliseText(inline.text).replace(/[\n\t]/g, ' ');
    return text === '' ? [] : [{ ...inline, text }];
  });
  return result?.length === 0 ? undefined : result;
}

function block(node: Block): Block {
  switch (node.type) {
    case 'paragraph':
    case 'heading': {
      const { content, ...rest } = node;
      const cleaned = inlines(content);
      return cleaned === undefined ? rest : { ...rest, content: cleaned };
    }
    case 'pageBreak':
      return node;
    case 'bulletList':
      return { ...node, content: node.content.map((item) => ({ ...item, content: item.content.map(block) })) };
    case 'orderedList':
      return { ...node, content: node.content.map((item) => ({ ...item, content: item.content.map(block) })) };
    case 'blockquote':
      return { ...node, content: node.content.map(block) };
    case 'table':
      return {
        ...node,
        content: node.content.map((row) => ({
          ...row,
          content: row.content.map((cell) => ({ ...cell, content: cell.content.map(block) })),
        })),
      };
    default:
      return assertNever(node);
  }
}

export function normaliseRichText(text: RichText): RichText {
  return { type: 'doc', content: text.content.map(block) };
}
