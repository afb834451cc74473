/** The log as a hash chain: each entry carries the hash of the one before, so that a changed or missing entry shows. */
import { createHash } from 'node:crypto';
import type Sqlite from 'better-sqlite3';
import type { ChangeLogTable } from './tables.ts';

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
  ];
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
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

/** For what happens outside of the stores, where no transaction of theirs runs. */
export function appendEntry(
  db: Sqlite.Database,
  {
    at,
    actor,
    action,
    entity,
    entity_id,
  }: Omit<ChangeLogTable, 'seq' | 'revision' | 'prev_hash' | 'hash' | 'row_digest'>,
): void {
  db.transaction(() => {
    const last = db.prepare('SELECT seq, hash FROM change_log ORDER BY seq DESC LIMIT 1').get() as
      Pick<ChangeLogTable, 'seq' | 'hash'> | undefined;
    const prev_hash = last?.hash ?? FIRST_HASH;
    const about = { at, actor, action, entity, entity_id, revision: null, row_digest: null };
    const entry = { seq: (last?.seq ?? 0) + 1, ...about, prev_hash };
    const columns = 'seq, at, actor, action, entity, entity_id, revision, prev_hash, hash, row_digest';
    const values = columns.replace(/\w+/g, '@$&');
    db.prepare(`INSERT INTO change_log (${columns}) VALUES (${values})`).run({ ...entry, hash: chainHash(entry) });
  }).immediate();
}
