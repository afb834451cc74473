/** Organizations, persons and an office for the tests of the settings. All names are invented. */
import type { Membership, OrganizationContent, PersonContent } from '../../../src-main/contract/settings/shapes.ts';
import { openDatabase, type OpenDatabase } from '../../../src-main/adapters/sqlite/database.ts';
import { fixedClock, testHost, type TestHost } from '../../support/test-host.ts';

export const NO_CONTACT_DETAILS = {
  street: '',
  postalCode: '',
  city: '',
  country: '',
  room: '',
  telephone: '',
  email: '',
};

export function organization(name: string, changes: Partial<OrganizationContent> = {}): OrganizationContent {
  return {
    name,
    shortName: '',
    organizationType: 'committee',
    reach: NO_CONTACT_DETAILS,
    startDate: null,
    endDate: null,
    ...changes,
  };
}

export function person(familyName: string, changes: Partial<PersonContent> = {}): PersonContent {
  return {
    givenName: 'Ada',
    familyName,
    title: null,
    formOfAddress: null,
    reach: NO_CONTACT_DETAILS,
    memberships: [],
    ...changes,
  };
}

export function membership(organizationId: string, changes: Partial<Membership> = {}): Membership {
  return { id: crypto.randomUUID(), organizationId, role: 'Mitglied', startDate: null, endDate: null, ...changes };
}

export async function office(bodyName = 'Stadt Auental', folder?: string): Promise<TestHost> {
  const host = testHost(folder === undefined ? {} : { folder });
  await host.app.system.initialise({ kind: 'own', bodyName });
  return host;
}

/** Everything that the settings pages show, without revisions. */
export async function settingsOf(host: TestHost) {
  const { settings } = host.app;
  const byId = <Content>(entries: readonly { readonly id: string; readonly content: Content }[]) =>
    entries.map(({ id, content }) => ({ id, content })).sort((a, b) => a.id.localeCompare(b.id));
  return {
    profile: (await settings.office()).profile,
    organizations: byId(await settings.organizations()),
    persons: byId(await settings.persons()),
  };
}

/** The stores of a host's database, as the services see them. */
export async function inStores<T>(host: TestHost, work: (database: OpenDatabase) => Promise<T>): Promise<T> {
  const database = openDatabase({ folder: host.dataFolder, actor: () => 'test', clock: fixedClock });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
