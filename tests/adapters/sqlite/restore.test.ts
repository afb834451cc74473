import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { checkBackup } from '../../../src-main/adapters/sqlite/check-backup.ts';
import { openDatabase } from '../../../src-main/adapters/sqlite/database.ts';
import { DATABASE_FILE } from '../../../src-main/adapters/sqlite/open-file.ts';
import { restoreDatabase } from '../../../src-main/adapters/sqlite/restore.ts';
import { refusalOf, tempFolder } from '../../support/builders.ts';
import { fixedClock } from '../../support/test-host.ts';

async function put(folder: string, profileJson: string): Promise<void> {
  const database = openDatabase({ folder, actor: () => 'test', clock: fixedClock });
  await database.write((stores) => stores.office.put({ kind: 'own', profileJson }));
  await database.close();
}
async function profileIn(folder: string): Promise<string | undefined> {
  const database = openDatabase({ folder, actor: () => 'test', clock: fixedClock });
  const office = await database.read((stores) => stores.office.get());
  await database.close();
  return office?.profileJson;
}
/** A backup that holds "alt", in a folder of its own. */
async function backupFile(): Promise<string> {
  const folder = tempFolder();
  await put(folder, 'alt');
  const database = openDatabase({ folder, actor: () => 'test', clock: fixedClock });
  const { bytes, fileName } = await database.backup();
  await database.close();
  expect(fileName).toBe('stellwerk-20260302-080000.db');
  const file = join(tempFolder(), fileName);
  writeFileSync(file, bytes);
  return file;
}

describe('backup and restore', () => {
  it('brings the saved state back and keeps the former one beside it', async () => {
    const backup = await backupFile();
    const folder = tempFolder();
    await put(folder, 'neu');
    const former = await restoreDatabase(backup, folder, 'stempel');
    expect(await profileIn(folder)).toBe('alt');
    expect(former).toBe(join(folder, 'backups', 'before-restore-stempel.db'));
    const other = tempFolder();
    await restoreDatabase(former ?? '', other, 'x');
    expect(await profileIn(other)).toBe('neu');
  });

  it('restores into an empty folder', async () => {
    const folder = join(tempFolder(), 'neu');
    expect(await restoreDatabase(await backupFile(), folder, 's')).toBeNull();
    expect(await profileIn(folder)).toBe('alt');
  });

  it('restores over a damaged database and keeps the damaged file', async () => {
    const folder = tempFolder();
    const damaged = 'keine Datenbank '.repeat(500);
    writeFileSync(join(folder, DATABASE_FILE), damaged);
    await restoreDatabase(await backupFile(), folder, 's');
    expect(await profileIn(folder)).toBe('alt');
    expect(readFileSync(join(folder, 'backups', 'damaged-s.db'), 'utf8')).toBe(damaged);
  });

  it('leaves the bytes of the backup alone', async () => {
    const backup = await backupFile();
    const before = readFileSync(backup);
    await restoreDatabase(backup, tempFolder(), 's');
    expect(readFileSync(backup).equals(before)).toBe(true);
  });

  it('shows the restored state to a window that has the file open', async () => {
    const folder = tempFolder();
    await put(folder, 'neu');
    const window = openDatabase({ folder, actor: () => 'fenster', clock: fixedClock });
    const mark = await window.changeMark();
    await restoreDatabase(await backupFile(), folder, 's');
    expect(await window.changeMark()).not.toBe(mark);
    expect((await window.read((stores) => stores.office.get()))?.profileJson).toBe('alt');
    await window.close();
  });

  it.each([
    ['text', () => Buffer.from('keine Datenbank '.repeat(400))],
    ['nothing', () => Buffer.alloc(0)],
    ['half a backup', (whole: Buffer) => whole.subarray(0, whole.length / 2)],
  ])('refuses %s and changes nothing', async (_, damage) => {
    const backup = await backupFile();
    writeFileSync(backup, damage(readFileSync(backup)));
    const folder = tempFolder();
    await put(folder, 'neu');
    expect((await refusalOf(() => restoreDatabase(backup, folder, 's'))).code).toBe('backup-invalid');
    expect(await profileIn(folder)).toBe('neu');
    expect(readdirSync(folder)).toEqual([DATABASE_FILE]);
  });

  it('refuses a database of another program and one from a newer version', async () => {
    const foreign = join(tempFolder(), 'fremd.db');
    const other = new Sqlite(foreign);
    other.exec('CREATE TABLE notes (text TEXT)');
    other.close();
    expect((await refusalOf(() => checkBackup(foreign))).code).toBe('backup-invalid');
    const backup = await backupFile();
    const newer = new Sqlite(backup);
    newer.pragma('user_version = 99');
    newer.close();
    expect((await refusalOf(() => checkBackup(backup))).code).toBe('database-newer');
  });

  it('says when the backup is not there', async () => {
    expect((await refusalOf(() => restoreDatabase('/nirgends/b.db', tempFolder(), 's'))).code).toBe('file-missing');
  });
});
