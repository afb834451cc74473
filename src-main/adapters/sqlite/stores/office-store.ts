/** The office's profile, its bodies and persons. */
import type { Kysely } from 'kysely';
import type { DirectoryWriter, OfficeWriter } from '../../../core/ports.ts';
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

export function directoryStore(db: Kysely<Tables>): DirectoryWriter {
  return {
    organizations: async () => {
      const rows = await db.selectFrom('organization').selectAll().orderBy('name').execute();
      return rows.map((row) => ({
        id: row.id,
        name: row.name,
        shortName: row.short_name,
        organizationType: row.organization_type,
      }));
    },
    persons: async () => {
      const rows = await db.selectFrom('person').selectAll().orderBy('name').execute();
      const memberships = await db.selectFrom('membership').selectAll().orderBy('id').execute();
      return rows.map((row) => ({
        id: row.id,
        name: row.name,
        title: row.title,
        formOfAddress: row.form_of_address,
        memberships: memberships
          .filter((entry) => entry.person_id === row.id)
          .map((entry) => ({
            id: entry.id,
            organizationId: entry.organization_id,
            role: entry.role,
            startDate: entry.start_date,
            endDate: entry.end_date,
          })),
      }));
    },
    putOrganization: async (entry) => {
      const row = { name: entry.name, short_name: entry.shortName, organization_type: entry.organizationType };
      await db
        .insertInto('organization')
        .values({ id: entry.id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },
    putPerson: async (entry) => {
      const row = { name: entry.name, title: entry.title, form_of_address: entry.formOfAddress };
      await db
        .insertInto('person')
        .values({ id: entry.id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
      await db.deleteFrom('membership').where('person_id', '=', entry.id).execute();
      for (const membership of entry.memberships) {
        await db
          .insertInto('membership')
          .values({
            id: membership.id,
            person_id: entry.id,
            organization_id: membership.organizationId,
            role: membership.role,
            start_date: membership.startDate,
            end_date: membership.endDate,
          })
          .execute();
      }
    },
  };
}
