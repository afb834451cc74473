import type { RichText } from '../../../src-main/record/rich-text/rich-text.ts';

/** Plain paragraphs as rich text; lines inside a paragraph stay lines. */
export function textFromParagraphs(paragraphs: readonly string[]): RichText {
  return {
    type: 'doc',
    content: paragraphs.map((paragraph) => ({
      type: 'paragraph',
      attrs: { id: null },
      content: paragraph
        .split('\n')
        .flatMap((line, index) => [
          ...(index > 0 ? [{ type: 'hardBreak' as const }] : []),
          ...(line === '' ? [] : [{ type: 'text' as const, text: line }]),
        ]),
    })),
  };
}
