/** The index of papers, written anew from the papers; words of attachments are read again when they are next looked for. */
import { sql, type Kysely } from 'kysely';
import { indexPaper } from '../sql/stores/search-index.ts';
import { sqliteEngine } from './sqlite-engine.ts';
import type { Tables } from '../sql/tables.ts';

/** So many papers at a time: whoever wants to write meanwhile comes in between. */
const AT_A_TIME = 100;

/**
 * What a killed run leaves is an index with gaps, which the examination finds and offers to mend again. `keepsOld`: papers are found by what
 * is there until their words are written anew.
 */
export async function rebuildSearch(db: Kysely<Tables>, keepsOld: boolean): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (!keepsOld) await sql`INSERT INTO paper_search (paper_search) VALUES ('delete-all')`.execute(trx);
    await sql`INSERT INTO file_search (file_search) VALUES ('delete-all')`.execute(trx);
    await trx.deleteFrom('file_text').execute();
  });
  const papers = await db.selectFrom('paper').select('id').orderBy('no').execute();
  for (let from = 0; from < papers.length; from += AT_A_TIME) {
    await db.transaction().execute(async (trx) => {
      for (const { id } of papers.slice(from, from + AT_A_TIME)) await indexPaper(trx, sqliteEngine, id);
    });
  }
}
