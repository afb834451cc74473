import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../../../src-main/adapters/sqlite/migrations/migrations.ts';
import { DATABASE_FILE, openFile } from '../../../../src-main/adapters/sqlite/open-file.ts';
import { refusalOf, tempFolder } from '../../../support/builders.ts';

const first = ['CREATE TABLE note (text TEXT NOT NULL) STRICT;'];
const second = [
  ...first,
  "ALTER TABLE note ADD COLUMN done INTEGER NOT NULL DEFAULT 0; UPDATE note SET text = text || '!';",
];
const third = [...second, 'CREATE TABLE tag (name TEXT NOT NULL) STRICT;'];
const copyBefore = (folder: string, version: number): string => join(folder, 'backups', `before-version-${version}.db`);

function inFile<T>(path: string, work: (db: Sqlite.Database) => T): T {
  const db = new Sqlite(path, { fileMustExist: true });
  try {
    return work(db);
  } finally {
    db.close();
  }
}
const columns = (db: Sqlite.Database, table: string): string[] =>
  (db.pragma(`table_info(${table})`) as { name: string }[]).map((column) => column.name);
const version = (db: Sqlite.Database): unknown => db.pragma('user_version', { simple: true });

/** A folder as the first version left it, with one note. */
function folderOfFirstVersion(): string {
  const folder = tempFolder();
  const db = openFile(folder, first);
  db.exec("INSERT INTO note VALUES ('alt')");
  db.close();
  return folder;
}

describe('migrating', () => {
  it('brings an older file up to date and keeps its content', () => {
    const folder = folderOfFirstVersion();
    const db = openFile(folder, third);
    expect(version(db)).toBe(3);
    expect(db.prepare('SELECT * FROM note').all()).toEqual([{ text: 'alt!', done: 0 }]);
    expect(columns(db, 'tag')).toEqual(['name']);
    db.close();
  });

  it('keeps a copy of the state before', () => {
    const folder = folderOfFirstVersion();
    openFile(folder, second).close();
    inFile(copyBefore(folder, 2), (db) => {
      expect(version(db)).toBe(1);
      expect(columns(db, 'note')).toEqual(['text']);
      expect(db.prepare('SELECT text FROM note').all()).toEqual([{ text: 'alt' }]);
    });
  });

  it('makes no copy of a new database', () => {
    const folder = tempFolder();
    openFile(folder, third).close();
    expect(existsSync(join(folder, 'backups'))).toBe(false);
  });

  it('runs each step once', () => {
    const folder = folderOfFirstVersion();
    openFile(folder, second).close();
    const db = openFile(folder, second);
    expect(db.prepare('SELECT text FROM note').all()).toEqual([{ text: 'alt!' }]);
    db.close();
  });

  it('leaves the old state when one of several steps fails', () => {
    const folder = folderOfFirstVersion();
    expect(() =>
      openFile(folder, [...second, 'CREATE TABLE tag (name TEXT); INSERT INTO nowhere VALUES (1);']),
    ).toThrow();
    inFile(join(folder, DATABASE_FILE), (db) => {
      expect(version(db)).toBe(1);
      expect(columns(db, 'note')).toEqual(['text']);
      expect(columns(db, 'tag')).toEqual([]);
      expect(db.prepare('SELECT text FROM note').all()).toEqual([{ text: 'alt' }]);
    });
    openFile(folder, first).close();
  });

  it('refuses to go back', async () => {
    const folder = folderOfFirstVersion();
    openFile(folder, second).close();
    expect(await refusalOf(() => openFile(folder, first))).toEqual({
      code: 'database-newer',
      details: { found: 2, known: 1 },
    });
  });
});

describe('migration 1: the register', () => {
  const opened = (): Sqlite.Database => openFile(tempFolder(), MIGRATIONS.slice(0, 1));
  const paper = (id: string, changes: Record<string, unknown> = {}): Record<string, unknown> => ({
    id,
    paper_type: 'motion',
    class: 'A',
    reference: null,
    name: '',
    name_folded: '',
    date: null,
    publicity: 'public',
    lead_unit: '',
    printed_originators: '',
    sort_key: '',
    revision: 1,
    updated_at: '',
    ...changes,
  });
  const insert = (db: Sqlite.Database, table: string, row: Record<string, unknown>): void => {
    const names = Object.keys(row);
    db.prepare(`INSERT INTO ${table} (${names.join()}) VALUES (${names.map((name) => `@${name}`).join()})`).run(row);
  };

  it('makes strict tables only', () => {
    const db = opened();
    const tables = db.pragma('table_list') as { name: string; type: string; strict: number; schema: string }[];
    const own = tables.filter(
      (table) => table.type === 'table' && table.schema === 'main' && !table.name.startsWith('sqlite_'),
    );
    expect(own.length).toBeGreaterThan(14);
    expect(own.filter((table) => table.strict !== 1)).toEqual([]);
    db.close();
  });

  it.each([
    ['a day that is no ISO day', { date: '27.10.2022' }],
    ['an unknown publicity', { publicity: 'secret' }],
    ['an unknown type', { paper_type: 'letter' }],
    ['an empty reference', { reference: '' }],
    ['revision 0', { revision: 0 }],
    ['a name that is missing', { name: null }],
    ['a year that is no number', { year: 'zwanzig' }],
  ])('refuses a paper with %s', (_, changes) => {
    const db = opened();
    insert(db, 'paper', paper('a'));
    expect(() => insert(db, 'paper', paper('b', changes))).toThrow(/constraint failed|cannot store/);
    db.close();
  });

  it('refuses a second paper with the same reference, and takes many without one', () => {
    const db = opened();
    insert(db, 'paper', paper('a', { reference: 'A0001/26' }));
    insert(db, 'paper', paper('b'));
    insert(db, 'paper', paper('c'));
    expect(() => insert(db, 'paper', paper('d', { reference: 'A0001/26' }))).toThrow('UNIQUE');
    db.close();
  });

  it('refuses relations into nothing and to oneself', () => {
    const db = opened();
    insert(db, 'paper', paper('a'));
    const relation = { from_id: 'a', kind: 'answers', seq: 0 };
    expect(() => insert(db, 'paper_relation', { ...relation, to_id: 'nobody' })).toThrow('FOREIGN KEY');
    expect(() => insert(db, 'paper_relation', { ...relation, to_id: 'a' })).toThrow('CHECK');
    db.close();
  });

  it('keeps the same body twice in the order of consultations', () => {
    const db = opened();
    insert(db, 'paper', paper('a'));
    const row = { paper_id: 'a', organization_text: 'Stadtrat', publicity: 'public' };
    insert(db, 'consultation', { ...row, id: 'r1', seq: 0 });
    insert(db, 'consultation', { ...row, id: 'r2', seq: 1 });
    expect(() => insert(db, 'consultation', { ...row, id: 'r1', seq: 2 })).toThrow('UNIQUE');
    db.close();
  });

  it('never deletes a number and never changes a voided one', () => {
    const db = opened();
    const entry = { class: 'S', year: 2026, n: 1, suffix: '', reason: 'Versehen', at: '', actor: '' };
    insert(db, 'number_entry', { ...entry, state: 'void' });
    expect(() => db.exec("UPDATE number_entry SET state = 'given'")).toThrow('a voided number is never given again');
    expect(() => db.exec('DELETE FROM number_entry')).toThrow('a number is never deleted');
    db.close();
  });
});
