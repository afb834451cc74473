/** Leaves write-ahead logging: the file stands alone afterwards. */
import Sqlite from 'better-sqlite3';

/** A backup is one file that can be opened where nothing may be written beside it. */
export function leaveWal(path: string): void {
  const db = new Sqlite(path);
  try {
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
  }
}
