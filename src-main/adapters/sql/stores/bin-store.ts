/** Papers in the bin: their rows stay as they are, an entry here hides them from every other reader. */
import { sql, type Kysely } from 'kysely';
import type { BinWriter } from '../../../core/ports/ports.ts';
import type { SqlEngine } from '../engine.ts';
import type { Tables } from '../tables.ts';
import { storedPaperType } from './stored-words.ts';
import type { Actor } from './ledger-store.ts';

/** For `not in`: what every reader of papers leaves out. */
export const discardedIds = (db: Kysely<Tables>) => db.selectFrom('discarded_paper').select('paper_id');

const entryOf = <T extends { readonly paperType: string }>(row: T) => ({
  ...row,
  paperType: storedPaperType(row.paperType),
});

export function binStore(db: Kysely<Tables>, actor: Actor, { addedOrder }: SqlEngine): BinWriter {
  const entries = () =>
    db
      .selectFrom('discarded_paper')
      .innerJoin('paper', 'paper.id', 'discarded_paper.paper_id')
      .select([
        'paper.id as paperId',
        'paper.paper_type as paperType',
        'paper.name as name',
        'discarded_paper.reference as reference',
        'discarded_paper.original_reference as originalReference',
        'discarded_paper.at as at',
        'discarded_paper.actor as actor',
        sql<number>`(SELECT count(*) FROM letter WHERE letter.paper_id = paper.id)`.as('letters'),
        sql<number>`(SELECT count(*) FROM file WHERE file.paper_id = paper.id AND file.removed_at IS NULL)`.as(
          'attachments',
        ),
      ])
      .orderBy('discarded_paper.at', 'desc')
      // Two within one millisecond: the one that was put there last comes first.
      .orderBy(addedOrder('discarded_paper'), 'desc');
  return {
    list: async () => (await entries().execute()).map(entryOf),
    find: async (ref, limit) => {
      const found = entries().where((eb) =>
        eb.or([
          eb('discarded_paper.reference', '=', ref),
          eb.and([eb('paper.id', '>=', ref.toLowerCase()), eb('paper.id', '<', `${ref.toLowerCase()}\uffff`)]),
        ]),
      );
      return (await found.limit(limit).execute()).map(entryOf);
    },
    put: async ({ paperId, reference, originalReference }) => {
      await db
        .insertInto('discarded_paper')
        .values({
          paper_id: paperId,
          reference,
          original_reference: originalReference,
          at: actor.now(),
          actor: actor.name,
        })
        .execute();
    },
    remove: async (paperId) => {
      await db.deleteFrom('discarded_paper').where('paper_id', '=', paperId).execute();
    },
  };
}
