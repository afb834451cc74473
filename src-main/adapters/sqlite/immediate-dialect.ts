/** Kysely's SQLite dialect with immediate transactions: deferred ones fail with BUSY when two processes upgrade their locks. */
import { setTimeout as sleep } from 'node:timers/promises';
import { CompiledQuery, SqliteDialect, SqliteDriver, type DatabaseConnection, type SqliteDialectConfig } from 'kysely';

/** How long SQLite itself waits for another process, where it must. */
export const BUSY_TIMEOUT_MS = 5000;
/** How long a writer waits for its turn before it gives up with `database-busy`. */
const WRITE_WAIT_MS = 8_000;

export const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');

export interface ImmediateDialectConfig extends SqliteDialectConfig {
  readonly isInTransaction: () => boolean;
}

class ImmediateDriver extends SqliteDriver {
  readonly #isInTransaction: () => boolean;

  constructor(config: ImmediateDialectConfig) {
    super(config);
    this.#isInTransaction = config.isInTransaction;
  }

  /**
   * Waits outside SQLite: its own waiting would stop the whole program, and it sleeps ever longer, so that a process that writes without
   * pause could keep another one out until its time is over. Short random waits find the gaps.
   */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const until = performance.now() + WRITE_WAIT_MS;
    for (;;) {
      try {
        await connection.executeQuery(CompiledQuery.raw('pragma busy_timeout = 0'));
        await connection.executeQuery(CompiledQuery.raw('begin immediate'));
        return;
      } catch (error) {
        if (!isBusy(error) || performance.now() > until) throw error;
      } finally {
        await connection.executeQuery(CompiledQuery.raw(`pragma busy_timeout = ${BUSY_TIMEOUT_MS}`));
      }
      await sleep(1 + Math.random() * 8);
    }
  }

  /** On a full disk SQLite has rolled back already; a second rollback would fail and hide the reason. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#isInTransaction()) await super.rollbackTransaction(connection);
  }
}

export class ImmediateSqliteDialect extends SqliteDialect {
  readonly #config: ImmediateDialectConfig;

  constructor(config: ImmediateDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): ImmediateDriver {
    return new ImmediateDriver(this.#config);
  }
}
