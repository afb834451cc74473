/** Restoring where something is wrong already: a table damaged, two restores at once, a process killed before. */
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { restoreDatabase } from '../../src-main/adapters/sqlite/restore.ts';
import { tempFolder } from '../support/builders.ts';
import { databaseIn, fillOffice, inDatabase, isSound, nameOf } from '../support/survival-office.ts';
import { testHost } from '../support/test-host.ts';

/** An office and a backup of it. */
async function officeWithBackup(megabytes = 0): Promise<{ folder: string; backup: string }> {
  const folder = tempFolder();
  await fillOffice(folder, megabytes);
  const host = testHost({ folder });
  const { lastGood } = await host.app.backup.run();
  await host.dispose();
  return { folder, backup: lastGood?.path ?? '' };
}

/** Overwrites the first page of a table, so that the file opens and only this table cannot be read. */
function damageTable(folder: string, table: string): void {
  const [page, size] = inDatabase(databaseIn(folder), (db) => {
    db.pragma('wal_checkpoint(TRUNCATE)');
    return [
      db.prepare('SELECT rootpage FROM sqlite_master WHERE name = ?').pluck().get(table) as number,
      db.pragma('page_size', { simple: true }) as number,
    ];
  });
  const file = openSync(databaseIn(folder), 'r+');
  writeSync(file, Buffer.alloc(size, 0xab), 0, size, (page - 1) * size);
  closeSync(file);
}

describe('restoring', () => {
  it.each(['blob', 'change_log', 'rich_text'])(
    'mends a database whose table %s is damaged, and keeps the damaged file',
    async (table) => {
      const { folder, backup } = await officeWithBackup(1);
      damageTable(folder, table);
      expect(isSound(databaseIn(folder))).toBe(false);
      const damaged = readFileSync(databaseIn(folder));
      const former = await restoreDatabase(backup, folder, 'jetzt');
      expect(isSound(databaseIn(folder))).toBe(true);
      expect(nameOf(databaseIn(folder))).toBe('Bänke am Weiher');
      expect(former).toBe(join(folder, 'backups', 'damaged-jetzt.db'));
      expect(readFileSync(former ?? '').equals(damaged)).toBe(true);
    },
  );

  it('twice within a second keeps both former states', async () => {
    const { folder, backup } = await officeWithBackup();
    const first = await restoreDatabase(backup, folder, 'jetzt');
    const second = await restoreDatabase(backup, folder, 'jetzt');
    expect([first, second].map((path) => isSound(path ?? ''))).toEqual([true, true]);
    expect(first).not.toBe(second);
  });

  it('leaves nothing hidden behind, and takes away what a killed one left a day ago', async () => {
    const { folder, backup } = await officeWithBackup();
    const abandoned = join(folder, '.stellwerk-0123456789ab.tmp');
    const young = join(folder, '.stellwerk-ba9876543210.tmp');
    for (const leftover of [abandoned, young]) {
      mkdirSync(leftover);
      writeFileSync(join(leftover, 'stellwerk.db'), 'halb');
    }
    const longAgo = new Date(Date.now() - 25 * 3_600_000);
    utimesSync(abandoned, longAgo, longAgo);
    await restoreDatabase(backup, folder, 'jetzt');
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual(['.stellwerk-ba9876543210.tmp']);
  });
});

describe('the next daily backup', () => {
  it('takes away what killed runs left a day ago, in every folder where the program works', async () => {
    const { folder } = await officeWithBackup();
    const stick = join(tempFolder(), 'Stick');
    mkdirSync(stick);
    const host = testHost({ folder, clock: { now: () => new Date().toISOString(), today: () => '2026-03-02' } });
    const made = await host.app.backup.setFolder(stick);
    const tag = /^stellwerk-([0-9a-f]{6})-/.exec(made.files[0]?.fileName ?? '')?.[1] ?? '';
    const longAgo = new Date(Date.now() - 25 * 3_600_000);
    const own = [
      join(folder, 'backups', 'daily', `.stellwerk-${tag}-0123456789ab.tmp`),
      join(folder, 'backups', 'daily', `.stellwerk-${tag}-0123456789ab.tmp-journal`),
      join(folder, 'backups', '.stellwerk-0123456789ab.tmp'),
      join(stick, `.stellwerk-${tag}-0123456789ab.tmp`),
    ];
    const anothers = join(stick, '.stellwerk-ffffff-0123456789ab.tmp');
    for (const path of [...own, anothers]) {
      writeFileSync(path, 'halb');
      utimesSync(path, longAgo, longAgo);
    }
    await host.app.backup.run();
    const hidden = [join(folder, 'backups'), join(folder, 'backups', 'daily'), stick].flatMap((place) =>
      readdirSync(place).filter((name) => name.startsWith('.')),
    );
    expect(hidden).toEqual(['.stellwerk-ffffff-0123456789ab.tmp']);
    await host.dispose();
  });

  it('knows its older ones however the data folder was named', async () => {
    const { folder } = await officeWithBackup();
    const other = join(tempFolder(), 'Verweis');
    symlinkSync(folder, other);
    const names: string[] = [];
    for (const spelling of [folder, relative('.', folder), other, `${folder}/../${basename(folder)}/`]) {
      const host = testHost({ folder: spelling });
      const { files, problem } = await host.app.backup.run();
      await host.dispose();
      expect([files.length, problem]).toEqual([1, null]);
      names.push(files[0]?.fileName ?? '');
    }
    expect(new Set(names).size).toBe(4);
  });
});
