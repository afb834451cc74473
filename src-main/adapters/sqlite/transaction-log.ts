/** The log is only ever added to. The last entry of a transaction accounts for every row the transaction wrote. */
import type Sqlite from 'better-sqlite3';
import { CompiledQuery, type Kysely } from 'kysely';
import type { LogWriter } from '../../core/ports/ports.ts';
import type { Actor } from '../sql/stores/ledger-store.ts';
import { logReader } from '../sql/stores/log-store.ts';
import type { ChangeLogTable, Tables } from '../sql/tables.ts';
import { keptRowQueries, rowDigest } from './kept-rows.ts';
import { nextNumber, writeEntry } from './log-chain.ts';
import { takeSealChanges, writeSeals } from './row-seals.ts';

/** Where a transaction wrote rows and no entry: no row changes without one. */
const UNNAMED = { action: 'rows-written', entity: 'installation', entity_id: 'rows', revision: null, row_digest: null };

export interface TransactionLog extends LogWriter {
  /** Once everything else is written. */
  finish(): void;
}

/** `file` is the connection on which the transaction of `db` runs. */
export function transactionLog(db: Kysely<Tables>, file: Sqlite.Database, actor: Actor): TransactionLog {
  const read = logReader(db);
  const by = () => ({ at: actor.now(), actor: actor.name });
  /** The last entry waits for the end of the transaction: the chain then holds what all of it wrote. */
  let held: Omit<ChangeLogTable, 'seq' | 'prev_hash' | 'hash' | 'state_digest'> | null = null;
  const flush = (): void => {
    if (held) writeEntry(file, { ...held, state_digest: null });
    held = null;
  };
  /** Of the rows as they stand now: the entry is written behind them. */
  const digestOf = async (action: string, entityId: string): Promise<string | null> => {
    if (keptRowQueries(action, entityId, 1).length === 0) return null;
    const { before } = await db
      .selectFrom('change_log')
      .select((eb) => eb.fn.countAll<number>().as('before'))
      .where('action', '=', action)
      .where('entity_id', '=', entityId)
      .executeTakeFirstOrThrow();
    const found: unknown[][] = [];
    for (const { sql, parameters } of keptRowQueries(action, entityId, before + 1))
      found.push((await db.executeQuery(CompiledQuery.raw(sql, [...parameters]))).rows);
    return rowDigest(found);
  };
  return {
    end: () => {
      flush();
      return read.end();
    },
    latestInstant: () => {
      flush();
      return read.latestInstant();
    },
    wasDone: (action, entityId) => {
      flush();
      return read.wasDone(action, entityId);
    },
    append: async ({ action, entity, entityId, revision }) => {
      flush();
      const row_digest = await digestOf(action, entityId);
      held = { ...by(), action, entity, entity_id: entityId, revision, row_digest };
    },
    finish: () => {
      const seq = nextNumber(file);
      const written = takeSealChanges(file, seq);
      if (!written) return flush();
      writeEntry(file, { ...(held ?? { ...UNNAMED, ...by() }), state_digest: written.sum });
      held = null;
      writeSeals(file, written.changes, seq);
    },
  };
}
