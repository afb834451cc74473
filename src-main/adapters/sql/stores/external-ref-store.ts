/** What something is called where it came from. */
import type { Kysely } from 'kysely';
import type { ExternalRefWriter } from '../../../core/ports/ports.ts';
import type { Tables } from '../tables.ts';

export function externalRefStore(db: Kysely<Tables>): ExternalRefWriter {
  return {
    find: async ({ source, externalId, entity }) => {
      const row = await db
        .selectFrom('external_ref')
        .select('entity_id')
        .where('source', '=', source)
        .where('external_id', '=', externalId)
        .where('entity', '=', entity)
        .executeTakeFirst();
      return row?.entity_id;
    },
    put: async ({ source, externalId, entity }, entityId) => {
      await db
        .insertInto('external_ref')
        .values({ source, external_id: externalId, entity, entity_id: entityId })
        .onConflict((conflict) =>
          conflict.columns(['source', 'external_id', 'entity']).doUpdateSet({ entity_id: entityId }),
        )
        .execute();
    },
  };
}
