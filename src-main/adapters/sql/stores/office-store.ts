/** The office and its profile. */
import type { Kysely } from 'kysely';
import type { OfficeWriter } from '../../../core/ports/ports.ts';
import type { Tables } from '../tables.ts';

export function officeStore(db: Kysely<Tables>): OfficeWriter {
  return {
    get: async () => {
      const row = await db.selectFrom('office').selectAll().executeTakeFirst();
      return row && { kind: row.kind, profileJson: row.profile_json };
    },
    put: async ({ kind, profileJson }) => {
      const row = { kind, profile_json: profileJson };
      await db
        .insertInto('office')
        .values({ id: 1, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },
  };
}
