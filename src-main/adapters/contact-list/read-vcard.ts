/** A table from a vCard file (2.1, 3.0, 4.0, several cards one after another). */
import { Refusal } from '../../contract/shared/errors.ts';
import { CARD_COLUMNS, cardFields } from './card-fields.ts';
import { cleanCell, cutCell } from './clean-cell.ts';
import { type ContactTable, MOST_ROWS } from './contact-table.ts';
import { readCards } from './content-lines.ts';
import { createNoteBook } from './notes.ts';
import { listFormats } from '../../contract/shared/problems-de.ts';

export function looksLikeVcard(text: string): boolean {
  return /^\s*begin:vcard\s/i.test(text);
}

/** Cards that say nothing are left out. Refuses with `list-without-contacts` when no card says anything. */
export function readVcard(fileName: string, text: string): ContactTable {
  const rows: string[][] = [];
  const notes = createNoteBook();
  let card = 0;
  for (const { lines, closed } of readCards(text.replace(/\r\n?/g, '\n'))) {
    card += 1;
    const { fields, unreadable } = cardFields(lines);
    for (const name of unreadable) notes.add('property-unreadable', card, name);
    if (!closed) notes.add('card-unclosed', card, '');
    const row = CARD_COLUMNS.map((column) => {
      const { text: cell, cut } = cutCell(cleanCell(fields[column]));
      if (cut) notes.add('cell-cut', card, column);
      return cell;
    });
    if (row.some((cell) => cell !== '')) rows.push(row);
    if (rows.length > MOST_ROWS) {
      const most = listFormats.cardLimit(MOST_ROWS);
      const details = { file: fileName, format: listFormats.cardsBeyond(most), formats: [listFormats.cardsUpTo(most)] };
      throw new Refusal('format-unsupported', details);
    }
  }
  if (rows.length === 0) throw new Refusal('list-without-contacts', { file: fileName });
  return { kind: 'vcard', columns: CARD_COLUMNS, rows, notes: notes.notes };
}
