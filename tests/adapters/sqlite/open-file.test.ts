import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../../src-main/adapters/sqlite/migrations/migrations.ts';
import { APPLICATION_ID, DATABASE_FILE, openFile } from '../../../src-main/adapters/sqlite/open-file.ts';
import { refusalOf, tempFolder } from '../../support/builders.ts';
import { mountSmallDisk } from '../../harness/desk/small-disk.ts';

const pragma = (db: Sqlite.Database, name: string): unknown => db.pragma(name, { simple: true });
const bytesOf = (folder: string): Buffer => readFileSync(join(folder, DATABASE_FILE));
function raw<T>(folder: string, work: (db: Sqlite.Database) => T): T {
  const db = new Sqlite(join(folder, DATABASE_FILE));
  try {
    return work(db);
  } finally {
    db.close();
  }
}

describe('opening the database file', () => {
  it('sets every safeguard on the first open and on every later one', () => {
    const folder = tempFolder();
    for (let round = 0; round < 3; round += 1) {
      const db = openFile(folder);
      expect({
        journal: pragma(db, 'journal_mode'),
        synchronous: pragma(db, 'synchronous'),
        foreignKeys: pragma(db, 'foreign_keys'),
        timeout: pragma(db, 'busy_timeout'),
        trusted: pragma(db, 'trusted_schema'),
        owner: pragma(db, 'application_id'),
        version: pragma(db, 'user_version'),
      }).toEqual({
        journal: 'wal',
        synchronous: 2,
        foreignKeys: 1,
        timeout: 5000,
        trusted: 0,
        owner: APPLICATION_ID,
        version: MIGRATIONS.length,
      });
      db.close();
    }
  });

  it('sets them again after another program turned them off', () => {
    const folder = tempFolder();
    openFile(folder).close();
    raw(folder, (db) => db.pragma('journal_mode = DELETE'));
    const db = openFile(folder);
    expect(pragma(db, 'journal_mode')).toBe('wal');
    db.close();
  });

  it('makes the folder, however deep, with blanks and umlauts', () => {
    const folder = join(tempFolder(), 'Büro 7', 'Daten äöü');
    openFile(folder).close();
    expect(existsSync(join(folder, DATABASE_FILE))).toBe(true);
  });

  it('makes no copy of a database that needs no migration', () => {
    const folder = tempFolder();
    openFile(folder).close();
    openFile(folder).close();
    expect(readdirSync(folder)).toEqual([DATABASE_FILE]);
  });
});

describe('files it does not open', () => {
  it('refuses a file from a newer version and leaves every byte', async () => {
    const folder = tempFolder();
    openFile(folder).close();
    raw(folder, (db) => db.pragma(`user_version = ${MIGRATIONS.length + 1}`));
    const before = bytesOf(folder);
    const refusal = await refusalOf(() => openFile(folder));
    expect(refusal).toEqual({
      code: 'database-newer',
      details: { found: MIGRATIONS.length + 1, known: MIGRATIONS.length },
    });
    expect(bytesOf(folder).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual([DATABASE_FILE]);
  });

  it('refuses a database of another program', async () => {
    const folder = tempFolder();
    raw(folder, (db) => db.exec('CREATE TABLE notes (text TEXT); PRAGMA user_version = 1'));
    expect((await refusalOf(() => openFile(folder))).code).toBe('database-foreign');
    expect(raw(folder, (db) => db.prepare('SELECT name FROM sqlite_schema').all())).toEqual([{ name: 'notes' }]);
  });

  it.each([
    ['text', () => Buffer.from('Das ist keine Datenbank. '.repeat(200))],
    ['one with its second half missing', (whole: Buffer) => whole.subarray(0, Math.floor(whole.length / 2))],
    [
      'one whose pages were overwritten',
      (whole: Buffer) => Buffer.concat([whole.subarray(0, 4096), Buffer.alloc(whole.length - 4096, 0x55)]),
    ],
  ])('refuses a damaged file (%s) and leaves every byte', async (_, damage) => {
    const folder = tempFolder();
    openFile(folder).close();
    const damaged = damage(bytesOf(folder));
    writeFileSync(join(folder, DATABASE_FILE), damaged);
    expect((await refusalOf(() => openFile(folder))).code).toBe('database-damaged');
    expect(bytesOf(folder).equals(damaged)).toBe(true);
  });
});

describe('folders it cannot use', () => {
  it('refuses a place below a file', async () => {
    const file = join(tempFolder(), 'datei.txt');
    writeFileSync(file, 'x');
    const refusal = await refusalOf(() => openFile(join(file, 'daten')));
    expect(refusal).toEqual({ code: 'data-folder-not-writable', details: { folder: join(file, 'daten') } });
  });

  it('refuses a folder on a read-only disk', async ({ skip }) => {
    const disk = mountSmallDisk('1m');
    if (disk === undefined) return skip('mounting a small disk needs root on Linux');
    disk.makeReadOnly();
    expect((await refusalOf(() => openFile(disk.folder))).code).toBe('data-folder-not-writable');
    expect((await refusalOf(() => openFile(join(disk.folder, 'neu')))).code).toBe('data-folder-not-writable');
  });

  it('refuses a folder in the place of the file', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, DATABASE_FILE));
    expect((await refusalOf(() => openFile(folder))).code).toBe('data-folder-not-writable');
  });
});
