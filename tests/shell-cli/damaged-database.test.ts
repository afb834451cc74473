import { closeSync, openSync, readFileSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  contentOf,
  expectRefusal,
  officeAt,
  registerOf,
  withDatabase,
  workspace,
  type Office,
} from '../harness/desk/cli.ts';

const space = workspace();
const databaseOf = (office: Office): string => join(office.data, 'stellwerk.db');
const noise = (size: number): Buffer =>
  Buffer.from(Array.from({ length: size }, (_, at) => (at * at * 31 + at * 7) % 256));

function overwrite(path: string, position: number, bytes: Uint8Array): void {
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, bytes.length, position);
  closeSync(file);
}

/** Four ways a file gets lost: each leaves something that is no whole database. */
const DAMAGES: [string, (path: string) => void][] = [
  ['garbage in its place', (path) => writeFileSync(path, noise(20_000))],
  ['its second half cut off', (path) => truncateSync(path, Math.floor(statSync(path).size / 8192) * 4096)],
  ['pages in the middle overwritten', (path) => overwrite(path, 4096 * 8, noise(4096 * 40))],
  ['its head overwritten', (path) => overwrite(path, 0, noise(4096))],
];

describe.each(DAMAGES)('a database with %s', (_what, damage) => {
  it('is refused by every command and not touched', async () => {
    const office = await space.office('example');
    damage(databaseOf(office));
    const before = contentOf(office.data)['stellwerk.db'];
    const note = join(space.folder(), 'notiz.txt');
    writeFileSync(note, 'Eine Notiz.');
    for (const command of [
      ['list'],
      ['show', 'S0021/26'],
      ['set', 'S0021/26', 'name', 'Neu'],
      ['import', note],
      ['doctor'],
      ['init', '--example'],
    ]) {
      expect(expectRefusal(await office.run(...command), 'database-damaged')).toContain('restore');
    }
    expect(contentOf(office.data)['stellwerk.db']).toBe(before);
  });

  it('gives no backup and no document under a final name', async () => {
    const office = await space.office('example');
    damage(databaseOf(office));
    const out = space.folder();
    expectRefusal(await office.run('backup', '--to', join(out, 'copy.db')), 'database-damaged');
    expectRefusal(await office.run('export', 'S0021/26', '--to', out), 'database-damaged');
    expect(contentOf(out)).toEqual({});
  });

  it('comes back from a backup, and the damaged file is kept', async () => {
    const office = await space.office('example');
    const file = join(space.folder(), 'copy.db');
    // Where the copy was put is noted behind it, and so not in it.
    const whole = registerOf(office);
    await office.json('backup', '--to', file);
    damage(databaseOf(office));
    const damaged = contentOf(office.data)['stellwerk.db'];
    await office.json('restore', file);
    expect(registerOf(office)).toEqual(whole);
    expect(Object.values(contentOf(office.data))).toContain(damaged);
    expect((await office.run('doctor')).exitCode).toBe(0);
  });
});

describe('a database of a newer version', () => {
  it('is refused by every command and stays as it was', async () => {
    const office = await space.office('example');
    withDatabase(office.data, (database) => database.pragma('user_version = 99'));
    const before = readFileSync(databaseOf(office));
    for (const command of [
      ['list'],
      ['show', 'S0021/26'],
      ['set', 'S0021/26', 'name', 'x'],
      ['doctor'],
      ['init', '--example'],
    ]) {
      const message = expectRefusal(await office.run(...command), 'database-newer');
      expect(message).toContain('99');
    }
    expectRefusal(await office.run('backup', '--to', join(space.folder(), 'copy.db')), 'database-newer');
    expect(readFileSync(databaseOf(office)).equals(before)).toBe(true);
  });
});

describe('doctor', () => {
  interface Report {
    readonly ok: boolean;
    readonly findings: readonly { area: string; ok: boolean; detail: string }[];
  }

  it('finds a healthy office healthy and ends with 0', async () => {
    const office = await space.office('example');
    const report = await office.json<Report>('doctor');
    expect(report.ok).toBe(true);
    expect(report.findings.map((finding) => finding.area)).toEqual([
      'Aufbau',
      'Datenbank',
      'Verknüpfungen',
      'Protokoll',
      'Dateien',
      'Ausfertigungen',
      'Bearbeitungsstände',
      'Nachweise',
      'Bestand',
      'Suche',
      'Schreibsicherheit',
      'Zugriff',
      'Ausgefertigte Papiere',
      'Büro',
      'Sicherung',
      'Protokollende',
      'Uhr',
    ]);
    expect(report.findings.every((finding) => finding.ok && finding.detail !== '')).toBe(true);
  });

  it('finds a broken log chain, names the entry and ends with 1', async () => {
    const office = await space.office('example');
    withDatabase(office.data, (database) => {
      database.exec("DROP TRIGGER change_log_no_update; UPDATE change_log SET actor = 'jemand' WHERE seq = 2");
    });
    const result = await office.run('doctor', '--json');
    expect(result.exitCode).toBe(1);
    const report = JSON.parse(result.stdout) as Report;
    expect(report.ok).toBe(false);
    expect(report.findings.find((finding) => finding.area === 'Protokoll')).toMatchObject({
      ok: false,
      detail: expect.stringContaining('2') as unknown,
    });
  });

  it('finds links into nothing', async () => {
    const office = await space.office('example');
    withDatabase(office.data, (database) => {
      database.pragma('foreign_keys = OFF');
      database.exec("UPDATE paper_relation SET to_id = 'weg' WHERE rowid = 1");
    });
    const result = await office.run('doctor');
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toMatch(/FEHLER\s+Verknüpfungen: 1 /);
  });

  it('says that no office is set up yet', async () => {
    const begun = officeAt(space.folder());
    // Refused, and the database is there.
    expect((await begun.run('init', '--name', ' ')).exitCode).toBe(1);
    const result = await begun.run('doctor');
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toContain('noch nicht eingerichtet');
  });
});
