/** The database port over better-sqlite3 and Kysely: reads in one state, writes one at a time in immediate transactions. */
import { mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import type {
  BackupPort,
  Clock,
  Database,
  LogWriter,
  ReadStores,
  StrangersBackups,
  WriteStores,
} from '../../core/ports/ports.ts';
import { backupFolder } from './backup-folder.ts';
import { compareWithEnd } from './compare-log.ts';
import { copyState } from './copy-state.ts';
import { durabilityOf } from './examine.ts';
import { ImmediateSqliteDialect } from './immediate-dialect.ts';
import { READ_HERE } from './inspect-backup.ts';
import { leaveWal } from './leave-wal.ts';
import { workHere, type LongWork } from './long-work.ts';
import { openFile } from './open-file.ts';
import { repairDatabase } from './repair.ts';
import { takePendingSteps } from './pending-steps.ts';
import { removeAbandoned, removeScratch, scratchName } from './scratch.ts';
import { keepingStatements } from './statement-cache.ts';
import { translateSqliteError } from './sqlite-errors.ts';
import { noteTouchedRows, sealWhatStood } from './row-seals.ts';
import { SEARCH_FORM } from '../sql/search-words.ts';
import { preferenceStore } from '../sql/stores/setting-store.ts';
import { storesOver } from '../sql/stores.ts';
import type { Actor } from '../sql/stores/ledger-store.ts';
import { logReader } from '../sql/stores/log-store.ts';
import type { Tables } from '../sql/tables.ts';
import { sqliteEngine } from './sqlite-engine.ts';
import { transactionLog } from './transaction-log.ts';

/** Which form the index of words has; absent in an office of an older program. */
const SEARCH_FORM_KEY = 'searchForm';

export interface OpenDatabase extends Database {
  readonly backups: BackupPort;
  close(): Promise<void>;
}

/** A transaction that only reads: other processes may commit meanwhile, what is read here stays one state. */
async function inOneState<T>(db: Kysely<Tables>, work: () => Promise<T>): Promise<T> {
  await sql`PRAGMA query_only = ON`.execute(db);
  await sql`BEGIN`.execute(db);
  try {
    return await work();
  } finally {
    await sql`COMMIT`.execute(db);
    await sql`PRAGMA query_only = OFF`.execute(db);
  }
}

export function openDatabase(options: {
  readonly folder: string;
  /** Whose work it is, asked anew with each transaction. */
  readonly actor: () => string;
  readonly clock: Clock;
  /** How a backup is read that a person brings. */
  readonly strangersBackups?: StrangersBackups;
  /** Where work is done that takes as long as the database is large; here, if nothing is said. */
  readonly longWork?: LongWork;
}): OpenDatabase {
  const { folder, clock, longWork = workHere } = options;
  const file = openFile(folder);
  try {
    const by = { actor: options.actor(), at: clock.now() };
    sealWhatStood(file, by);
    takePendingSteps(file, by);
  } catch (error) {
    file.close();
    throw translateSqliteError(error, folder);
  }
  const kysely = new Kysely<Tables>({
    dialect: new ImmediateSqliteDialect({
      database: keepingStatements(file),
      isInTransaction: () => file.inTransaction,
    }),
  });
  const currentActor = (): Actor => ({ name: options.actor(), now: clock.now });
  let ownChanges = 0;

  const readStores = (db: Kysely<Tables>, actor: Actor): ReadStores => ({
    ...storesOver(db, actor, sqliteEngine),
    log: logReader(db),
  });
  const writeStores = (db: Kysely<Tables>, log: LogWriter, actor: Actor): WriteStores => ({
    ...storesOver(db, actor, sqliteEngine),
    log,
  });
  const translated = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw translateSqliteError(error, folder);
    }
  };

  return {
    read: (work) => {
      const actor = currentActor();
      return translated(() => kysely.connection().execute((db) => inOneState(db, () => work(readStores(db, actor)))));
    },
    write: (work) => {
      const actor = currentActor();
      return translated(async () => {
        const result = await kysely.transaction().execute(async (db) => {
          noteTouchedRows(file);
          const log = transactionLog(db, file, actor);
          const done = await work(writeStores(db, log, actor));
          log.finish();
          return done;
        });
        ownChanges += 1;
        return result;
      });
    },
    changeMark: () => Promise.resolve((file.pragma('data_version', { simple: true }) as number) + ownChanges),
    backup: () =>
      translated(async () => {
        removeAbandoned(tmpdir(), Date.now(), 'backup-');
        const scratch = join(tmpdir(), scratchName('backup-'));
        try {
          mkdirSync(scratch, { mode: 0o700 });
          const copy = join(scratch, 'backup.db');
          await copyState(file.name, copy);
          leaveWal(copy);
          await longWork('check-copy', { path: copy });
          const day = clock.now().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
          return {
            fileName: `stellwerk-${day}.db`,
            mimeType: 'application/vnd.sqlite3',
            bytes: readFileSync(copy),
            isPrivate: true,
          };
        } finally {
          removeScratch(scratch);
        }
      }),
    backups: backupFolder({
      database: file,
      dataFolder: folder,
      actor: options.actor,
      now: clock.now,
      strangers: options.strangersBackups ?? READ_HERE,
      longWork,
    }),
    examine: () => translated(() => longWork('examine', { file: file.name, folder, durability: durabilityOf(file) })),
    compareLogEnd: (end) => translated(() => Promise.resolve(compareWithEnd(file, end))),
    reindex: () =>
      translated(async () => {
        const kept = preferenceStore(kysely);
        if ((await kept.all())[SEARCH_FORM_KEY] === SEARCH_FORM) return;
        await longWork('search-index', { file: file.name, keepsOld: true });
        await kysely.transaction().execute((db) => preferenceStore(db).put(SEARCH_FORM_KEY, SEARCH_FORM));
      }),
    repair: (repair) => translated(() => repairDatabase(repair, file, kysely, longWork)),
    close: async () => {
      await kysely.destroy();
    },
  };
}
