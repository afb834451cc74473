import { copyFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { BackupContent, BackupState, DoctorReport } from '../../src-main/contract/backup/shapes.ts';
import type { Attachment } from '../../src-main/contract/attachment/shapes.ts';
import type { SettingsFile, SettingsPlan } from '../../src-main/contract/settings/shapes.ts';
import type { SystemStatus } from '../../src-main/contract/system/shapes.ts';
import { expectRefusal, officeAt, workspace } from '../harness/desk/cli.ts';

const space = workspace();
const REF = 'S0021/26';

describe('settings', () => {
  it('go into one file and set up another office from it', async () => {
    const office = await space.office('example');
    const file = join(space.folder(), 'einstellungen.json');
    await office.json('settings', 'export', file);
    const settings = JSON.parse(readFileSync(file, 'utf8')) as SettingsFile;
    expect(settings.profile.bodyName).toBe('Stadt Auenfurt');
    expect(settings.organizations.length).toBeGreaterThan(10);

    const other = officeAt(space.folder());
    expect(await other.json<SystemStatus>('init', '--from', file)).toMatchObject({
      office: { kind: 'own', bodyName: 'Stadt Auenfurt' },
    });
    const again = join(space.folder(), 'noch einmal.json');
    await other.json('settings', 'export', again);
    expect({ ...(JSON.parse(readFileSync(again, 'utf8')) as SettingsFile), exportedAt: '' }).toEqual({
      ...settings,
      exportedAt: '',
    });
  });

  it('are shown before they are taken over, and nothing changes by looking', async () => {
    const office = await space.office('example');
    const file = join(space.folder(), 'einstellungen.json');
    await office.json('settings', 'export', file);
    const own = await space.office('own');
    const plan = await own.json<SettingsPlan>('settings', 'import', file, '--preview');
    expect(plan.bodyName).toBe('Stadt Auenfurt');
    expect(plan.organizations.created).toBeGreaterThan(10);
    expect(await own.json<SettingsPlan>('settings', 'import', file, '--preview')).toEqual(plan);
    await own.json('settings', 'import', file);
    const after = await own.json<SettingsPlan>('settings', 'import', file, '--preview');
    expect([after.profileChanges, after.organizations.created, after.persons.created]).toEqual([[], 0, 0]);
  });

  it('of a broken file set up nothing', async () => {
    const file = join(space.folder(), 'kaputt.json');
    writeFileSync(file, '{"schema":"stellwerk.settings/1"}');
    const folder = space.folder();
    expectRefusal(await officeAt(folder).run('init', '--from', file), 'settings-file-invalid');
    expectRefusal(await officeAt(folder).run('show', REF), 'office-missing');
  });

  it('know two actions only', async () => {
    const office = await space.office('own');
    expect((await office.run('settings', 'löschen', 'x')).exitCode).toBe(2);
  });
});

describe('attach', () => {
  it('adds files, names one, and they go along with the documents', async () => {
    const office = await space.office('example');
    const files = space.folder();
    writeFileSync(join(files, 'Lage_plan.txt'), 'Weidenanger');
    writeFileSync(join(files, 'intern.txt'), 'Vertraulich');
    await office.json('attach', REF, join(files, 'Lage_plan.txt'));
    const list = await office.json<Attachment[]>(
      'attach',
      REF,
      join(files, 'intern.txt'),
      '--non-public',
      '--name',
      'Gutachten',
    );
    expect(list.map(({ name, publicity, text }) => [name, publicity, text])).toEqual([
      ['Lage plan', 'public', 'text'],
      ['Gutachten', 'non-public', 'text'],
    ]);
    expect((await office.show(REF)).attachments).toEqual([{ name: 'Lage plan' }]);
    const out = space.folder();
    await office.json('export', REF, '--to', out, '--with-attachments');
    expect(readdirSync(out).sort()).toEqual(['S0021-26 Anlage 1 – Lage plan.txt', 'S0021-26.docx', 'S0021-26.pdf']);
    expect(await office.json<unknown[]>('list', '--text', 'Weidenanger')).toHaveLength(1);
  });

  it('refuses what is not there or empty, and keeps nothing of it', async () => {
    const office = await space.office('example');
    const empty = join(space.folder(), 'leer.pdf');
    writeFileSync(empty, '');
    expectRefusal(await office.run('attach', REF, empty), 'file-empty');
    expectRefusal(await office.run('attach', REF, `${empty}.fehlt`), 'file-missing');
    expectRefusal(await office.run('attach', 'S9999/26', empty), 'not-found');
    expect((await office.show(REF)).attachments).toEqual([]);
  });
});

describe('backup', () => {
  it('without a target keeps a verified copy in its folder and tells what is there', async () => {
    const office = await space.office('example');
    const state = await office.json<BackupState>('backup');
    expect(state).toMatchObject({ isOwnFolder: true, isOld: false, problem: null });
    expect(state.files).toHaveLength(1);
    expect((await office.json<BackupState>('backup', '--list')).files).toEqual(state.files);
    const content = await office.json<BackupContent>('restore', state.files[0]?.path ?? '', '--preview');
    expect(content).toMatchObject({ bodyName: 'Stadt Auenfurt', papers: 12, present: { papers: 12 } });
  });

  it('that is restored brings the former papers back', async () => {
    const office = await space.office('example');
    const { files } = await office.json<BackupState>('backup');
    await office.json('set', REF, 'name', 'Danach geändert');
    await office.json('restore', files[0]?.path ?? '');
    expect((await office.show(REF)).name).not.toBe('Danach geändert');
  });

  it('of a file that is none is refused before anything is replaced', async () => {
    const office = await space.office('example');
    const file = join(space.folder(), 'keine.db');
    writeFileSync(file, 'nichts');
    expectRefusal(await office.run('restore', file, '--preview'), 'backup-invalid');
    expect((await office.show(REF)).reference).toBe(REF);
  });
});

describe('doctor', () => {
  it('finds a search index with gaps and mends it', async () => {
    const office = await space.office('example');
    const db = new Sqlite(join(office.data, 'stellwerk.db'));
    db.exec('DELETE FROM paper_search WHERE rowid IN (SELECT no FROM paper LIMIT 3)');
    db.close();
    const before = await office.run('doctor', '--json');
    expect(before.exitCode).toBe(1);
    const finding = (JSON.parse(before.stdout) as DoctorReport).findings.find(({ area }) => area === 'Suche');
    expect(finding).toMatchObject({ ok: false, repair: 'search-index' });
    expect(await office.json<DoctorReport>('doctor', '--repair')).toMatchObject({ ok: true });
  });

  it('tells a changed attachment and offers no repair that would hide it', async () => {
    const office = await space.office('example');
    const file = join(space.folder(), 'plan.txt');
    writeFileSync(file, 'Plan');
    await office.json('attach', REF, file);
    const db = new Sqlite(join(office.data, 'stellwerk.db'));
    // Whoever changes bytes past the program lays its guards aside meanwhile.
    const guards = db
      .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'blob'")
      .all() as {
      name: string;
      sql: string;
    }[];
    for (const { name } of guards) db.exec(`DROP TRIGGER ${name}`);
    db.prepare('UPDATE blob SET bytes = ?').run(Buffer.from('Anders'));
    for (const { sql } of guards) db.exec(sql);
    db.close();
    const result = await office.run('doctor', '--json');
    const finding = (JSON.parse(result.stdout) as DoctorReport).findings.find(({ area }) => area === 'Dateien');
    expect([result.exitCode, finding?.ok, finding?.repair]).toEqual([1, false, null]);
  });

  it('mends a broken profile with the name it had', async () => {
    const office = await space.office('own');
    const db = new Sqlite(join(office.data, 'stellwerk.db'));
    db.prepare('UPDATE office SET profile_json = ?').run('{"bodyName":"Stadt Prüfingen","style":7}');
    db.close();
    expect((await office.run('doctor')).exitCode).toBe(1);
    await office.json('doctor', '--repair');
    const file = join(space.folder(), 'danach.json');
    await office.json('settings', 'export', file);
    expect((JSON.parse(readFileSync(file, 'utf8')) as SettingsFile).profile.bodyName).toBe('Stadt Prüfingen');
  });

  it('stays good when a copy of the database is moved to another folder', async () => {
    const office = await space.office('example');
    const copy = join(space.folder(), 'kopie.db');
    await office.json('backup', '--to', copy);
    const target = space.folder();
    copyFileSync(copy, join(target, 'stellwerk.db'));
    rmSync(copy);
    expect(await officeAt(target).json<DoctorReport>('doctor')).toMatchObject({ ok: true });
  });
});
