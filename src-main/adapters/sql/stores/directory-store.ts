/** Bodies, units, factions and persons as they are now; earlier states stand in the history of settings. */
import type { Kysely } from 'kysely';
import { formOfAddressSchema, type ContactDetails } from '../../../contract/settings/shapes.ts';
import { displayName, splitName } from '../../../base/person-name.ts';
import type { DirectoryWriter } from '../../../core/ports/ports.ts';
import type { Tables } from '../tables.ts';

const contactColumns = (reach: ContactDetails) => ({
  street: reach.street,
  postal_code: reach.postalCode,
  city: reach.city,
  country: reach.country,
  room: reach.room,
  telephone: reach.telephone,
  email: reach.email,
});
const contactDetailsOf = (row: ReturnType<typeof contactColumns>): ContactDetails => ({
  street: row.street,
  postalCode: row.postal_code,
  city: row.city,
  country: row.country,
  room: row.room,
  telephone: row.telephone,
  email: row.email,
});

export function directoryStore(db: Kysely<Tables>): DirectoryWriter {
  const isReferred = async (
    column: 'organization_id' | 'person_id',
    tables: readonly ('membership' | 'consultation' | 'paper_originator' | 'meeting')[],
    id: string,
  ): Promise<boolean> => {
    for (const table of tables) {
      const row = await db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where(column as 'organization_id', '=', id)
        .executeTakeFirstOrThrow();
      if (row.n > 0) return true;
    }
    return false;
  };
  return {
    organizations: async () => {
      const rows = await db.selectFrom('organization').selectAll().orderBy('name').execute();
      return rows.map((row) => ({
        id: row.id,
        name: row.name,
        shortName: row.short_name,
        organizationType: row.organization_type,
        reach: contactDetailsOf(row),
        startDate: row.start_date,
        endDate: row.end_date,
      }));
    },
    persons: async () => {
      const rows = await db.selectFrom('person').selectAll().orderBy('name').execute();
      const memberships = Map.groupBy(
        await db.selectFrom('membership').selectAll().orderBy('id').execute(),
        (row) => row.person_id,
      );
      return rows.map((row) => ({
        id: row.id,
        // Rows from before the name was split.
        ...(row.family_name === '' ? splitName(row.name) : { givenName: row.given_name, familyName: row.family_name }),
        title: row.title,
        formOfAddress: formOfAddressSchema.catch(null).parse(row.form_of_address),
        reach: contactDetailsOf(row),
        memberships: (memberships.get(row.id) ?? []).map((entry) => ({
          id: entry.id,
          organizationId: entry.organization_id,
          role: entry.role,
          startDate: entry.start_date,
          endDate: entry.end_date,
        })),
      }));
    },
    organizationInUse: (id) =>
      isReferred('organization_id', ['membership', 'consultation', 'paper_originator', 'meeting'], id),
    personInUse: (id) => isReferred('person_id', ['paper_originator'], id),
    putOrganization: async (entry) => {
      const row = {
        name: entry.name,
        short_name: entry.shortName,
        organization_type: entry.organizationType,
        ...contactColumns(entry.reach),
        start_date: entry.startDate,
        end_date: entry.endDate,
      };
      await db
        .insertInto('organization')
        .values({ id: entry.id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },
    putPerson: async (entry) => {
      const row = {
        name: displayName(entry),
        given_name: entry.givenName,
        family_name: entry.familyName,
        title: entry.title,
        form_of_address: entry.formOfAddress,
        ...contactColumns(entry.reach),
      };
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
    removeOrganization: async (id) => {
      await db.deleteFrom('organization').where('id', '=', id).execute();
    },
    removePerson: async (id) => {
      await db.deleteFrom('membership').where('person_id', '=', id).execute();
      await db.deleteFrom('person').where('id', '=', id).execute();
    },
  };
}
