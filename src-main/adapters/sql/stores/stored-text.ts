/** Rich text in its table: validated on the way out, so that a foreign hand in the file is noticed and not printed. */
import type { Kysely } from 'kysely';
import { Refusal } from '../../../contract/shared/errors.ts';
import { problems } from '../../../contract/shared/problems-de.ts';
import { readKept } from '../../../contract/shared/read-kept.ts';
import { keptThings } from '../../../contract/shared/kept-de.ts';
import { RICH_TEXT_FORM, RICH_TEXT_VERSION, type RichText } from '../../../record/rich-text/rich-text.ts';
import type { Tables } from '../tables.ts';

export const textIn = (row: { readonly json: string; readonly schema_version: number }): RichText =>
  readKept(RICH_TEXT_FORM, row.json, keptThings.text, row.schema_version);

/** Refuses with `kept-broken` where the text is gone, and as `readKept` does. */
export async function readText(db: Kysely<Tables>, id: string): Promise<RichText> {
  const row = await db
    .selectFrom('rich_text')
    .select(['json', 'schema_version'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Refusal('kept-broken', { what: keptThings.text, problem: problems.rowMissing });
  return textIn(row);
}

export async function writeText(db: Kysely<Tables>, id: string, text: RichText): Promise<string> {
  const row = { schema_version: RICH_TEXT_VERSION, json: JSON.stringify(text) };
  await db
    .insertInto('rich_text')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
  return id;
}
