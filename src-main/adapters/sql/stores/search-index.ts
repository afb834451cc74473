/** The words of one paper, gathered for the index. */
import type { Kysely } from 'kysely';
import { plainParagraphs } from '../../../record/rich-text/plain-text.ts';
import { FIELDS, furtherOf, valueAt, type StatementField } from '../../../record/statement-fields.ts';
import type { SqlEngine } from '../engine.ts';
import { indexedText } from '../search-words.ts';
import type { Tables } from '../tables.ts';
import { textIn } from './stored-text.ts';

const SEARCHED: readonly StatementField[] = FIELDS;
const SEARCHED_KEYS = SEARCHED.filter(({ isFurther, isSearched }) => isFurther && isSearched).map(({ key }) => key);

/** Further fields that are searched. */
function searchedLines(further: string): readonly string[] {
  const fields = furtherOf(JSON.parse(further) as object);
  return SEARCHED_KEYS.flatMap((key) => (valueAt(fields, key) as string | null) ?? []);
}

/** Writes the words of the paper into the engine's index. */
export async function indexPaper(db: Kysely<Tables>, { search }: SqlEngine, paperId: string): Promise<void> {
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
  const words = (parts: readonly (string | null | undefined)[]): string =>
    indexedText(parts.filter(Boolean).join('\n'));
  await search.putPaper(db, paper.no, {
    reference: words([paper.reference, paper.original_reference, ...related.map((row) => row.reference)]),
    name: words([paper.name]),
    originators: words(originators.flatMap((row) => [row.organization_text, row.person_text, row.function_text])),
    body: words([
      paper.lead_unit,
      statement?.hinge,
      ...searchedLines(statement?.further ?? '{}'),
      ...texts.flatMap((row) => plainParagraphs(textIn(row))),
    ]),
  });
}
