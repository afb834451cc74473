/** Puts a backup in the place of the database. What was there before is kept beside it. */
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { Refusal } from '../../contract/shared/errors.ts';
import { systemCode, translateReadError, translateWriteError } from '../../core/system/file-errors.ts';
import { RESTORED } from './compare-log.ts';
import { BUSY_TIMEOUT_MS } from './immediate-dialect.ts';
import { READ_HERE } from './inspect-backup.ts';
import { leaveWal } from './leave-wal.ts';
import { appendEntry } from './log-chain.ts';
import { copiesFolder, DATABASE_FILE, openFile, prepareFolder } from './open-file.ts';
import { takePendingSteps } from './pending-steps.ts';
import { sealWhatStood } from './row-seals.ts';
import { flushFile, removeAbandoned, scratchName } from './scratch.ts';
import { ownOnly } from './folder-rights.ts';
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
async function takeCopy(chosen: string, copy: string, check: (path: string) => Promise<void>): Promise<void> {
  try {
    copyFileSync(chosen, copy);
  } catch (error) {
    throw systemCode(error) === 'ENOSPC' ? error : translateReadError(error, chosen);
  }
  try {
    await check(copy);
  } catch (error) {
    if (error instanceof Refusal && 'file' in error.details)
      throw new Refusal(error.code, { ...error.details, file: chosen }, { cause: error });
    throw error;
  }
}

/** The database cannot be opened, or must not be because of what somebody put into it. */
const isDamage = (error: unknown, folder: string): boolean => {
  const refusal = translateSqliteError(error, folder);
  return (
    refusal instanceof Refusal &&
    ['database-damaged', 'database-foreign', 'database-foreign-part'].includes(refusal.code)
  );
};

interface Place {
  readonly folder: string;
  /** Hidden folder for what is on its way. */
  readonly scratch: string;
  readonly stamp: string;
}

/** The damaged file as it is, with its log files. */
function keepDamaged({ folder, scratch, stamp }: Place): string {
  const aside = freePath(copiesFolder(folder), `damaged-${stamp}`);
  for (const ending of ['-wal', '-shm', '']) {
    const file = join(folder, DATABASE_FILE + ending);
    if (!existsSync(file)) continue;
    const copy = join(scratch, `damaged${ending}`);
    copyFileSync(file, copy);
    flushFile(copy);
    ownOnly(folder, copy);
    renameSync(copy, aside + ending);
  }
  return aside;
}

/** Everything that is stored now, in one file. */
function keepFormer(current: Sqlite.Database, { folder, scratch, stamp }: Place): string {
  const former = freePath(copiesFolder(folder), `before-restore-${stamp}`);
  const copy = join(scratch, 'former.db');
  rmSync(copy, { force: true });
  try {
    current.prepare('VACUUM INTO ?').run(copy);
  } catch (error) {
    // It opens, but a part of it cannot be read.
    if (isDamage(error, folder)) return keepDamaged({ folder, scratch, stamp });
    throw error;
  }
  flushFile(copy);
  ownOnly(folder, copy);
  renameSync(copy, former);
  return former;
}

/**
 * A database that cannot even be opened: the new one takes its name in one step. A log of the old file must never stand beside the new
 * one, because SQLite would play it back.
 */
function replaceDamaged(source: string, place: Place): string {
  const target = join(place.folder, DATABASE_FILE);
  const aside = keepDamaged(place);
  for (const ending of ['-wal', '-shm']) rmSync(target + ending, { force: true });
  flushFile(source);
  renameSync(source, target);
  openFile(place.folder).close();
  return aside;
}

/**
 * SQLite's online copy writes the pages under SQLite's own locks, so that a window that has the file open sees either the old or the new
 * state. Nobody can write from the moment the former state is copied until the new one is in place: nothing falls between the two.
 */
async function replaceContent(source: Sqlite.Database, folder: string, keep: () => string): Promise<string> {
  const until = performance.now() + BUSY_TIMEOUT_MS;
  const kept: string[] = [];
  try {
    for (;;) {
      const { totalPages } = await source.backup(join(folder, DATABASE_FILE), {
        // Called first when the lock is held and no page is written yet.
        progress: () => {
          if (kept.length === 0) kept.push(keep());
          return PAGES_AT_ONCE;
        },
      });
      const [former] = kept;
      // A target that is locked is answered with "no pages remain", because none has been counted yet.
      if (former !== undefined && totalPages > 0) return former;
      if (performance.now() > until) throw new Refusal('database-busy', { folder });
      await sleep(20);
    }
  } catch (error) {
    // Nothing was replaced, so nothing needs a copy; on a full disk it would be in the way.
    for (const former of kept) for (const ending of ['', '-wal', '-shm']) rmSync(former + ending, { force: true });
    throw error;
  }
}

/** @returns path of the copy of the former state. */
async function replace(source: string, place: Place): Promise<string> {
  let current: Sqlite.Database;
  try {
    current = openFile(place.folder);
  } catch (error) {
    if (isDamage(error, place.folder)) return replaceDamaged(source, place);
    throw error;
  }
  const db = new Sqlite(source);
  try {
    const former = await replaceContent(db, place.folder, () => keepFormer(current, place));
    // SQLite's copy does not wait for the medium; this does.
    current.pragma('wal_checkpoint(PASSIVE)');
    return former;
  } finally {
    db.close();
    current.close();
  }
}

/**
 * Refuses with `backup-invalid`, `backup-foreign-part`, `database-newer`, `file-missing`, `file-unreadable`, `database-busy`, `disk-full`.
 * The log of what was brought back tells of it, so that nobody takes its end for one that was cut.
 * `check` looks into the copy, which may be anybody's file; the host gives the one behind the fence.
 * @returns path of the copy of the former database, or null when there was none.
 */
export async function restoreDatabase(
  backupFile: string,
  folder: string,
  stamp: string,
  {
    by,
    check = READ_HERE.check,
  }: {
    readonly by?: { readonly actor: string; readonly at: string };
    readonly check?: (path: string) => Promise<void>;
  } = {},
): Promise<string | null> {
  if (!existsSync(backupFile)) throw new Refusal('file-missing', { file: backupFile });
  const hadDatabase = existsSync(join(folder, DATABASE_FILE));
  prepareFolder(folder);
  removeAbandoned(folder, Date.now());
  // Beside the data: the space is needed there anyway, and nobody else can read it.
  const scratch = join(folder, scratchName());
  try {
    mkdirSync(scratch, { mode: 0o700 });
    const source = join(scratch, DATABASE_FILE);
    await takeCopy(backupFile, source, check);
    // Brought up to date before it goes in: a window that is open never meets an older schema.
    const restored = openFile(scratch);
    try {
      // An older backup has no seals yet, and the window that is open brings none for what it did not write.
      if (by) {
        sealWhatStood(restored, by);
        takePendingSteps(restored, by);
      }
      if (by) appendEntry(restored, { ...by, action: RESTORED, entity: 'backup', entity_id: basename(backupFile) });
    } finally {
      restored.close();
    }
    leaveWal(source);
    const former = await replace(source, { folder, scratch, stamp });
    if (hadDatabase) return former;
    rmSync(former, { force: true });
    return null;
  } catch (error) {
    throw translateSqliteError(translateWriteError(error, folder), folder);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
