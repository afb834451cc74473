/** What can be mended without losing anything: made anew from what is stored, or taken away because nothing uses it. */
import type Sqlite from 'better-sqlite3';
import { sql, type Kysely } from 'kysely';
import type { Repair } from '../../contract/backup/shapes.ts';
import { assertNever } from '../../base/assert-never.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { canBeMade, schemaDifference } from './schema.ts';
import { removeUnusedBlobs } from './stores/attachment-store.ts';
import { indexPaper } from './stores/search-index.ts';
import type { Tables } from './tables.ts';

/** The index of papers is written anew from the papers; words of attachments are read again when they are next looked for. */
async function rebuildSearch(db: Kysely<Tables>): Promise<void> {
  await sql`INSERT INTO paper_search (paper_search) VALUES ('delete-all')`.execute(db);
  for (const { id } of await db.selectFrom('paper').select('id').execute()) await indexPaper(db, id);
  await sql`INSERT INTO file_search (file_search) VALUES ('delete-all')`.execute(db);
  await db.deleteFrom('file_text').execute();
}

export async function repairDatabase(
  repair: Exclude<Repair, 'office-profile'>,
  file: Sqlite.Database,
  db: Kysely<Tables>,
): Promise<void> {
  switch (repair) {
    case 'search-index':
      return db.transaction().execute(rebuildSearch);
    case 'unused-files':
      return db.transaction().execute(removeUnusedBlobs);
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
