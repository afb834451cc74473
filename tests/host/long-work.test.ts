/** Long work on the database is done beside the program: the window is answered meanwhile, and refusals come back as they are. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type OpenDatabase } from '../../src-main/adapters/sqlite/database.ts';
import { workInThread } from '../../src-main/adapters/sqlite/thread-work.ts';
import { refusalOf } from '../support/builders.ts';
import { fixedClock, testHost, workThread } from '../support/test-host.ts';

const folder = mkdtempSync(join(tmpdir(), 'stellwerk-long-work-'));
const longWork = workInThread(workThread);
let database: OpenDatabase;

beforeAll(async () => {
  const host = testHost({ folder });
  await host.app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
  for (const number of [1, 2, 3]) {
    const bytes = Buffer.from(
      `Stellungnahme der Verwaltung öffentlich\nStadtamt\tStellungnahme-Nr.\tDatum\nAmt 1\tS000${number}/26\t12.03.2026\n\nWeiher ${number}\n\nEva Muster`,
    );
    await host.app.imports.importFile({ fileName: 'a.txt', bytes });
  }
  await host.dispose();
  database = openDatabase({ folder, actor: () => 'test', clock: fixedClock, longWork });
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const numberOf = (): Promise<unknown> => database.read((stores) => stores.papers.findByReference('S0001/26'));

describe('work in a thread', () => {
  it('examines, and answers reads before it is done', async () => {
    const work = { isDone: false };
    const examined = database.examine().finally(() => (work.isDone = true));
    let reads = 0;
    for (; !work.isDone; reads += 1) {
      expect(await numberOf()).toMatchObject({ reference: 'S0001/26' });
      await new Promise((resolve) => setImmediate(resolve));
    }
    const findings = await examined;
    expect(findings.filter(({ ok }) => !ok)).toEqual([]);
    expect(findings.length).toBeGreaterThanOrEqual(12);
    // Starting the thread alone takes longer than a read.
    expect(reads).toBeGreaterThanOrEqual(3);
  });

  it('writes the index anew while others write', async () => {
    const spoiled = new Sqlite(join(folder, 'stellwerk.db'));
    spoiled.exec("INSERT INTO paper_search (paper_search) VALUES ('delete-all')");
    spoiled.close();
    const broken = (await database.examine()).find(({ repair }) => repair === 'search-index');
    expect(broken?.ok).toBe(false);
    const entry = { action: 'rows-written', entity: 'installation', entityId: 'x', revision: null } as const;
    await Promise.all([database.repair('search-index'), database.write((stores) => stores.log.append(entry))]);
    expect((await database.examine()).filter(({ ok }) => !ok)).toEqual([]);
    const found = await database.read((stores) => stores.papers.list({ text: 'Weiher', limit: 10 }));
    expect(found.total).toBe(3);
  });

  it('says the same as the work here: what is no backup is refused by its code', async () => {
    const path = join(folder, 'kein-backup.db');
    writeFileSync(path, randomBytes(4096));
    expect((await refusalOf(() => longWork('check-copy', { path }))).code).toBe('backup-invalid');
  });
});
