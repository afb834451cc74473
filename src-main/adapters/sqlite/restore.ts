/** Puts a backup in the place of the database. What was there before is kept beside it. */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Refusal } from '../../contract/errors.ts';
import { checkBackup } from './check-backup.ts';
import { leaveWal } from './leave-wal.ts';
import { DATABASE_FILE, openFile } from './open-file.ts';
import { translateSqliteError } from './sqlite-errors.ts';

/** A database that cannot even be opened is moved aside as it is, with its log files. */
function setAside(folder: string, stamp: string): string {
  const aside = join(folder, 'backups', `damaged-${stamp}.db`);
  for (const ending of ['', '-wal', '-shm']) {
    const file = join(folder, DATABASE_FILE + ending);
    if (!existsSync(file)) continue;
    copyFileSync(file, aside + ending);
    rmSync(file);
  }
  return aside;
}

/** Refusals name the file the person chose, not our copy of it. */
function checkCopy(copy: string, chosen: string): void {
  try {
    checkBackup(copy);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'backup-invalid')
      throw new Refusal('backup-invalid', { file: chosen }, { cause: error });
    throw error;
  }
}

/**
 * SQLite's online copy writes the pages under SQLite's own locks, so that a window that has the file open sees either the old or the new
 * state. Refuses with `backup-invalid`, `database-newer`, `file-missing`, `database-busy`.
 * @returns path of the copy of the former database, or null when there was none.
 */
export async function restoreDatabase(backupFile: string, folder: string, stamp: string): Promise<string | null> {
  if (!existsSync(backupFile)) throw new Refusal('file-missing', { file: backupFile });
  const target = join(folder, DATABASE_FILE);
  let former = join(folder, 'backups', `before-restore-${stamp}.db`);
  const hadDatabase = existsSync(target);
  const scratch = mkdtempSync(join(tmpdir(), 'stellwerk-restore-'));
  try {
    // The backup itself stays untouched, and may lie on a medium that is read-only.
    const source = join(scratch, DATABASE_FILE);
    copyFileSync(backupFile, source);
    checkCopy(source, backupFile);
    // Brought up to date before it goes in: a window that is open never meets an older schema.
    openFile(scratch).close();
    leaveWal(source);
    mkdirSync(join(folder, 'backups'), { recursive: true });
    if (hadDatabase) {
      try {
        const current = openFile(folder);
        current.prepare('VACUUM INTO ?').run(former);
        current.close();
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== 'database-damaged') throw error;
        former = setAside(folder, stamp);
      }
    }
    const db = new Sqlite(source);
    try {
      await db.backup(target);
    } finally {
      db.close();
    }
    openFile(folder).close();
    return hadDatabase ? former : null;
  } catch (error) {
    throw translateSqliteError(error, folder);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
