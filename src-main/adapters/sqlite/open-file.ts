/** Opens the database file: folder checks, pragmas on every open, migrations in one transaction with a copy before. */
import { accessSync, constants, existsSync, mkdirSync, readFileSync, realpathSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Refusal } from '../../contract/shared/errors.ts';
import { closeContents, closeFolder, ownOnly, shareWithGroup } from './folder-rights.ts';
import { BUSY_TIMEOUT_MS, isBusy } from './immediate-dialect.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { isNetworkPath, parseMounts } from './network-path.ts';
import { flushFile, removeAbandoned, removeScratch, scratchName } from './scratch.ts';
import { foreignParts } from './schema.ts';
import { translateSqliteError } from './sqlite-errors.ts';

export const DATABASE_FILE = 'stellwerk.db';
/** "STWK": tells `file` and us that this is a Stellwerk database. */
export const APPLICATION_ID = 0x5354574b;

/** Refuses with `data-folder-not-writable`, `data-folder-on-network`. */
export function prepareFolder(folder: string): void {
  try {
    const isNew = mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined;
    const parent = dirname(folder);
    // The folder of the example office lies in that of the own one, and is shared with it; any other parent says nothing.
    if (isNew && existsSync(join(parent, DATABASE_FILE))) shareWithGroup(parent, folder);
    closeFolder(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new Refusal('data-folder-not-writable', { folder }, { cause });
  }
  const mounts = existsSync('/proc/self/mounts') ? parseMounts(readFileSync('/proc/self/mounts', 'utf8')) : [];
  if (isNetworkPath(realpathSync.native(folder), mounts)) throw new Refusal('data-folder-on-network', { folder });
}

/** SQLite does not wait for another process that switches a new file to WAL at the same moment: it answers BUSY at once. */
function switchToWal(db: Sqlite.Database): void {
  const until = Date.now() + BUSY_TIMEOUT_MS;
  for (;;) {
    try {
      db.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

/** A reopened WAL database silently runs with synchronous NORMAL, so every setting is set on every open. */
function setPragmas(db: Sqlite.Database): void {
  db.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  switchToWal(db);
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  // Without it, REPLACE deletes rows that triggers say are never deleted.
  db.pragma('recursive_triggers = ON');
  // What is noted during a transaction needs no file: a full disk has other worries.
  db.pragma('temp_store = MEMORY');
}

function versionOf(db: Sqlite.Database): number {
  return db.pragma('user_version', { simple: true }) as number;
}

interface Look {
  readonly version: number;
  readonly isForeign: boolean;
  /** Triggers, views and the like that no migration made. */
  readonly foreignParts: readonly string[];
}

/** Version, mark and tables of one state of the file: another process may be setting it up this very moment. Executes nothing of it. */
function lookAt(db: Sqlite.Database, migrations: readonly string[]): Look {
  db.pragma('trusted_schema = OFF');
  return db.transaction(() => {
    const version = versionOf(db);
    const isMarked = db.pragma('application_id', { simple: true }) === APPLICATION_ID;
    const tables = (db.prepare('SELECT count(*) AS n FROM sqlite_master').get() as { n: number }).n;
    // Somebody else's database, or ours with its mark destroyed: neither is touched.
    const isForeign = version === 0 ? tables > 0 && !isMarked : !isMarked;
    const isReadable = !isForeign && version <= migrations.length;
    return { version, isForeign, foreignParts: isReadable ? foreignParts(db, migrations.slice(0, version)) : [] };
  })();
}

/** Copies of former states lie beside the data. */
export function copiesFolder(folder: string): string {
  const copies = join(folder, 'backups');
  mkdirSync(copies, { recursive: true, mode: 0o700 });
  shareWithGroup(folder, copies);
  return copies;
}

/** Made anew after a migration that failed: the older copy would lack what was written since. */
function copyBeforeMigration(db: Sqlite.Database, folder: string, version: number): void {
  const copies = copiesFolder(folder);
  removeAbandoned(copies, Date.now());
  const scratch = join(copies, scratchName());
  try {
    db.prepare('VACUUM INTO ?').run(scratch);
    const copy = new Sqlite(scratch, { readonly: true });
    const copied = versionOf(copy);
    copy.close();
    // Another process has migrated meanwhile: the copy it made is the one from before.
    if (copied !== version) return;
    ownOnly(folder, scratch);
    flushFile(scratch);
    renameSync(scratch, join(copies, `before-version-${version + 1}.db`));
  } finally {
    removeScratch(scratch);
  }
}

function migrate(db: Sqlite.Database, folder: string, migrations: readonly string[]): void {
  const version = versionOf(db);
  if (version === migrations.length) return;
  if (version > 0) copyBeforeMigration(db, folder, version);
  db.transaction(() => {
    // Another process may have migrated while we waited for the lock.
    const current = versionOf(db);
    for (const migration of migrations.slice(current)) db.exec(migration);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${migrations.length}`);
  }).immediate();
}

/**
 * Opens or creates `stellwerk.db` in the folder. Refuses with `data-folder-not-writable`, `data-folder-on-network`, `database-newer`,
 * `database-damaged`, `database-foreign`, `database-foreign-part`, `database-busy`. `migrations` is only given by tests.
 */
export function openFile(folder: string, migrations: readonly string[] = MIGRATIONS): Sqlite.Database {
  prepareFolder(folder);
  let db: Sqlite.Database | undefined;
  try {
    const path = join(folder, DATABASE_FILE);
    db = new Sqlite(path, { timeout: BUSY_TIMEOUT_MS });
    closeContents(folder);
    // Looked at before anything is written: a newer or foreign file stays untouched.
    const { version, isForeign, foreignParts: parts } = lookAt(db, migrations);
    if (version > migrations.length) throw new Refusal('database-newer', { found: version, known: migrations.length });
    if (isForeign) throw new Refusal('database-foreign', { folder });
    if (parts.length > 0) throw new Refusal('database-foreign-part', { folder, parts: [...parts] });
    setPragmas(db);
    migrate(db, folder, migrations);
    return db;
  } catch (error) {
    db?.close();
    throw translateSqliteError(error, folder);
  }
}
