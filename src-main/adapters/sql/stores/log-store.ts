/** What the log of changes says. */
import type { Kysely } from 'kysely';
import type { LogReader } from '../../../core/ports/ports.ts';
import { CLOCK_CONFIRMED } from '../../../core/clock/clock-fault.ts';
import type { Tables } from '../tables.ts';

export function logReader(db: Kysely<Tables>): LogReader {
  return {
    end: async () => {
      const last = db.selectFrom('change_log').select(['seq', 'hash', 'at']).orderBy('seq', 'desc').limit(1);
      return (await last.executeTakeFirst()) ?? null;
    },
    latestInstant: async () => {
      const confirmed = db
        .selectFrom('change_log')
        .select((eb) => eb.fn.max('seq').as('seq'))
        .where('action', '=', CLOCK_CONFIRMED);
      const row = await db
        .selectFrom('change_log')
        .select((eb) => eb.fn.max('at').as('at'))
        .where((eb) => eb('seq', '>=', eb.fn.coalesce(confirmed, eb.val(0))))
        .executeTakeFirst();
      return row?.at ?? null;
    },
    wasDone: async (action, entityId) => {
      const entries = db.selectFrom('change_log').select('seq').where('action', '=', action);
      return (await entries.where('entity_id', '=', entityId).limit(1).executeTakeFirst()) !== undefined;
    },
  };
}
