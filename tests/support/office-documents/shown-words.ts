/** The words of a document as its reader meets them: cell by cell, with the numbers of its lists; notes behind everything. */
import type { ReadDocument } from '../../../src-main/core/ports/read-document.ts';
import type { Block } from '../../../src-main/record/rich-text/rich-text.ts';
import { textLines } from '../../../src-main/record/rich-text/text-lines.ts';
import { wordsOf } from './word-differences.ts';

/** `textLines` prints cells of several lines line by line; here each cell stays together. */
const linesOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) =>
    block.type === 'table'
      ? block.content.flatMap((row) => row.content.flatMap((cell) => linesOf(cell.content)))
      : textLines([block]),
  );

export const shownWords = ({ blocks, notes }: ReadDocument): string[] =>
  wordsOf([...linesOf(blocks), ...notes.flatMap((note) => linesOf(note.blocks))].join('\n'));
