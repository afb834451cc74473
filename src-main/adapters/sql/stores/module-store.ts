/** Text modules: the present words, and every former state. */
import type { Kysely, Selectable } from 'kysely';
import type { ModuleWriter, StoredModule } from '../../../core/ports/module-ports.ts';
import type { TextModuleTable } from '../drafting-tables.ts';
import type { Tables } from '../tables.ts';
import type { Actor } from './ledger-store.ts';

const moduleOf = (row: Selectable<TextModuleTable>): StoredModule => ({
  id: row.id,
  revision: row.revision,
  owner: row.owner,
  content: row.content_json,
  removedAt: row.removed_at,
  at: row.at,
  actor: row.actor,
});

export function moduleStore(db: Kysely<Tables>, actor: Actor): ModuleWriter {
  const modules = () => db.selectFrom('text_module').selectAll();
  return {
    all: async () => (await modules().where('removed_at', 'is', null).orderBy('id').execute()).map(moduleOf),
    get: async (id) => {
      const row = await modules().where('id', '=', id).executeTakeFirst();
      return row && moduleOf(row);
    },
    versions: async (id) =>
      (
        await db
          .selectFrom('text_module_version')
          .selectAll()
          .where('module_id', '=', id)
          .orderBy('revision', 'desc')
          .execute()
      ).map((row) => ({ id, revision: row.revision, content: row.content_json, at: row.at, actor: row.actor })),
    put: async ({ id, revision, owner, content, removedAt, at }) => {
      const stamp = { at, actor: actor.name };
      const changing = { revision, content_json: content, removed_at: removedAt, ...stamp };
      await db
        .insertInto('text_module')
        .values({ id, owner, ...changing })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(changing))
        .execute();
      await db
        .insertInto('text_module_version')
        .values({ module_id: id, revision, content_json: content, ...stamp })
        .execute();
    },
  };
}
