/** What the phases of `kill-phases.ts` ask of what a killed process left. */
import { RESTORED } from '../../../src-main/adapters/sqlite/compare-log.ts';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { deskClock, inDatabase, REF } from '../../support/survival-office.ts';
import { testHost } from '../../support/test-host.ts';
import type { ServiceName } from './desk.ts';

const HIDDEN = /^\.stellwerk-.*\.tmp(-journal|-wal|-shm)?$/;
export const order = (call: ServiceName, ...args: readonly unknown[]): object => ({ call, args });
export const rename = (value: string): object => order('statements.setField', { ref: REF, field: 'name', value });

/** An empty folder of that name. */
export function folderIn(place: string, name: string): string {
  const folder = join(place, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

export async function requireHealth(folder: string): Promise<void> {
  const host = testHost({ folder, clock: deskClock });
  try {
    const { findings } = await host.app.backup.doctor();
    assert.deepEqual(
      findings.filter((finding) => !finding.ok),
      [],
    );
  } finally {
    await host.dispose();
  }
}

/** Everything in all tables but what the search makes of it. */
export function contentOf(path: string): string {
  return inDatabase(path, (db) => {
    const tables = db
      .prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_search%' AND name <> 'log_end' ORDER BY name",
      )
      .pluck()
      .all() as string[];
    const hash = createHash('sha256');
    for (const table of tables) {
      hash.update(table);
      // That a state was brought back is told in its log, which ends elsewhere then, and makes it no other state.
      const rest = table === 'change_log' ? `WHERE action <> '${RESTORED}'` : '';
      for (const row of db.prepare(`SELECT * FROM ${table} ${rest}`).raw().iterate()) hash.update(JSON.stringify(row));
    }
    return hash.digest('hex');
  });
}

export const all = <T>(path: string, query: string): T[] =>
  inDatabase(path, (db: Sqlite.Database) => db.prepare(query).all() as T[]);

/** Hidden leftovers as if the process had been killed long ago, so that the next one takes them away. */
export function ageLeftovers(...folders: readonly string[]): void {
  const longAgo = new Date(Date.now() - 26 * 3_600_000);
  for (const path of leftoversIn(...folders)) utimesSync(path, longAgo, longAgo);
}
export const leftoversIn = (...folders: readonly string[]): string[] =>
  folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.startsWith('.'))
        .map((name) => {
          assert.match(name, HIDDEN);
          return join(folder, name);
        }),
    );

/** The value a change left: the last one promised or the one that was under way. */
export function requireLastOrNext(found: string, promised: number, values: readonly string[], before: string): void {
  const possible = [promised === 0 ? before : values[promised - 1], values[promised]].filter(Boolean);
  assert.ok(possible.includes(found), `found „${found}“, possible were ${possible.join(', ')}`);
}
