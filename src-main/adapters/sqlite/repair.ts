/** What can be mended without losing anything: made anew from what is stored, or taken away because nothing uses it. */
import type Sqlite from 'better-sqlite3';
import type { Kysely } from 'kysely';
import type { Repair } from '../../contract/backup/shapes.ts';
import { assertNever } from '../../base/assert-never.ts';
import type { LongWork } from './long-work.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { canBeMade, schemaDifference } from './schema.ts';
import { sqliteEngine } from './sqlite-engine.ts';
import { removeUnusedBlobs } from '../sql/stores/attachment-store.ts';
import type { Tables } from '../sql/tables.ts';

export async function repairDatabase(
  repair: Exclude<Repair, 'office-profile'>,
  file: Sqlite.Database,
  db: Kysely<Tables>,
  longWork: LongWork,
): Promise<void> {
  switch (repair) {
    case 'search-index':
      await longWork('search-index', { file: file.name, keepsOld: false });
      return;
    case 'unused-files':
      return db.transaction().execute((trx) => removeUnusedBlobs(trx, sqliteEngine));
    case 'indexes':
      file.exec('REINDEX');
      return;
    case 'guards':
      file.transaction(() => {
        for (const part of schemaDifference(file, MIGRATIONS).missing) if (canBeMade(part)) file.exec(part.sql);
      })();
      return;
    default:
      return assertNever(repair);
  }
}
