/** Is this file a whole Stellwerk database that this version can read? */
import Sqlite from 'better-sqlite3';
import { Refusal } from '../../contract/errors.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { APPLICATION_ID } from './open-file.ts';

export function checkBackup(path: string): void {
  let db: Sqlite.Database | undefined;
  let version: number;
  try {
    db = new Sqlite(path, { readonly: true, fileMustExist: true });
    const isOurs = db.pragma('application_id', { simple: true }) === APPLICATION_ID;
    const isWhole = (db.pragma('integrity_check(1)') as { integrity_check: string }[])[0]?.integrity_check === 'ok';
    version = db.pragma('user_version', { simple: true }) as number;
    if (!isOurs || !isWhole) throw new Refusal('backup-invalid', { file: path });
  } catch (cause) {
    throw cause instanceof Refusal ? cause : new Refusal('backup-invalid', { file: path }, { cause });
  } finally {
    db?.close();
  }
  if (version > MIGRATIONS.length) throw new Refusal('database-newer', { found: version, known: MIGRATIONS.length });
}
