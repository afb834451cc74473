/** Rich text in its table: validated on the way out, so that a foreign hand in the file is noticed and not printed. */
import type { Kysely } from 'kysely';
import { RICH_TEXT_VERSION, richTextSchema, type RichText } from '../../../record/rich-text/rich-text.ts';
import type { Tables } from '../tables.ts';

export async function readText(db: Kysely<Tables>, id: string): Promise<RichText> {
  const row = await db.selectFrom('rich_text').select('json').where('id', '=', id).executeTakeFirstOrThrow();
  return richTextSchema.parse(JSON.parse(row.json));
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
