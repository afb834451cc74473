/** The log beside that of a backup: it goes on where the backup ended, or somebody cut it or wrote it anew. */
import Sqlite from 'better-sqlite3';
import { Refusal } from '../../contract/shared/errors.ts';
import type { LogComparison, LogEnd } from '../../core/ports/ports.ts';
import { translateReadError } from '../../core/system/file-errors.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { APPLICATION_ID } from './open-file.ts';
import { foreignParts } from './schema.ts';
import { translateBackupError } from './sqlite-errors.ts';

/** A backup took the place of the data: what the log said after it is in the copy of the former state. */
export const RESTORED = 'backup-restored';

export function logEndOf(db: Sqlite.Database): LogEnd | null {
  const last = db.prepare('SELECT seq, hash, at FROM change_log ORDER BY seq DESC LIMIT 1').get();
  return (last as LogEnd | undefined) ?? null;
}

const hashAt = (db: Sqlite.Database, seq: number): string | undefined =>
  db.prepare('SELECT hash FROM change_log WHERE seq = ?').pluck().get(seq) as string | undefined;

function relationTo(db: Sqlite.Database, end: LogEnd): 'continues' | 'shorter' | 'differs' {
  const hash = hashAt(db, end.seq);
  if (hash === undefined) return 'shorter';
  return hash === end.hash ? 'continues' : 'differs';
}

/** Of what was noted at the last backup; a backup that is out of reach leaves no more. */
export function compareWithEnd(db: Sqlite.Database, end: LogEnd): LogComparison {
  return { kind: relationTo(db, end), end };
}

/** Opened for reading, after a look at what is in it. Refuses with `backup-invalid`, `backup-foreign-part`. */
function openBackup(path: string): Sqlite.Database {
  let backup: Sqlite.Database | undefined;
  try {
    backup = new Sqlite(path, { readonly: true, fileMustExist: true });
    backup.pragma('trusted_schema = OFF');
    const isOurs = backup.pragma('application_id', { simple: true }) === APPLICATION_ID;
    const version = backup.pragma('user_version', { simple: true }) as number;
    if (!isOurs || version > MIGRATIONS.length) throw new Refusal('backup-invalid', { file: path });
    const parts = foreignParts(backup, MIGRATIONS.slice(0, version));
    if (parts.length > 0) throw new Refusal('backup-foreign-part', { file: path, parts: [...parts] });
    return backup;
  } catch (error) {
    backup?.close();
    throw translateBackupError(translateReadError(error, path), path);
  }
}

/**
 * A restored backup explains a shorter log, where the backup that is compared was made before: it knows nothing of the restoring. Order
 * is told by entries, never by clocks.
 */
export function compareWithBackup(db: Sqlite.Database, path: string): LogComparison {
  const backup = openBackup(path);
  try {
    const end = logEndOf(backup);
    if (!end) return { kind: 'continues', end };
    const kind = relationTo(db, end);
    if (kind === 'continues') return { kind, end };
    const restored = db
      .prepare('SELECT seq, hash FROM change_log WHERE action = ? ORDER BY seq DESC LIMIT 1')
      .get(RESTORED) as LogEnd | undefined;
    const isExplained = restored !== undefined && hashAt(backup, restored.seq) !== restored.hash;
    return { kind: isExplained ? 'restored' : kind, end };
  } finally {
    backup.close();
  }
}
