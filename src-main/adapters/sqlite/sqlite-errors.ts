/** From SQLite's result codes to what a person can do. Anything else stays what it is: unexpected. */
import { statfsSync } from 'node:fs';
import { Refusal } from '../../contract/shared/errors.ts';

/** With less room SQLite cannot make the files it works with beside the database. */
const LEAST_ROOM_BYTES = 64 * 1024;

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < LEAST_ROOM_BYTES;
  } catch {
    return false;
  }
}

/** Of a backup that a person chose: invalid only where SQLite reads it and finds no whole database, else out of reach for now. */
export function translateBackupError(error: unknown, file: string): Refusal {
  if (error instanceof Refusal) return error;
  const code = codeOf(error);
  const isOutOfReach = /^SQLITE_(?:BUSY|LOCKED|IOERR|CANTOPEN|READONLY|PERM|FULL|NOMEM)/.test(code);
  return new Refusal(isOutOfReach ? 'file-unreadable' : 'backup-invalid', { file }, { cause: error });
}

export function translateSqliteError(error: unknown, folder: string): unknown {
  if (error instanceof Refusal) return error;
  const code = codeOf(error);
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new Refusal('database-busy', { folder }, { cause: error });
  }
  // Where a file cannot be made or grow, SQLite does not say that the disk is full: the disk does.
  const isUnclear = code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN');
  if (code === 'SQLITE_FULL' || (isUnclear && isFull(folder)))
    return new Refusal('disk-full', { target: folder }, { cause: error });
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN') || code === 'SQLITE_PERM') {
    return new Refusal('data-folder-not-writable', { folder }, { cause: error });
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new Refusal('database-damaged', { folder }, { cause: error });
  }
  return error;
}
