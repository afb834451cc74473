/** A copy of the database as it is at one moment, page by page, so that the window stays quick. */
import Sqlite from 'better-sqlite3';
import { Refusal } from '../../contract/shared/errors.ts';
import { BUSY_TIMEOUT_MS } from './immediate-dialect.ts';

/**
 * On a connection of its own that keeps reading one state: otherwise SQLite begins the copy anew with each change of another process, and
 * a large database under steady work would never be backed up.
 */
export async function copyState(from: string, to: string): Promise<void> {
  const db = new Sqlite(from, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  try {
    db.exec('BEGIN');
    db.prepare('SELECT count(*) FROM sqlite_master').get();
    const { totalPages } = await db.backup(to);
    // A locked file is answered with "no pages remain", because none has been counted yet.
    if (totalPages === 0) throw new Refusal('database-busy', { folder: from });
    db.exec('COMMIT');
  } finally {
    db.close();
  }
}
