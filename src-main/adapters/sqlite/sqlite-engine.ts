/** SQLite below the stores: its row numbers, and its full-text index with a search language of its own. */
import { sql, type SqlBool } from 'kysely';
import type { FullText, SqlEngine } from '../sql/engine.ts';
import { umlautForms, wordsOf } from '../sql/search-words.ts';

/** Words of a search: each must begin a word of the paper, with umlauts in either spelling. Null when nothing is left. */
export function matchExpression(text: string): string | null {
  const words = wordsOf(text);
  if (words.length === 0) return null;
  return words
    .map(
      (word) =>
        `(${umlautForms(word)
          .map((form) => `"${form}"*`)
          .join(' OR ')})`,
    )
    .join(' AND ');
}

const search: FullText = {
  putPaper: async (db, no, { reference, name, originators, body }) => {
    await sql`DELETE FROM paper_search WHERE rowid = ${no}`.execute(db);
    await sql`INSERT INTO paper_search (rowid, reference, name, originators, body)
      VALUES (${no}, ${reference}, ${name}, ${originators}, ${body})`.execute(db);
  },
  putFile: async (db, no, words) => {
    await sql`INSERT INTO file_search (rowid, body) VALUES (${no}, ${words})`.execute(db);
  },
  removeFile: async (db, no) => {
    await sql`DELETE FROM file_search WHERE rowid = ${no}`.execute(db);
  },
  found: (text) => {
    const match = matchExpression(text);
    if (match === null) return null;
    return [
      sql<SqlBool>`paper.no IN (SELECT rowid FROM paper_search WHERE paper_search MATCH ${match})`,
      sql<SqlBool>`paper.id IN (
        SELECT file.paper_id FROM file_search
        JOIN file_text ON file_text.no = file_search.rowid
        JOIN file ON file.sha512 = file_text.sha512
        WHERE file_search MATCH ${match} AND file.removed_at IS NULL)`,
    ];
  },
};

export const sqliteEngine: SqlEngine = {
  addedOrder: (table) => sql.ref(`${table}.rowid`),
  search,
};
