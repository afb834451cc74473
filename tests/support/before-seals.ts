/** A data folder as the version before the seals left it: without their tables, and with a chain that knows none. */
import type Sqlite from 'better-sqlite3';
import { chainHash, FIRST_HASH } from '../../src-main/adapters/sqlite/log-chain.ts';
import { MIGRATIONS } from '../../src-main/adapters/sqlite/migrations/migrations.ts';
import { SEALED_TABLES } from '../../src-main/adapters/sqlite/sealed-tables.ts';
import { rowSeals } from '../../src-main/adapters/sqlite/migrations/0011-row-seals.ts';
import type { ChangeLogTable } from '../../src-main/adapters/sqlite/tables.ts';
import { databaseIn, inDatabase } from './survival-office.ts';

/** The guards of the log laid aside for the work and put back word for word. */
function pastLogGuards(db: Sqlite.Database, work: () => void): void {
  const guards = db
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'change_log'")
    .all() as { name: string; sql: string }[];
  for (const { name } of guards) db.exec(`DROP TRIGGER ${name}`);
  work();
  for (const { name, sql } of guards) if (name !== 'log_end_moves') db.exec(sql);
}

export function takeSealsAway(folder: string): void {
  inDatabase(databaseIn(folder), (db) => {
    const entries = db.prepare('SELECT * FROM change_log ORDER BY seq').all() as ChangeLogTable[];
    const rewrite = db.prepare('UPDATE change_log SET prev_hash = ?, hash = ? WHERE seq = ?');
    pastLogGuards(db, () => {
      let previous = FIRST_HASH;
      for (const entry of entries) {
        const hash = chainHash({ ...entry, prev_hash: previous, state_digest: null });
        rewrite.run(previous, hash, entry.seq);
        previous = hash;
      }
      db.exec('DROP INDEX change_log_state; ALTER TABLE change_log DROP COLUMN state_digest');
      db.exec('DROP TABLE row_seal; DROP TABLE log_end');
      for (const [table, { later = {} }] of Object.entries(SEALED_TABLES))
        for (const column of Object.keys(later)) db.exec(`ALTER TABLE ${table} DROP COLUMN ${column}`);
    });
    db.pragma(`user_version = ${MIGRATIONS.indexOf(rowSeals)}`);
  });
}
