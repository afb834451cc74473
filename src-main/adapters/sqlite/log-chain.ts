/** The log as a hash chain: each entry carries the hash of the one before, so that a changed or missing entry shows. */
import { hash } from 'node:crypto';
import type Sqlite from 'better-sqlite3';
import type { ChangeLogTable } from '../sql/tables.ts';

export const FIRST_HASH = '0'.repeat(64);

export function chainHash(entry: Omit<ChangeLogTable, 'hash'>): string {
  const fields = [
    entry.prev_hash,
    entry.seq,
    entry.at,
    entry.actor,
    entry.action,
    entry.entity,
    entry.entity_id,
    entry.revision,
    // Entries without one are as long as they were before there were any.
    ...(entry.row_digest === null ? [] : [entry.row_digest]),
    ...(entry.state_digest === null ? [] : ['state', entry.state_digest]),
  ];
  return hash('sha256', JSON.stringify(fields), 'hex');
}

/** Number of the first entry that does not fit, or null when the chain is whole. */
export function firstBrokenEntry(entries: Iterable<ChangeLogTable>): number | null {
  let previous = FIRST_HASH;
  let expected = 1;
  for (const entry of entries) {
    if (entry.seq !== expected || entry.prev_hash !== previous || entry.hash !== chainHash(entry)) return expected;
    previous = entry.hash;
    expected += 1;
  }
  return null;
}

type Entry = Omit<ChangeLogTable, 'seq' | 'prev_hash' | 'hash'>;

/** Of the entry that is written next. */
export const nextNumber = (db: Sqlite.Database): number =>
  db.prepare('SELECT coalesce(max(seq), 0) + 1 FROM change_log').pluck().get() as number;

/** Behind the last one, within the transaction that is open. @returns its number. */
export function writeEntry(db: Sqlite.Database, about: Entry): number {
  const last = db.prepare('SELECT seq, hash FROM change_log ORDER BY seq DESC LIMIT 1').get() as
    Pick<ChangeLogTable, 'seq' | 'hash'> | undefined;
  const entry = { ...about, seq: (last?.seq ?? 0) + 1, prev_hash: last?.hash ?? FIRST_HASH };
  const columns = 'seq, at, actor, action, entity, entity_id, revision, prev_hash, hash, row_digest, state_digest';
  const values = columns.replace(/\w+/g, '@$&');
  db.prepare(`INSERT INTO change_log (${columns}) VALUES (${values})`).run({ ...entry, hash: chainHash(entry) });
  return entry.seq;
}

/** For what happens outside of the stores, where no transaction of theirs runs. @returns its number. */
export function appendEntry(
  db: Sqlite.Database,
  about: Omit<Entry, 'revision' | 'row_digest' | 'state_digest'> & Partial<Pick<Entry, 'state_digest'>>,
): number {
  return db
    .transaction(() => writeEntry(db, { revision: null, row_digest: null, state_digest: null, ...about }))
    .immediate();
}
