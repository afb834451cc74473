/** Faults that were found once and must not come back. */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { DATABASE_FILE, openFile } from '../../../src-main/adapters/sqlite/open-file.ts';
import { restoreDatabase } from '../../../src-main/adapters/sqlite/restore.ts';
import { refusalOf, statementContent, tempFolder } from '../../support/builders.ts';
import { testHost } from '../../support/test-host.ts';
import { handOver } from '../../support/hand-over.ts';

const uuid = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

describe('a foreign database in the data folder', () => {
  it.each([0, 1])('is refused and stays the same to the byte (version %s)', async (version) => {
    const folder = tempFolder();
    const file = join(folder, DATABASE_FILE);
    const foreign = new Sqlite(file);
    foreign.exec('CREATE TABLE fremd (a); INSERT INTO fremd VALUES (1)');
    foreign.pragma(`user_version = ${version}`);
    foreign.close();
    const before = readFileSync(file);
    expect((await refusalOf(() => openFile(folder))).code).toBe('database-foreign');
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

describe('a backup', () => {
  it('is one file that can be restored without writing beside it', async () => {
    const host = testHost();
    await host.app.system.initialise({ kind: 'own', bodyName: 'Auental' });
    const source = tempFolder();
    const path = join(source, 'sicherung.db');
    await handOver(host.app.backup.deliver(), {
      deliver: ([file]) => {
        writeFileSync(path, file?.bytes ?? '');
        return Promise.resolve({ kind: 'saved', paths: [path] });
      },
    });
    await host.dispose();
    const target = tempFolder();
    expect(await restoreDatabase(path, target, 'jetzt')).toBeNull();
    expect(readdirSync(source)).toEqual(['sicherung.db']);
  });

  it('tells where a damaged database was put aside', async () => {
    const host = testHost();
    await host.app.system.initialise({ kind: 'own', bodyName: 'Auental' });
    const source = join(tempFolder(), 'sicherung.db');
    await handOver(host.app.backup.deliver(), {
      deliver: ([file]) => {
        writeFileSync(source, file?.bytes ?? '');
        return Promise.resolve({ kind: 'saved', paths: [source] });
      },
    });
    await host.dispose();
    const folder = tempFolder();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, DATABASE_FILE), 'kein SQLite, nur Text, aber lang genug für einen Kopf'.repeat(40));
    const former = await restoreDatabase(source, folder, 'jetzt');
    expect(former).toBe(join(folder, 'backups', 'damaged-jetzt.db'));
    expect(existsSync(former ?? '')).toBe(true);
  });
});

describe('what cannot be read back', () => {
  it('does not get in', async () => {
    const host = testHost();
    await host.app.system.initialise({ kind: 'own', bodyName: 'Auental' });
    const draft = await host.app.statements.create({
      id: uuid(1),
      answers: null,
      name: 'Kurz',
      leadUnit: null,
      number: null,
    });
    const content = statementContent({ name: 'x'.repeat(2001) });
    const refusal = await refusalOf(() => host.app.statements.save({ id: draft.id, expectedRevision: 1, content }));
    expect(refusal.code).toBe('input-invalid');
    expect((await host.app.statements.get(draft.id)).content.name).toBe('Kurz');
    expect((await host.app.papers.list({ text: '', limit: 10 })).total).toBe(1);
    await host.dispose();
  });
});

describe('a changed number', () => {
  it('leaves the former one void with its reason, and it is never given again', async () => {
    const host = testHost();
    await host.app.system.initialise({ kind: 'own', bodyName: 'Auental' });
    const draft = await host.app.statements.create({
      id: uuid(1),
      answers: null,
      name: 'A',
      leadUnit: null,
      number: null,
    });
    expect((await host.app.statements.giveNumber({ id: draft.id, reference: null })).reference).toBe('S0001/26');
    await host.app.statements.giveNumber({ id: draft.id, reference: 'S0002/26' });
    const refusal = await refusalOf(() =>
      host.app.statements.create({ id: uuid(2), answers: null, name: 'B', leadUnit: null, number: 'S0001/26' }),
    );
    expect(refusal).toMatchObject({ code: 'reference-taken', details: { state: 'void' } });
    await host.dispose();
  });

  it('must be one of the statements’ class', async () => {
    const host = testHost();
    await host.app.system.initialise({ kind: 'own', bodyName: 'Auental' });
    const refusal = await refusalOf(() =>
      host.app.statements.create({ id: uuid(3), answers: null, name: 'C', leadUnit: null, number: 'A0001/26' }),
    );
    expect(refusal.code).toBe('reference-malformed');
    await host.dispose();
  });
});
