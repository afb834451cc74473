/** Puts a backup in the place of the database. What was there before is kept beside it. */
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { Refusal } from '../../contract/errors.ts';
import { systemCode, translateReadError, translateWriteError } from '../../core/system/file-errors.ts';
import { checkBackup } from './check-backup.ts';
import { BUSY_TIMEOUT_MS } from './immediate-dialect.ts';
import { leaveWal } from './leave-wal.ts';
import { copiesFolder, DATABASE_FILE, openFile, prepareFolder } from './open-file.ts';
import { flushFile, removeAbandoned, scratchName } from './scratch.ts';
import { shareWithGroup } from './share-with-group.ts';
import { translateSqliteError } from './sqlite-errors.ts';

const PAGES_AT_ONCE = 100;

/** A path that is not in use: two restores within one second keep both former states. */
function freePath(folder: string, name: string): string {
  for (let n = 1; ; n += 1) {
    const path = join(folder, `${name}${n === 1 ? '' : `-${n}`}.db`);
    if (!existsSync(path)) return path;
  }
}

/** The backup itself stays untouched, and may lie on a medium that is read-only. Refusals name the file the person chose. */
function takeCopy(chosen: string, copy: string): void {
  try {
    copyFileSync(chosen, copy);
  } catch (error) {
    throw systemCode(error) === 'ENOSPC' ? error : translateReadError(error, chosen);
  }
  try {
    checkBackup(copy);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'backup-invalid')
      throw new Refusal('backup-invalid', { file: chosen }, { cause: error });
    throw error;
  }
}

/**
 * A database that cannot even be opened is put aside as it is, with its log files, and the new one takes its name in one step. A log of
 * the old file must never stand beside the new one: SQLite would play it back.
 */
function replaceDamaged(source: string, folder: string, scratch: string, stamp: string): string {
  const target = join(folder, DATABASE_FILE);
  const aside = freePath(copiesFolder(folder), `damaged-${stamp}`);
  for (const ending of ['-wal', '-shm', '']) {
    if (!existsSync(target + ending)) continue;
    const copy = join(scratch, `damaged${ending}`);
    copyFileSync(target + ending, copy);
    flushFile(copy);
    renameSync(copy, aside + ending);
  }
  for (const ending of ['-wal', '-shm']) rmSync(target + ending, { force: true });
  flushFile(source);
  renameSync(source, target);
  return aside;
}

/**
 * SQLite's online copy writes the pages under SQLite's own locks, so that a window that has the file open sees either the old or the new
 * state. Nobody can write from the moment the former state is copied until the new one is in place: nothing falls between the two.
 */
async function replaceContent(source: Sqlite.Database, folder: string, keepFormer: () => string): Promise<string> {
  const until = performance.now() + BUSY_TIMEOUT_MS;
  for (;;) {
    const kept = new Set<string>();
    const { totalPages } = await source.backup(join(folder, DATABASE_FILE), {
      // Called first when the lock is held and no page is written yet.
      progress: () => {
        if (kept.size === 0) kept.add(keepFormer());
        return PAGES_AT_ONCE;
      },
    });
    // A target that is locked is answered with "no pages remain", because none has been counted yet.
    const [former] = kept;
    if (former !== undefined && totalPages > 0) return former;
    if (performance.now() > until) throw new Refusal('database-busy', { folder });
    await sleep(20);
  }
}

/** @returns path of the copy of the former state. */
async function replace(source: string, folder: string, scratch: string, stamp: string): Promise<string> {
  let current: Sqlite.Database;
  try {
    current = openFile(folder);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'database-damaged') throw error;
    const aside = replaceDamaged(source, folder, scratch, stamp);
    openFile(folder).close();
    return aside;
  }
  const former = freePath(copiesFolder(folder), `before-restore-${stamp}`);
  const db = new Sqlite(source);
  try {
    await replaceContent(db, folder, () => {
      const copy = join(scratch, 'former.db');
      rmSync(copy, { force: true });
      current.prepare('VACUUM INTO ?').run(copy);
      flushFile(copy);
      shareWithGroup(folder, copy);
      renameSync(copy, former);
      return former;
    });
    // SQLite's copy does not wait for the medium; this does.
    current.pragma('wal_checkpoint(PASSIVE)');
    return former;
  } catch (error) {
    rmSync(former, { force: true });
    throw error;
  } finally {
    db.close();
    current.close();
  }
}

/**
 * Refuses with `backup-invalid`, `database-newer`, `file-missing`, `file-unreadable`, `database-busy`, `disk-full`.
 * @returns path of the copy of the former database, or null when there was none.
 */
export async function restoreDatabase(backupFile: string, folder: string, stamp: string): Promise<string | null> {
  if (!existsSync(backupFile)) throw new Refusal('file-missing', { file: backupFile });
  const hadDatabase = existsSync(join(folder, DATABASE_FILE));
  prepareFolder(folder);
  removeAbandoned(folder, Date.now());
  // Beside the data: the space is needed there anyway, and nobody else can read it.
  const scratch = join(folder, scratchName());
  try {
    mkdirSync(scratch, { mode: 0o700 });
    const source = join(scratch, DATABASE_FILE);
    takeCopy(backupFile, source);
    // Brought up to date before it goes in: a window that is open never meets an older schema.
    openFile(scratch).close();
    leaveWal(source);
    const former = await replace(source, folder, scratch, stamp);
    if (hadDatabase) return former;
    rmSync(former, { force: true });
    return null;
  } catch (error) {
    throw translateSqliteError(translateWriteError(error, folder), folder);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
