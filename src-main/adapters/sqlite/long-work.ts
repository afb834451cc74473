/** Work on a database that takes as long as the database is large. Each has a connection of its own, so it may be done in another thread. */
import Sqlite from 'better-sqlite3';
import { Kysely } from 'kysely';
import type { DatabaseFinding, LogEnd } from '../../core/ports/ports.ts';
import { checkBackup } from './check-backup.ts';
import { examineDatabase, type Durability } from './examine.ts';
import { BUSY_TIMEOUT_MS, ImmediateSqliteDialect } from './immediate-dialect.ts';
import { rebuildSearch } from './rebuild-search.ts';
import type { Tables } from '../sql/tables.ts';

export interface LongTasks {
  /** Looks at everything in one state of the file. `durability`: of the connection the program writes with. */
  readonly examine: {
    readonly of: { readonly file: string; readonly folder: string; readonly durability: Durability };
    readonly answer: readonly DatabaseFinding[];
  };
  /** Whether a copy is whole; refuses as `checkBackup` does. */
  readonly 'check-copy': {
    readonly of: { readonly path: string };
    readonly answer: { readonly logEnd: LogEnd | null };
  };
  /** Writes the index of papers anew. */
  readonly 'search-index': {
    readonly of: { readonly file: string; readonly keepsOld: boolean };
    readonly answer: null;
  };
}

export type LongTask = keyof LongTasks;
export type LongWork = <T extends LongTask>(task: T, of: LongTasks[T]['of']) => Promise<LongTasks[T]['answer']>;

function connect(file: string): Sqlite.Database {
  const db = new Sqlite(file, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  return db;
}

function examined({ file, folder, durability }: LongTasks['examine']['of']): readonly DatabaseFinding[] {
  const db = connect(file);
  try {
    db.pragma('query_only = ON');
    return db.transaction(() => examineDatabase(db, folder, durability)).deferred();
  } finally {
    db.close();
  }
}

async function searchIndexed({ file, keepsOld }: LongTasks['search-index']['of']): Promise<null> {
  const database = connect(file);
  const dialect = new ImmediateSqliteDialect({ database, isInTransaction: () => database.inTransaction });
  const db = new Kysely<Tables>({ dialect });
  try {
    await rebuildSearch(db, keepsOld);
    return null;
  } finally {
    await db.destroy();
  }
}

const WORK: { readonly [T in LongTask]: (of: LongTasks[T]['of']) => Promise<LongTasks[T]['answer']> } = {
  examine: (of) => Promise.resolve(examined(of)),
  'check-copy': ({ path }) => Promise.resolve(checkBackup(path)),
  'search-index': searchIndexed,
};

/** In this thread, where nobody waits for a window: the command line, and the thread itself. */
export const workHere: LongWork = async (task, of) => WORK[task](of);
