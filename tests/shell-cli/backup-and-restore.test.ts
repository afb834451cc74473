import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentOf, expectRefusal, officeAt, registerOf, withDatabase, workspace } from '../harness/desk/cli.ts';

const space = workspace();

interface Restored {
  readonly status: string;
  readonly former: string | null;
}

describe('backup and restore', () => {
  it('bring every row back into an empty folder', async () => {
    const office = await space.office('example');
    const file = join(space.folder(), 'Sicherung Büro.db');
    // Where the copy was put is noted behind it, and so not in it.
    const whole = registerOf(office);
    expect(await office.json('backup', '--to', file)).toEqual({ kind: 'saved', paths: [file] });
    const other = officeAt(join(space.folder(), 'neu'));
    expect(await other.json<Restored>('restore', file)).toEqual({ status: 'restored', former: null });
    expect(registerOf(other)).toEqual(whole);
    expect(await other.show('S0021/26')).toEqual(await office.show('S0021/26'));
  });

  it('put the older state back and keep the newer one beside it', async () => {
    const office = await space.office('example');
    const file = join(space.folder(), 'before.db');
    await office.json('backup', '--to', file);
    const before = await office.show('S0021/26');
    await office.json('set', 'S0021/26', 'name', 'Später geändert');
    const { former } = await office.json<Restored>('restore', file);
    expect(await office.show('S0021/26')).toEqual(before);
    const kept = officeAt(space.folder());
    await kept.json('restore', former ?? '');
    expect((await kept.show('S0021/26')).name).toBe('Später geändert');
  });

  it('leave the backup file itself untouched', async () => {
    const office = await space.office('example');
    const folder = space.folder();
    const file = join(folder, 'copy.db');
    await office.json('backup', '--to', file);
    const before = contentOf(folder)['copy.db'];
    await office.json('restore', file);
    await officeAt(space.folder()).json('restore', file);
    expect(contentOf(folder)['copy.db']).toBe(before);
  });

  it('work while another program has the database open', async () => {
    const office = await space.office('example');
    const file = join(space.folder(), 'copy.db');
    await withDatabase(office.data, async (database) => {
      database.prepare('SELECT count(*) FROM paper').get();
      await office.json('backup', '--to', file);
    });
    expect(readFileSync(file).subarray(0, 15).toString()).toBe('SQLite format 3');
  });

  it('replace an older backup of the same name', async () => {
    const office = await space.office('own');
    const file = join(space.folder(), 'copy.db');
    writeFileSync(file, 'old');
    await office.json('backup', '--to', file);
    expect(readFileSync(file).subarray(0, 15).toString()).toBe('SQLite format 3');
  });
});

describe('backup refuses', () => {
  it('a folder that does not exist', async () => {
    const office = await space.office('own');
    expectRefusal(await office.run('backup', '--to', join(space.folder(), 'nix', 'copy.db')), 'target-missing');
  });

  it('the name of a folder, which stays as it was', async () => {
    const office = await space.office('own');
    const folder = space.folder();
    mkdirSync(join(folder, 'copy.db'));
    const result = await office.run('backup', '--to', join(folder, 'copy.db'));
    expect(result.exitCode).toBe(1);
    expect(readdirSync(folder)).toEqual(['copy.db']);
  });
});

describe('restore refuses', () => {
  it('a file that is not there and makes no database', async () => {
    const data = join(space.folder(), 'data');
    expectRefusal(await officeAt(data).run('restore', join(data, 'nix.db')), 'file-missing');
    expect(existsSync(join(data, 'stellwerk.db'))).toBe(false);
  });

  it.each<[string, () => Uint8Array]>([
    ['an empty file', () => new Uint8Array()],
    ['a text file', () => Buffer.from('Das ist keine Sicherung.')],
    ['random bytes', () => Buffer.from(Array.from({ length: 20_000 }, (_, index) => (index * 7919) % 251))],
  ])('%s, and the register stays as it was', async (_what, bytes) => {
    const office = await space.office('example');
    const before = registerOf(office);
    const file = join(space.folder(), 'copy.db');
    writeFileSync(file, bytes());
    expectRefusal(await office.run('restore', file), 'backup-invalid');
    expect(registerOf(office)).toEqual(before);
  });

  it('half a backup and the database of another program', async () => {
    const office = await space.office('example');
    const folder = space.folder();
    const whole = join(folder, 'whole.db');
    await office.json('backup', '--to', whole);
    const before = registerOf(office);
    const half = join(folder, 'half.db');
    const bytes = readFileSync(whole);
    writeFileSync(half, bytes.subarray(0, bytes.length / 2));
    expectRefusal(await office.run('restore', half), 'backup-invalid');
    mkdirSync(join(folder, 'other'));
    writeFileSync(join(folder, 'other', 'stellwerk.db'), bytes);
    withDatabase(join(folder, 'other'), (database) => database.pragma('application_id = 42'));
    expectRefusal(await office.run('restore', join(folder, 'other', 'stellwerk.db')), 'backup-invalid');
    expect(registerOf(office)).toEqual(before);
  });

  it('a backup of a newer version', async () => {
    const office = await space.office('example');
    const before = registerOf(office);
    const newer = await space.office('own');
    withDatabase(newer.data, (database) => database.pragma('user_version = 99'));
    expectRefusal(await office.run('restore', join(newer.data, 'stellwerk.db')), 'database-newer');
    expect(registerOf(office)).toEqual(before);
  });
});
