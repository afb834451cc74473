/** Versions of statements and the row of numbers. */
import type { Kysely } from 'kysely';
import type { NumberEntry, NumberWriter, VersionWriter } from '../../../core/ports/ports.ts';
import type { Tables } from '../tables.ts';

export interface Actor {
  readonly name: string;
  readonly now: () => string;
}

export function versionStore(db: Kysely<Tables>, actor: Actor): VersionWriter {
  return {
    keep: async ({ statementId, revision, snapshot, at, mergeWithinMs }) => {
      const last = await db
        .selectFrom('version')
        .selectAll()
        .where('statement_id', '=', statementId)
        .orderBy('revision', 'desc')
        .limit(1)
        .executeTakeFirst();
      const age = last ? Date.parse(at) - Date.parse(last.at) : Infinity;
      const merges =
        last?.name === null && last.actor === actor.name && last.revision > 1 && age >= 0 && age < mergeWithinMs;
      if (merges) {
        await db
          .updateTable('version')
          .set({ revision, snapshot_json: snapshot })
          .where('statement_id', '=', statementId)
          .where('revision', '=', last.revision)
          .execute();
        return;
      }
      await db
        .insertInto('version')
        .values({ statement_id: statementId, revision, snapshot_json: snapshot, name: null, at, actor: actor.name })
        .execute();
    },
    statementsWithVersions: async () =>
      (await db.selectFrom('version').select('statement_id').distinct().execute()).map((row) => row.statement_id),
    of: (statementId) =>
      db
        .selectFrom('version')
        .select(['revision', 'at', 'name'])
        .where('statement_id', '=', statementId)
        .orderBy('revision')
        .execute(),
    drop: async (statementId, revisions) => {
      for (const revision of revisions) {
        await db
          .deleteFrom('version')
          .where('statement_id', '=', statementId)
          .where('revision', '=', revision)
          .where('name', 'is', null)
          .execute();
      }
    },
  };
}

const entryOf = (row: Tables['number_entry']): NumberEntry => ({
  class: row.class,
  year: row.year,
  number: row.n,
  suffix: row.suffix,
  state: row.state,
  givenBy: row.given_by,
  paperId: row.paper_id,
  reason: row.reason,
});

export function numberStore(db: Kysely<Tables>, actor: Actor): NumberWriter {
  return {
    highest: async (className, year) => {
      const row = await db
        .selectFrom('number_entry')
        .select((eb) => eb.fn.max('n').as('highest'))
        .where('class', '=', className)
        .where('year', '=', year)
        .where('state', '<>', 'free')
        .executeTakeFirst();
      return row?.highest ?? 0;
    },
    find: async (className, year, number, suffix) => {
      const row = await db
        .selectFrom('number_entry')
        .selectAll()
        .where('class', '=', className)
        .where('year', '=', year)
        .where('n', '=', number)
        .where('suffix', '=', suffix)
        .executeTakeFirst();
      return row && entryOf(row);
    },
    list: async (className, year) => {
      const rows = await db
        .selectFrom('number_entry')
        .selectAll()
        .where('class', '=', className)
        .where('year', '=', year)
        .orderBy('n')
        .orderBy('suffix')
        .execute();
      return rows.map(entryOf);
    },
    put: async (entry) => {
      const row = {
        state: entry.state,
        given_by: entry.givenBy,
        paper_id: entry.paperId,
        reason: entry.reason,
        at: actor.now(),
        actor: actor.name,
      };
      await db
        .insertInto('number_entry')
        .values({ class: entry.class, year: entry.year, n: entry.number, suffix: entry.suffix, ...row })
        .onConflict((conflict) => conflict.columns(['class', 'year', 'n', 'suffix']).doUpdateSet(row))
        .execute();
    },
  };
}
