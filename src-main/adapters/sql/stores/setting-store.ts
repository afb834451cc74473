/** History of settings (only added to) and preferences of the installation. */
import type { Kysely } from 'kysely';
import type { PreferenceWriter, SettingHistoryWriter, SettingVersion } from '../../../core/ports/ports.ts';
import type { Actor } from './ledger-store.ts';
import type { SettingVersionTable, Tables } from '../tables.ts';

type Row = Omit<SettingVersionTable, 'seq'> & { readonly seq: number };

const versionOf = (row: Row): SettingVersion => ({
  seq: row.seq,
  area: row.area,
  entityId: row.entity_id,
  revision: row.revision,
  validFrom: row.valid_from,
  json: row.json,
  at: row.at,
  actor: row.actor,
  batch: row.batch,
});

export function settingHistoryStore(db: Kysely<Tables>, actor: Actor): SettingHistoryWriter {
  return {
    versions: async ({ area, entityId, batch, limit }) => {
      let query = db.selectFrom('setting_version').selectAll().orderBy('seq', 'desc').limit(limit);
      if (area !== undefined) query = query.where('area', '=', area);
      if (entityId !== undefined) query = query.where('entity_id', '=', entityId);
      if (batch !== undefined) query = query.where('batch', '=', batch);
      return (await query.execute()).map(versionOf);
    },
    find: async (seq) => {
      const row = await db.selectFrom('setting_version').selectAll().where('seq', '=', seq).executeTakeFirst();
      return row && versionOf(row);
    },
    at: async (area, entityId, revision) => {
      const row = await db
        .selectFrom('setting_version')
        .selectAll()
        .where('area', '=', area)
        .where('entity_id', '=', entityId)
        .where('revision', '=', revision)
        .executeTakeFirst();
      return row && versionOf(row);
    },
    latest: async (area, entityId) => {
      const row = await db
        .selectFrom('setting_version')
        .selectAll()
        .where('area', '=', area)
        .where('entity_id', '=', entityId)
        .orderBy('revision', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && versionOf(row);
    },
    revisions: async (area) => {
      const rows = await db
        .selectFrom('setting_version')
        .select(['entity_id', (eb) => eb.fn.max('revision').as('revision')])
        .where('area', '=', area)
        .groupBy('entity_id')
        .execute();
      return new Map(rows.map((row) => [row.entity_id, row.revision]));
    },
    append: async (version) => {
      await db
        .insertInto('setting_version')
        .values({
          area: version.area,
          entity_id: version.entityId,
          revision: version.revision,
          valid_from: version.validFrom,
          json: version.json,
          at: actor.now(),
          actor: actor.name,
          batch: version.batch,
        })
        .execute();
    },
  };
}

export function preferenceStore(db: Kysely<Tables>): PreferenceWriter {
  return {
    all: async () => {
      const rows = await db.selectFrom('preference').selectAll().execute();
      return Object.fromEntries(rows.map((row) => [row.key, JSON.parse(row.json) as unknown]));
    },
    put: async (key, value) => {
      const json = JSON.stringify(value);
      await db
        .insertInto('preference')
        .values({ key, json })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ json }))
        .execute();
    },
  };
}
