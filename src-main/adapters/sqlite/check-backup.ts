/** Is this file a whole Stellwerk database that this version can read, with nothing in it that could be executed? */
import Sqlite from 'better-sqlite3';
import { Refusal } from '../../contract/shared/errors.ts';
import { schemaPartName } from '../../contract/backup/texts-de.ts';
import type { LogEnd } from '../../core/ports/ports.ts';
import { logEndOf } from './compare-log.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { APPLICATION_ID } from './open-file.ts';
import { schemaDifference } from './schema.ts';
import { translateBackupError } from './sqlite-errors.ts';

/**
 * Answers where its log ends. Refuses with `backup-invalid`, `backup-foreign-part`, `database-newer`, and with `file-unreadable` when it is out of reach. The list of tables and triggers is read before anything else
 * is: a view or a virtual table in the file never gets to work.
 */
export function checkBackup(path: string): { readonly logEnd: LogEnd | null } {
  let db: Sqlite.Database | undefined;
  try {
    db = new Sqlite(path, { readonly: true, fileMustExist: true });
    db.pragma('trusted_schema = OFF');
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID)
      throw new Refusal('backup-invalid', { file: path });
    const version = db.pragma('user_version', { simple: true }) as number;
    if (version > MIGRATIONS.length) throw new Refusal('database-newer', { found: version, known: MIGRATIONS.length });
    const { foreign, missing } = schemaDifference(db, MIGRATIONS.slice(0, version));
    if (foreign.length > 0) {
      const parts = foreign.map(({ type, name }) => schemaPartName(type, name));
      throw new Refusal('backup-foreign-part', { file: path, parts });
    }
    const isWhole = (db.pragma('integrity_check(1)') as { integrity_check: string }[])[0]?.integrity_check === 'ok';
    if (!isWhole || missing.some(({ type }) => type === 'table')) throw new Refusal('backup-invalid', { file: path });
    return { logEnd: logEndOf(db) };
  } catch (cause) {
    throw translateBackupError(cause, path);
  } finally {
    db?.close();
  }
}
