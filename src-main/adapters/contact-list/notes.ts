/** Collects what the person should know about the file, up to a limit. */
import { type ContactNote, type ContactNoteCode, MOST_NOTES } from './contact-table.ts';

export interface NoteBook {
  readonly notes: readonly ContactNote[];
  add(code: ContactNoteCode, row: number, text: string): void;
}

export function createNoteBook(): NoteBook {
  const notes: ContactNote[] = [];
  return {
    notes,
    add: (code, row, text) => {
      if (notes.length < MOST_NOTES) notes.push({ code, row, text });
    },
  };
}
