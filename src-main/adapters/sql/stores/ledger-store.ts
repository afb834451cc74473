/** The row of numbers. */
import type { Kysely } from 'kysely';
import type { NumberEntry, NumberWriter } from '../../../core/ports/ports.ts';
import type { Tables } from '../tables.ts';

export interface Actor {
  readonly name: string;
  readonly now: () => string;
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
