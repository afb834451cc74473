/** Plain text of rich text, block by block, in reading order. Offsets into it are UTF-16 units (places in text). */
import { REDACTED_MARK, type Block, type Inline, type RichText } from './rich-text.ts';
import { assertNever } from '../../base/assert-never.ts';

/** Text of one line of inline content; a line break counts as "\n", a placeholder as its label in square brackets. */
export function inlineText(content: readonly Inline[] | undefined): string {
  return (content ?? [])
    .map((inline) => {
      switch (inline.type) {
        case 'text':
          return inline.text;
        case 'hardBreak':
          return '\n';
        case 'placeholder':
          return `[${inline.attrs.label}]`;
        case 'redacted':
          return REDACTED_MARK;
        default:
          return assertNever(inline);
      }
    })
    .join('');
}

export interface TextBlock {
  readonly id: string | null;
  readonly text: string;
}

/** Every block that holds text itself (paragraphs and headings, also inside lists, quotations and tables). */
export function textBlocks(blocks: readonly Block[]): readonly TextBlock[] {
  return blocks.flatMap((block): readonly TextBlock[] => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return [{ id: block.attrs.id, text: inlineText(block.content) }];
      case 'pageBreak':
        return [];
      case 'bulletList':
      case 'orderedList':
        return block.content.flatMap((item) => textBlocks(item.content));
      case 'blockquote':
        return textBlocks(block.content);
      case 'table':
        return block.content.flatMap((row) => row.content.flatMap((cell) => textBlocks(cell.content)));
      default:
        return assertNever(block);
    }
  });
}

/** Plain paragraphs; blocks without text are left out. */
export function plainParagraphs(text: RichText): string[] {
  return textBlocks(text.content)
    .map((block) => block.text)
    .filter((line) => line.trim() !== '');
}
