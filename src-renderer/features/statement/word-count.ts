import type { Block, RichText } from '../../../src-main/record/rich-text/rich-text.ts';

function textOf(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return (block.content ?? []).map((inline) => (inline.type === 'text' ? inline.text : ' ')).join('');
    case 'pageBreak':
      return '';
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => item.content.map(textOf)).join(' ');
    case 'blockquote':
      return block.content.map(textOf).join(' ');
    case 'table':
      return block.content.flatMap((row) => row.content.flatMap((cell) => cell.content.map(textOf))).join(' ');
  }
}

export function countWords(text: RichText): number {
  return text.content
    .map(textOf)
    .join(' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
