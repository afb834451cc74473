/** Footnotes and endnotes of a document: kept at the end of the text their mark stands in. Pure. */
import { mapTextBlocks } from '../../record/rich-text/map-text-blocks.ts';
import type { Block } from '../../record/rich-text/rich-text.ts';
import { textLines } from '../../record/rich-text/text-lines.ts';
import type { DocumentNote } from '../ports/read-document.ts';
import type { BodyPart } from './source-lines.ts';

/** A mark that was left in these words belongs to them. */
export const holdsMark = (blocks: readonly Block[], label: string): boolean => {
  let isHeld = false;
  mapTextBlocks({ type: 'doc', content: [...blocks] }, (content) => {
    isHeld ||= content.some(
      (inline) =>
        inline.type === 'text' &&
        inline.text === label &&
        (inline.marks ?? []).some(({ type }) => type === 'superscript'),
    );
    return content;
  });
  return isHeld;
};

/** Footnotes and endnotes as they stand at the end: the raised mark, then their words. */
export function noteParts(notes: readonly DocumentNote[]): BodyPart[] {
  return notes.flatMap(({ label, blocks }) =>
    blocks.map((block, index): BodyPart => {
      if (index > 0 || block.type !== 'paragraph' || label === '')
        return { text: textLines([block]).join('\n').trim(), block };
      const mark = { type: 'text' as const, text: label, marks: [{ type: 'superscript' as const }] };
      const content = [mark, { type: 'text' as const, text: ' ' }, ...(block.content ?? [])];
      return { text: textLines([block]).join('\n').trim(), block: { ...block, content } };
    }),
  );
}
