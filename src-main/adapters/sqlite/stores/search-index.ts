/** Full-text index of one paper, and the query for it. The only file with SQLite's own search language. */
import { sql, type Kysely } from 'kysely';
import { plainParagraphs } from '../../../record/rich-text/plain-text.ts';
import { fold } from '../../../base/fold.ts';
import { FIELDS, furtherOf, valueAt, type StatementField } from '../../../record/statement-fields.ts';
import type { Tables } from '../tables.ts';
import { textIn } from './stored-text.ts';

const MOST_VARIANTS = 16;

/** "mueller" may mean "müller" (folded "muller"), "neue" may not: every ae, oe, ue is tried both ways. */
function umlautForms(word: string): readonly string[] {
  let forms = [''];
  for (const part of word.split(/([aou]e)/)) {
    const variants = /^[aou]e$/.test(part) ? [part, part.slice(0, 1)] : [part];
    const next = forms.flatMap((form) => variants.map((variant) => form + variant));
    forms = next.length > MOST_VARIANTS ? forms.map((form) => form + part) : next;
  }
  return [...new Set(forms)];
}

const searched = (text: string): string => fold(text.replace(/[\u0000-\u001f]/g, ' ')).trim();

/** Words of a search: each must begin a word of the paper, with umlauts in either spelling. Null when nothing is left. */
export function matchExpression(text: string): string | null {
  const words = searched(text).match(/[\p{L}\p{N}]+/gu) ?? [];
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

/** For LIKE with ESCAPE '\\': finds the words inside titles ("behoerde" in "Ausländerbehörde"). Empty when there is nothing to look for. */
export function titlePatterns(text: string): readonly string[] {
  const wanted = searched(text);
  return wanted === '' ? [] : umlautForms(wanted).map((form) => `%${form.replace(/[\\%_]/g, '\\$&')}%`);
}

const SEARCHED: readonly StatementField[] = FIELDS;
const SEARCHED_KEYS = SEARCHED.filter(({ isFurther, isSearched }) => isFurther && isSearched).map(({ key }) => key);

/** Further fields that are searched. */
function searchedLines(further: string): readonly string[] {
  const fields = furtherOf(JSON.parse(further) as object);
  return SEARCHED_KEYS.flatMap((key) => (valueAt(fields, key) as string | null) ?? []);
}

export async function indexPaper(db: Kysely<Tables>, paperId: string): Promise<void> {
  const paper = await db.selectFrom('paper').selectAll().where('id', '=', paperId).executeTakeFirstOrThrow();
  const statement = await db
    .selectFrom('statement')
    .select(['quotation_id', 'reply_id', 'hinge', 'further'])
    .where('paper_id', '=', paperId)
    .executeTakeFirst();
  const textIds = [paper.text_id, statement?.quotation_id, statement?.reply_id].filter(
    (id): id is string => typeof id === 'string',
  );
  const texts =
    textIds.length === 0
      ? []
      : await db.selectFrom('rich_text').select(['json', 'schema_version']).where('id', 'in', textIds).execute();
  const related = await db
    .selectFrom('paper_relation')
    .innerJoin('paper as answered', 'answered.id', 'paper_relation.to_id')
    .select(['answered.id', 'answered.reference'])
    .where('from_id', '=', paperId)
    .execute();
  const originators = await db
    .selectFrom('paper_originator')
    .select(['organization_text', 'person_text', 'function_text'])
    .where('paper_id', 'in', [paperId, ...related.map((row) => row.id)])
    .execute();
  const columns = {
    reference: [paper.reference, paper.original_reference, ...related.map((row) => row.reference)],
    name: [paper.name],
    originators: originators.flatMap((row) => [row.organization_text, row.person_text, row.function_text]),
    body: [
      paper.lead_unit,
      statement?.hinge,
      ...searchedLines(statement?.further ?? '{}'),
      ...texts.flatMap((row) => plainParagraphs(textIn(row))),
    ],
  };
  const folded = Object.values(columns).map((parts) => fold(parts.filter(Boolean).join('\n')));
  await sql`DELETE FROM paper_search WHERE rowid = ${paper.no}`.execute(db);
  await sql`INSERT INTO paper_search (rowid, reference, name, originators, body) VALUES (${paper.no}, ${folded[0]}, ${folded[1]}, ${folded[2]}, ${folded[3]})`.execute(
    db,
  );
}
