/** Unfinished work by its place in the window; everybody has their own. */
import type { Kysely } from 'kysely';
import type { UnfinishedWriter } from '../../../core/ports/store-ports.ts';
import type { Tables } from '../tables.ts';
import type { Actor } from './ledger-store.ts';

export function unfinishedStore(db: Kysely<Tables>, actor: Actor): UnfinishedWriter {
  return {
    at: async (place) => {
      const row = await db
        .selectFrom('unfinished')
        .select('text')
        .where('place', '=', place)
        .where('actor', '=', actor.name)
        .executeTakeFirst();
      return row?.text ?? null;
    },
    put: async (place, text) => {
      const at = actor.now();
      await db
        .insertInto('unfinished')
        .values({ place, actor: actor.name, text, at })
        .onConflict((conflict) => conflict.columns(['place', 'actor']).doUpdateSet({ text, at }))
        .execute();
    },
    remove: async (place) => {
      await db.deleteFrom('unfinished').where('place', '=', place).where('actor', '=', actor.name).execute();
    },
  };
}
