/** Text of a DOCX for the search: body, tables, lists, boxes, notes. */
import type { ReadDocument } from '../../core/ports/read-document.ts';
import { textLines } from '../../record/rich-text/text-lines.ts';
import { NoWordDocument, readWord } from '../formats/word/read-word.ts';
import { openArchive } from '../formats/zip.ts';
import { reasoned } from './archive.ts';
import { AttachmentRefusal } from './attachment-text.ts';

/** Notes stand at the end. */
export const documentText = ({ blocks, notes }: ReadDocument): string =>
  [...textLines(blocks), ...notes.flatMap((note) => textLines(note.blocks))].join('\n');

/** Refuses with the reason. */
export function docxText(bytes: Uint8Array): string {
  try {
    return documentText(reasoned(() => readWord(openArchive(bytes))));
  } catch (cause) {
    if (cause instanceof NoWordDocument) throw new AttachmentRefusal('damaged', { cause });
    throw cause;
  }
}
