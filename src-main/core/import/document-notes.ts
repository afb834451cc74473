/** Footnotes and endnotes of a document: kept at the end of the text their mark stands in. Pure. */
import { mapTextBlocks } from '../../record/rich-text/map-text-blocks.ts';
import type { Block } from '../../record/rich-text/rich-text.ts';
import { textLines } from '../../record/rich-text/text-lines.ts';
import { SIGNS_BEHIND_MARK, type DocumentNote } from '../ports/read-document.ts';
import type { BodyPart } from './source-lines.ts';

/** Raised words of a text with what stands before each, in one pass. */
function marksIn(blocks: readonly Block[]): ReadonlyMap<string, readonly string[]> {
  const marks = new Map<string, string[]>();
  mapTextBlocks({ type: 'doc', content: [...blocks] }, (content) => {
    let before = '';
    for (const inline of content) {
      const isRaised = inline.type === 'text' && (inline.marks ?? []).some(({ type }) => type === 'superscript');
      if (isRaised) marks.set(inline.text, [...(marks.get(inline.text) ?? []).slice(-MOST_ALIKE), before]);
      before = inline.type === 'text' ? (before + inline.text).slice(-SIGNS_BEHIND_MARK) : '';
    }
    return content;
  });
  return marks;
}

/** Of raised figures that are the same, so many are remembered. */
const MOST_ALIKE = 200;

/** One of the two may reach further back; a mark at the beginning of a paragraph has nothing before it. */
const isSamePlace = (before: string, behind: string): boolean =>
  before === '' || behind === '' ? before === behind : before.endsWith(behind) || behind.endsWith(before);

/** The notes whose mark stands in these words: raised, and behind the same signs. */
export function notesMarkedIn(notes: readonly DocumentNote[], blocks: readonly Block[]): DocumentNote[] {
  if (notes.length === 0) return [];
  const marks = marksIn(blocks);
  return notes.filter(({ label, behind }) =>
    (marks.get(label) ?? []).some((before) => isSamePlace(before, behind.trimStart())),
  );
}

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
