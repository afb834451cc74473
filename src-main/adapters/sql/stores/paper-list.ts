/** The register's list: filters, search, keyset paging. */
import { sql, type Expression, type ExpressionBuilder, type Kysely, type SqlBool } from 'kysely';
import { Refusal } from '../../../contract/shared/errors.ts';
import type { PaperQuery, PaperSummary } from '../../../contract/paper/shapes.ts';
import { originatorLine } from '../../../core/statement/originator-line.ts';
import type { SqlEngine } from '../engine.ts';
import type { PaperTable, Tables } from '../tables.ts';
import { discardedIds } from './bin-store.ts';
import { titlePatterns } from '../search-words.ts';
import { storedPaperType, storedPublicity } from './stored-words.ts';

type PaperRow = Omit<PaperTable, 'no' | 'received_on'> & { state: PaperSummary['state'] };
type Builder = ExpressionBuilder<Tables & { statement: Tables['statement'] }, 'paper'>;

function conditions(query: PaperQuery, engine: SqlEngine) {
  return (eb: Builder) => {
    const parts: Expression<SqlBool>[] = [
      eb.not(eb('paper.id', 'in', eb.selectFrom('discarded_paper').select('paper_id'))),
    ];
    if (query.class !== undefined) parts.push(eb('paper.class', '=', query.class));
    if (query.paperType !== undefined) parts.push(eb('paper.paper_type', '=', query.paperType));
    if (query.year !== undefined) parts.push(eb('paper.year', '=', query.year));
    if (query.state !== undefined) {
      parts.push(sql<SqlBool>`paper.id IN (SELECT paper_id FROM statement WHERE state = ${query.state})`);
    }
    if (query.text.trim() !== '') {
      const found = engine.search.found(query.text);
      const inTitle = titlePatterns(query.text).map(
        (pattern) => sql<SqlBool>`paper.name_folded LIKE ${pattern} ESCAPE '\\'`,
      );
      // Signs alone are in no word: then nothing is found, not everything.
      parts.push(eb.or([...(found ?? [sql<SqlBool>`1 = 0`]), ...inTitle]));
    }
    return eb.and(parts);
  };
}

/** Paging key: sort key and id of the last row, joined by a character neither contains. */
function readCursor(after: string): { sortKey: string; id: string } {
  const [sortKey, id, ...rest] = after.split('~');
  if (sortKey === undefined || id === undefined || rest.length > 0)
    throw new Refusal('input-invalid', { problem: 'after' });
  return { sortKey, id };
}

async function summaries(db: Kysely<Tables>, rows: readonly PaperRow[]): Promise<PaperSummary[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const relations = await db
    .selectFrom('paper_relation')
    .innerJoin('paper as from_paper', 'from_paper.id', 'paper_relation.from_id')
    .innerJoin('paper as to_paper', 'to_paper.id', 'paper_relation.to_id')
    .select([
      'from_id',
      'to_id',
      'from_paper.reference as from_reference',
      'from_paper.paper_type as from_type',
      'to_paper.reference as to_reference',
      'to_paper.paper_type as to_type',
      'to_paper.printed_originators as to_printed',
    ])
    .where('kind', '=', 'answers')
    .where('from_id', 'not in', discardedIds(db))
    .where('to_id', 'not in', discardedIds(db))
    .where((eb) => eb.or([eb('from_id', 'in', ids), eb('to_id', 'in', ids)]))
    .orderBy('seq')
    .execute();
  const originatorIds = [...new Set([...ids, ...relations.map((row) => row.to_id)])];
  const originators = await db
    .selectFrom('paper_originator')
    .selectAll()
    .where('paper_id', 'in', originatorIds)
    .orderBy('seq')
    .execute();
  const lineOf = (paperId: string): string =>
    originatorLine(
      originators
        .filter((row) => row.paper_id === paperId)
        .map((row) => ({ organization: row.organization_text, person: row.person_text, function: row.function_text })),
    );
  return rows.map((row) => {
    const answered = relations.filter((relation) => relation.from_id === row.id);
    const answering = relations.filter((relation) => relation.to_id === row.id);
    const own = row.printed_originators || lineOf(row.id);
    const line =
      row.paper_type === 'statement'
        ? answered
            .map((relation) => relation.to_printed || lineOf(relation.to_id))
            .filter(Boolean)
            .join('; ')
        : own;
    return {
      id: row.id,
      paperType: storedPaperType(row.paper_type),
      reference: row.reference,
      name: row.name,
      date: row.date,
      publicity: storedPublicity(row.publicity),
      leadUnit: row.lead_unit,
      state: row.state,
      related: [
        ...answered.map((relation) => ({
          id: relation.to_id,
          reference: relation.to_reference,
          paperType: storedPaperType(relation.to_type),
        })),
        ...answering.map((relation) => ({
          id: relation.from_id,
          reference: relation.from_reference,
          paperType: storedPaperType(relation.from_type),
        })),
      ],
      originators: line.slice(0, 2000),
      updatedAt: row.updated_at,
    };
  });
}

const selectRows = (db: Kysely<Tables>) =>
  db
    .selectFrom('paper')
    .select((eb) => [
      'paper.id',
      'paper.paper_type',
      'paper.class',
      'paper.reference',
      'paper.original_reference',
      'paper.year',
      'paper.name',
      'paper.name_folded',
      'paper.date',
      'paper.publicity',
      'paper.lead_unit',
      'paper.printed_originators',
      'paper.text_id',
      'paper.sort_key',
      'paper.revision',
      'paper.updated_at',
      eb.selectFrom('statement').select('state').whereRef('statement.paper_id', '=', 'paper.id').as('state'),
    ]);

export async function summaryOf(db: Kysely<Tables>, id: string): Promise<PaperSummary> {
  const row = await selectRows(db).where('paper.id', '=', id).executeTakeFirstOrThrow();
  const [summary] = await summaries(db, [row]);
  if (!summary) throw new Error(`no summary of paper ${id}`);
  return summary;
}

export async function listPapers(
  db: Kysely<Tables>,
  engine: SqlEngine,
  query: PaperQuery,
): Promise<{ items: PaperSummary[]; next: string | null; total: number }> {
  const where = conditions(query, engine);
  const { total } = await db
    .selectFrom('paper')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where(where)
    .executeTakeFirstOrThrow();
  let select = selectRows(db)
    .where(where)
    .orderBy('paper.sort_key', 'desc')
    .orderBy('paper.id', 'desc')
    .limit(query.limit + 1);
  if (query.after !== undefined) {
    const cursor = readCursor(query.after);
    select = select.where(sql<SqlBool>`(paper.sort_key, paper.id) < (${cursor.sortKey}, ${cursor.id})`);
  }
  const rows = await select.execute();
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: await summaries(db, page),
    next: rows.length > query.limit && last ? `${last.sort_key}~${last.id}` : null,
    total,
  };
}
