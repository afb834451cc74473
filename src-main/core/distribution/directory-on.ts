/** Bodies and persons as they were on a day: names, addresses, memberships. Read once for many recipients. */
import type { IsoDate } from '../../base/german-date.ts';
import { organizationOn, personOn } from '../letter/address-lines.ts';
import type { OrganizationEntry, PersonEntry, ReadStores, SettingVersion } from '../ports/ports.ts';

export interface DirectoryOn {
  readonly organizations: ReadonlyMap<string, OrganizationEntry>;
  /** In the order of the directory: by name. */
  readonly persons: readonly PersonEntry[];
}

const ALL_VERSIONS = 1_000_000;

async function versionsBy(
  stores: Pick<ReadStores, 'settingHistory'>,
  area: 'organization' | 'person',
): Promise<ReadonlyMap<string, readonly SettingVersion[]>> {
  const versions = await stores.settingHistory.versions({ area, limit: ALL_VERSIONS });
  return Map.groupBy(versions, (version) => version.entityId);
}

export async function directoryOn(
  stores: Pick<ReadStores, 'directory' | 'settingHistory'>,
  day: IsoDate,
): Promise<DirectoryOn> {
  const organizationVersions = await versionsBy(stores, 'organization');
  const personVersions = await versionsBy(stores, 'person');
  const organizations = (await stores.directory.organizations()).map((entry) => ({
    ...organizationOn(organizationVersions.get(entry.id) ?? [], entry, day),
    id: entry.id,
  }));
  const persons = (await stores.directory.persons()).map((entry) => ({
    ...personOn(personVersions.get(entry.id) ?? [], entry, day),
    id: entry.id,
  }));
  return { organizations: new Map(organizations.map((entry) => [entry.id, entry])), persons };
}
