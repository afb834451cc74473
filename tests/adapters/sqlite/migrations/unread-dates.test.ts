import { expect, it } from 'vitest';
import { MIGRATIONS } from '../../../../src-main/adapters/sqlite/migrations/migrations.ts';
import { unreadDates } from '../../../../src-main/adapters/sqlite/migrations/0009-unread-dates.ts';
import { openFile } from '../../../../src-main/adapters/sqlite/open-file.ts';
import { idNumber, tempFolder } from '../../../support/builders.ts';

const paper = (id: string): string =>
  `INSERT INTO paper (id, paper_type, class, name, name_folded, date, publicity, lead_unit, printed_originators, sort_key, revision, updated_at)
   VALUES ('${id}', 'motion', '', 'Bänke', 'banke', '2026-01-12', 'public', '', '', '', 1, '2026-01-12T08:00:00Z')`;

it('papers of an older file have no unread date; one can be kept beside each, never an empty one', () => {
  const folder = tempFolder();
  const before = MIGRATIONS.indexOf(unreadDates);
  const old = openFile(folder, MIGRATIONS.slice(0, before));
  old.exec(paper(idNumber(1)));
  old.close();
  const db = openFile(folder, MIGRATIONS.slice(0, before + 1));
  expect(db.prepare('SELECT date FROM paper').all()).toEqual([{ date: '2026-01-12' }]);
  expect(db.prepare('SELECT * FROM unread_date').all()).toEqual([]);
  const keep = db.prepare('INSERT INTO unread_date VALUES (?, ?, ?)');
  keep.run(idNumber(1), 'date', '31.04.2023');
  expect(() => keep.run(idNumber(1), 'date', '31.04.2023')).toThrow(/UNIQUE/);
  expect(() => keep.run(idNumber(1), 'other', '')).toThrow(/CHECK/);
  expect(() => keep.run(idNumber(2), 'date', '31.04.2023')).toThrow(/FOREIGN KEY/);
  db.close();
});
