/** Triggers, views and tables that no migration made, in the data and in backups: named, and never put to work. */
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { checkBackup } from '../../../src-main/adapters/sqlite/check-backup.ts';
import { inspectBackup, READ_HERE } from '../../../src-main/adapters/sqlite/inspect-backup.ts';
import { MIGRATIONS } from '../../../src-main/adapters/sqlite/migrations/migrations.ts';
import { DATABASE_FILE, openFile } from '../../../src-main/adapters/sqlite/open-file.ts';
import { restoreDatabase } from '../../../src-main/adapters/sqlite/restore.ts';
import { refusalOf, tempFolder } from '../../support/builders.ts';

const PARTS: [string, string, string][] = [
  ['a trigger', 'CREATE TRIGGER spion AFTER INSERT ON paper BEGIN DELETE FROM change_log; END', 'Auslöser „spion“'],
  ['a view', 'CREATE VIEW spion AS SELECT * FROM paper', 'Ansicht „spion“'],
  [
    'a view in the place of a table',
    'DROP TABLE preference; CREATE VIEW preference AS SELECT 1 AS key, 2 AS json',
    'Ansicht „preference“',
  ],
  ['a table', 'CREATE TABLE spion (a)', 'Tabelle „spion“'],
  ['a virtual table', "CREATE VIRTUAL TABLE spion USING fts5 (a, content = 'paper')", 'Tabelle „spion“'],
  ['an index', 'CREATE INDEX spion ON paper (upper(name))', 'Index „spion“'],
  ['a column', 'ALTER TABLE preference ADD COLUMN spion TEXT DEFAULT (hex(randomblob(4)))', 'Tabelle „preference“'],
  [
    'a guard of ours that guards nothing any more',
    'DROP TRIGGER issue_no_update; CREATE TRIGGER issue_no_update BEFORE UPDATE ON issue BEGIN SELECT 1; END',
    'Auslöser „issue_no_update“',
  ],
];

function withPart(folder: string, sql: string, version = MIGRATIONS.length): string {
  const path = join(folder, DATABASE_FILE);
  openFile(folder, MIGRATIONS.slice(0, version)).close();
  const db = new Sqlite(path);
  db.pragma('journal_mode = DELETE');
  db.exec(sql);
  db.close();
  return path;
}

describe.each(PARTS)('%s that no migration made', (_, sql, name) => {
  it('keeps the data closed, and nothing of the file changes', async () => {
    const folder = tempFolder();
    const path = withPart(folder, sql);
    const before = readFileSync(path);
    const refusal = await refusalOf(() => openFile(folder));
    expect(refusal.code).toBe('database-foreign-part');
    expect(refusal.details).toMatchObject({ folder, parts: expect.arrayContaining([name]) as unknown });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(existsSync(`${path}-wal`)).toBe(false);
  });

  it('keeps a backup from being looked into and restored, by its name', async () => {
    const backup = withPart(tempFolder(), sql);
    const folder = tempFolder();
    const present = openFile(folder);
    const details = { file: backup, parts: expect.arrayContaining([name]) as unknown };
    expect(await refusalOf(() => checkBackup(backup))).toMatchObject({ code: 'backup-foreign-part', details });
    expect(await refusalOf(() => inspectBackup(backup, present, READ_HERE))).toMatchObject({
      code: 'backup-foreign-part',
    });
    present.close();
    const before = readFileSync(join(folder, DATABASE_FILE));
    expect(await refusalOf(() => restoreDatabase(backup, folder, 's'))).toMatchObject({
      code: 'backup-foreign-part',
      details,
    });
    expect(readFileSync(join(folder, DATABASE_FILE)).equals(before)).toBe(true);
  });
});

describe('a file of an older version', () => {
  const versions = MIGRATIONS.map((_, index) => index + 1);

  it.each(versions)('is compared with the tables of its own version (%s) and opened', (version) => {
    const folder = tempFolder();
    withPart(folder, 'SELECT 1', version);
    checkBackup(join(folder, DATABASE_FILE));
    openFile(folder).close();
    checkBackup(join(folder, DATABASE_FILE));
  });

  it.each(versions)('is refused before anything is migrated when it holds a foreign trigger (%s)', async (version) => {
    const folder = tempFolder();
    const path = withPart(folder, 'CREATE TRIGGER spion AFTER INSERT ON paper BEGIN DELETE FROM office; END', version);
    const refusal = await refusalOf(() => openFile(folder));
    expect(refusal).toMatchObject({ code: 'database-foreign-part', details: { parts: ['Auslöser „spion“'] } });
    const db = new Sqlite(path, { readonly: true });
    expect(db.pragma('user_version', { simple: true })).toBe(version);
    db.close();
  });

  it('does not pass with what only a later version makes', async () => {
    const folder = tempFolder();
    withPart(folder, 'CREATE TABLE preference (key TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT', 1);
    expect((await refusalOf(() => openFile(folder))).code).toBe('database-foreign-part');
  });
});

it('data with a foreign trigger come back from a backup, and the file with the trigger is kept', async () => {
  const good = tempFolder();
  openFile(good).close();
  const backup = join(tempFolder(), 'gut.db');
  copyFileSync(join(good, DATABASE_FILE), backup);
  const folder = tempFolder();
  const bad = readFileSync(
    withPart(folder, 'CREATE TRIGGER spion AFTER INSERT ON paper BEGIN DELETE FROM office; END'),
  );
  const former = await restoreDatabase(backup, folder, 'jetzt');
  expect(former).toBe(join(folder, 'backups', 'damaged-jetzt.db'));
  expect(readFileSync(former ?? '').equals(bad)).toBe(true);
  openFile(folder).close();
});

it('a backup that lacks a guard is restored, one that lacks a table is not', async () => {
  const withoutGuard = withPart(tempFolder(), 'DROP TRIGGER issue_no_update');
  expect(await restoreDatabase(withoutGuard, tempFolder(), 's')).toBeNull();
  const withoutTable = withPart(tempFolder(), 'DROP TABLE dispatch');
  expect((await refusalOf(() => restoreDatabase(withoutTable, tempFolder(), 's'))).code).toBe('backup-invalid');
});

it('a restore is told in the log of what was brought back', async () => {
  const source = tempFolder();
  openFile(source).close();
  const backup = join(tempFolder(), 'gut.db');
  copyFileSync(join(source, DATABASE_FILE), backup);
  const folder = tempFolder();
  await restoreDatabase(backup, folder, 's', { by: { actor: 'ada', at: '2026-03-02T08:00:00.000Z' } });
  const db = openFile(folder);
  expect(db.prepare('SELECT seq, at, actor, action, entity_id FROM change_log').all()).toEqual([
    { seq: 1, at: '2026-03-02T08:00:00.000Z', actor: 'ada', action: 'backup-restored', entity_id: 'gut.db' },
  ]);
  db.close();
});
