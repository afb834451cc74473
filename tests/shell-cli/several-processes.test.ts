import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { PaperSummary } from '../../src-main/contract/paper/shapes.ts';
import { expectRefusal, officeAt, registerOf, workspace, type Office } from '../harness/desk/cli.ts';

const space = workspace({});
const REF = 'S0021/26';

/** Holds SQLite's write lock, as a second program in the middle of its own change does. */
function whileLocked<T>(office: Office, forMs: number, work: () => Promise<T>): Promise<T> {
  const database = new Sqlite(join(office.data, 'stellwerk.db'));
  database.exec('BEGIN IMMEDIATE');
  const release = pause(forMs).then(() => database.close());
  return Promise.all([work(), release]).then(([result]) => result);
}

describe('while another process writes', () => {
  it('a change that waits a moment is saved', async () => {
    const office = await space.office('example');
    const started = Date.now();
    await whileLocked(office, 1500, () => office.json('set', REF, 'name', 'Nach dem Warten'));
    expect(Date.now() - started).toBeGreaterThanOrEqual(1500);
    expect((await office.show(REF)).name).toBe('Nach dem Warten');
  });

  it('a change that waits too long is refused, and nothing is half done', async () => {
    const office = await space.office('example');
    const before = registerOf(office);
    const result = await whileLocked(office, 12_000, () => office.run('set', REF, 'name', 'Zu spät'));
    expectRefusal(result, 'database-busy');
    expect(registerOf(office)).toEqual(before);
    await office.json('set', REF, 'name', 'Danach');
  });

  it('reading goes on', async () => {
    const office = await space.office('example');
    const out = space.folder();
    const shown = await whileLocked(office, 1500, async () => {
      await office.json('export', REF, '--to', out, '--format', 'docx');
      return office.show(REF);
    });
    expect(shown.reference).toBe(REF);
    expect(readdirSync(out)).toEqual(['S0021-26.docx']);
  });
});

describe('two processes at once', () => {
  it('both save, one after the other', async () => {
    const office = await space.office('example');
    const before = (registerOf(office)['change_log'] ?? []).length;
    const fields = ['name', 'leadUnit', 'hinge', 'bodyName', 'signatory.name', 'contact.room'];
    const results = await Promise.all(fields.map((field) => office.run('set', REF, field, `Neu ${field}`)));
    expect(results.map((result) => result.exitCode)).toEqual(fields.map(() => 0));
    expect(await office.show(REF)).toMatchObject({
      name: 'Neu name',
      leadUnit: 'Neu leadUnit',
      hinge: 'Neu hinge',
      bodyName: 'Neu bodyName',
      signatory: { name: 'Neu signatory.name' },
      contact: { room: 'Neu contact.room' },
    });
    expect(registerOf(office)['change_log']).toHaveLength(before + fields.length);
    expect((await office.run('doctor')).exitCode).toBe(0);
  });

  it('never get the same number', async () => {
    const office = await space.office('example');
    const attempt = (): ReturnType<Office['run']> => office.run('new', '--answers', 'A0012/26', '--number', 'S0900/26');
    const results = await Promise.all([attempt(), attempt(), attempt()]);
    expect(results.map((result) => result.exitCode).sort()).toEqual([0, 1, 1]);
    const refused = results.filter((result) => result.exitCode === 1);
    for (const result of refused) expectRefusal(result, 'reference-taken');
    const listed = await office.json<PaperSummary[]>('list', '--class', 'S');
    expect(listed.filter((paper) => paper.reference === 'S0900/26')).toHaveLength(1);
  });

  it('set up one office only', async () => {
    const office = officeAt(space.folder(), {});
    const results = await Promise.all([office.run('init', '--example'), office.run('init', '--example')]);
    expect(results.map((result) => result.exitCode).sort()).toEqual([0, 1]);
    expect((await office.run('doctor')).exitCode).toBe(0);
    expect((await office.json<PaperSummary[]>('list')).filter((paper) => paper.reference === REF)).toHaveLength(1);
  });
});
