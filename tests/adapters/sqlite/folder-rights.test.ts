/** The data belong to whoever works with them: closed to others from the first moment, and closed again where they were open. */
import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { openFile } from '../../../src-main/adapters/sqlite/open-file.ts';
import { tempFolder } from '../../support/builders.ts';
import { testHost } from '../../support/test-host.ts';

const modeOf = (path: string): string => (statSync(path).mode & 0o7777).toString(8);
const onUnix = (test: TestContext): void => {
  if (process.platform === 'win32') test.skip('Windows has its own rights');
};
/** Path inside of the folder → mode, of everything that lies in it. */
const modesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    (readdirSync(folder, { recursive: true }) as string[]).map((name) => [name, modeOf(join(folder, name))]),
  );

function withUmask<T>(mask: number, work: () => T): T {
  const former = process.umask(mask);
  try {
    return work();
  } finally {
    process.umask(former);
  }
}

describe('a new data folder', () => {
  it.for([0o000, 0o002, 0o022, 0o077])(
    'is closed to others whatever the system’s habit is (umask %s)',
    (mask, test) => {
      onUnix(test);
      const parent = tempFolder();
      chmodSync(parent, 0o775);
      const folder = join(parent, 'Daten');
      const db = withUmask(mask, () => openFile(folder));
      expect(modeOf(folder)).toBe('700');
      expect(modesIn(folder)).toEqual({ 'stellwerk.db': '600', 'stellwerk.db-shm': '600', 'stellwerk.db-wal': '600' });
      db.close();
    },
  );

  it('keeps its backups and copies closed, too', async (test) => {
    onUnix(test);
    const folder = join(tempFolder(), 'Daten');
    const host = testHost({ folder });
    await host.app.system.initialise({ kind: 'own', bodyName: 'Auental' });
    const { files } = await host.app.backup.run();
    const stick = tempFolder();
    await host.app.backup.setFolder(stick);
    await host.app.backup.restore(files[0]?.path ?? '');
    await host.dispose();
    for (const [name, mode] of Object.entries(modesIn(folder)))
      expect([name, mode]).toEqual([name, name.includes('.db') ? '600' : '700']);
    expect(Object.values(modesIn(stick))).toEqual(['600']);
  });
});

describe('a data folder of an older version', () => {
  it('is closed when it is opened, with everything in it', (test) => {
    onUnix(test);
    const folder = tempFolder();
    openFile(folder).close();
    const daily = join(folder, 'backups', 'daily');
    mkdirSync(daily, { recursive: true });
    for (const path of [
      join(daily, 'a.db'),
      join(folder, 'backups', 'before-version-2.db'),
      join(folder, 'host-x.json'),
    ])
      writeFileSync(path, '');
    for (const name of readdirSync(folder, { recursive: true }) as string[])
      chmodSync(join(folder, name), statSync(join(folder, name)).isDirectory() ? 0o755 : 0o644);
    chmodSync(folder, 0o755);
    openFile(folder).close();
    expect(modeOf(folder)).toBe('700');
    expect(modesIn(folder)).toEqual({
      'stellwerk.db': '600',
      'host-x.json': '600',
      backups: '700',
      'backups/daily': '700',
      'backups/daily/a.db': '600',
      'backups/before-version-2.db': '600',
    });
  });

  it('stays shared with its group where somebody chose that, and with nobody else', (test) => {
    onUnix(test);
    const folder = tempFolder();
    chmodSync(folder, 0o2777);
    openFile(folder).close();
    chmodSync(join(folder, 'stellwerk.db'), 0o666);
    openFile(folder).close();
    expect(modeOf(folder)).toBe('2770');
    expect(modeOf(join(folder, 'stellwerk.db'))).toBe('660');
  });

  it('stays as it is where everybody may write and no group was chosen: that is said, and left to people', (test) => {
    onUnix(test);
    const folder = tempFolder();
    chmodSync(folder, 0o777);
    openFile(folder).close();
    expect(modeOf(folder)).toBe('777');
    expect(modeOf(join(folder, 'stellwerk.db'))).toBe('660');
  });
});
