/** An office to be tormented: one statement that is changed, and enough papers that copying takes a while. */
import Sqlite from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DATABASE_FILE } from '../../src-main/adapters/sqlite/open-file.ts';
import { testHost } from './test-host.ts';
import type { Clock } from '../../src-main/core/ports/ports.ts';

export const STATEMENT = '00000000-0000-7000-8000-000000000001';
const PLAN = '00000000-0000-7000-8000-000000000002';
export const REF = 'S0001/26';

/** The clock of a desk, where the time that passes matters. */
export const deskClock: Clock = {
  now: () => new Date().toISOString(),
  today: () => new Date().toISOString().slice(0, 10),
};

/** Fills a new folder: the statement `S0001/26` and an attachment of `megabytes`, so that a copy is not done at once. */
export async function fillOffice(folder: string, megabytes = 0, clock?: Clock): Promise<void> {
  const host = testHost({ folder, ...(clock && { clock }) });
  await host.app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
  const name = 'Bänke am Weiher';
  await host.app.statements.create({ id: STATEMENT, answers: null, name, leadUnit: 'FB 7', number: REF });
  if (megabytes > 0) {
    const bytes = randomBytes(megabytes * 1024 * 1024);
    await host.app.attachments.add({ id: PLAN, ref: REF, fileName: 'Plan.bin', bytes });
    await host.app.attachments.settled();
  }
  await host.dispose();
}

export function inDatabase<T>(path: string, work: (db: Sqlite.Database) => T): T {
  const db = new Sqlite(path, { fileMustExist: true, timeout: 5000 });
  try {
    return work(db);
  } finally {
    db.close();
  }
}
export const databaseIn = (folder: string): string => join(folder, DATABASE_FILE);

export const paperIds = (path: string): ReadonlySet<string> =>
  inDatabase(path, (db) => new Set(db.prepare('SELECT id FROM paper').pluck().all() as string[]));
export const nameOf = (path: string): string =>
  inDatabase(path, (db) => db.prepare('SELECT name FROM paper WHERE id = ?').pluck().get(STATEMENT) as string);
/** Sound as SQLite sees it, whatever else it holds. */
export const isSound = (path: string): boolean =>
  inDatabase(path, (db) => db.pragma('integrity_check', { simple: true }) === 'ok');
