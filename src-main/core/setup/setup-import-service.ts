/** Importing settings from lists (CSV, vCard) and from another PC's settings file: first what it would change, then all in one step. */
import type {
  ContactMapping,
  ContactPlanRow,
  ContactRequest,
  ContactTable,
  ContactTarget,
  SettingsPlan,
} from '../../contract/settings/shapes.ts';
import { currentOffice } from '../office/office-service.ts';
import type { OrganizationEntry, PersonEntry, Ports, ReadStores, WriteStores } from '../ports/ports.ts';
import { directoryChanged, changeSetting, OFFICE_ID } from '../settings/change-setting.ts';
import { guessMapping } from '../settings/contact-mapping.ts';
import { planContacts, uidsIn } from '../settings/contact-plan.ts';
import { adoptIds, planSettings, type KnownSettings } from '../settings/settings-file.ts';
import type { StrangersFile, StoppableFile } from '../../contract/document/delivery.ts';
import { requireGoingOn } from '../reading/stoppable-file.ts';

export interface ImportOutcome {
  readonly created: number;
  readonly changed: number;
  /** A change of this import; taking it back takes back all. Null when nothing changed. */
  readonly undo: number | null;
}

export interface SetupImportService {
  readContacts(
    file: StoppableFile & { readonly target: ContactTarget },
  ): Promise<ContactTable & { mapping: ContactMapping }>;
  guessColumns(list: { readonly columns: readonly string[]; readonly target: ContactTarget }): ContactMapping;
  planContacts(request: ContactRequest): Promise<{ rows: ContactPlanRow[]; newOrganizations: string[] }>;
  applyContacts(request: ContactRequest): Promise<ImportOutcome>;
  /** Whose settings a file holds; refuses with `settings-file-invalid`. */
  readSettings(file: StrangersFile): Promise<{ bodyName: string }>;
  planSettings(file: StoppableFile): Promise<SettingsPlan>;
  applySettings(file: StoppableFile): Promise<ImportOutcome>;
}

export function setupImportService(ports: Ports): SetupImportService {
  const { database, clock, newId } = ports;

  /** Those whom the UIDs of a list named before. */
  const uidsOf = async (
    stores: Pick<ReadStores, 'externalRefs'>,
    request: ContactRequest,
  ): Promise<Map<string, string>> => {
    const entity = request.target === 'person' ? 'person' : 'organization';
    const found = new Map<string, string>();
    for (const externalId of uidsIn(request)) {
      const id = await stores.externalRefs.find({ source: 'vcard', externalId, entity });
      if (id !== undefined) found.set(externalId, id);
    }
    return found;
  };

  const knownIn = async (stores: Pick<ReadStores, 'office' | 'directory'>): Promise<KnownSettings> => ({
    profile: (await currentOffice(stores.office, ports.dataFolder)).profile,
    organizations: await stores.directory.organizations(),
    persons: await stores.directory.persons(),
  });
  const allKnown = async (
    stores: Pick<ReadStores, 'office' | 'directory' | 'externalRefs'>,
    request: ContactRequest,
  ) => ({
    ...(await knownIn(stores)),
    uids: await uidsOf(stores, request),
    today: ports.clock.today(),
  });

  /** One batch of changes in one transaction. */
  const applyAll = (
    collect: (stores: WriteStores) => Promise<{
      profile?: unknown;
      organizations: readonly OrganizationEntry[];
      persons: readonly PersonEntry[];
    }>,
  ): Promise<ImportOutcome> =>
    database.write(async (stores) => {
      const batch = newId();
      const today = clock.today();
      const { profile, organizations, persons } = await collect(stores);
      const existing = new Set([
        ...(await stores.directory.organizations()).map((entry) => entry.id),
        ...(await stores.directory.persons()).map((entry) => entry.id),
      ]);
      const put = async (
        area: 'office' | 'organization' | 'person',
        entityId: string,
        next: unknown,
      ): Promise<void> => {
        const latest = await stores.settingHistory.latest(area, entityId);
        const isKnown = area === 'office' || existing.has(entityId);
        const expectedRevision = isKnown ? (latest?.revision ?? 1) : 0;
        await changeSetting(stores, { area, entityId, expectedRevision, next, batch }, today);
      };
      if (profile !== undefined) await put('office', OFFICE_ID, profile);
      for (const { id, ...content } of organizations) await put('organization', id, content);
      for (const { id, ...content } of persons) await put('person', id, content);
      await directoryChanged(stores, today);
      const made = await stores.settingHistory.versions({ batch, limit: 1_000_000 });
      const created = made.filter((version) => version.area !== 'office' && !existing.has(version.entityId)).length;
      return { created, changed: made.length - created, undo: made[0]?.seq ?? null };
    });

  return {
    readContacts: async ({ target, ...file }) => {
      const { kind, columns, rows, notes } = await ports.contactLists(file);
      return {
        kind,
        columns: [...columns],
        rows: rows.map((row) => [...row]),
        notes: notes.map((note) => ({ ...note })),
        mapping: guessMapping(columns, target),
      };
    },
    guessColumns: ({ columns, target }) => guessMapping(columns, target),
    planContacts: (request) =>
      database.read(async (stores) => {
        const plan = planContacts(request, await allKnown(stores, request), newId);
        return {
          rows: plan.rows.map(({ row, action, title, problem, hint, fields }) => ({
            row,
            action,
            title,
            problem,
            hint,
            fields,
          })),
          newOrganizations: plan.newOrganizations.map((entry) => entry.name),
        };
      }),
    applyContacts: (request) =>
      applyAll(async (stores) => {
        const plan = planContacts(request, await allKnown(stores, request), newId);
        const rows = plan.rows.filter((row) => row.action === 'create' || row.action === 'change');
        // Also for those that are the same already: the next list may bring them under another name.
        for (const { uid, person, organization } of plan.rows) {
          const [entity, id] = person
            ? (['person', person.id] as const)
            : (['organization', organization?.id] as const);
          if (uid !== undefined && id !== undefined)
            await stores.externalRefs.put({ source: 'vcard', externalId: uid, entity }, id);
        }
        // A person on several rows is stored once, with what the last row knows.
        const persons = new Map(rows.flatMap((row) => (row.person ? [[row.person.id, row.person] as const] : [])));
        return {
          organizations: [...plan.newOrganizations, ...rows.flatMap((row) => row.organization ?? [])],
          persons: [...persons.values()],
        };
      }),
    readSettings: async (file) => ({ bodyName: (await ports.settingsFile(file)).profile.bodyName }),
    planSettings: async (file) => {
      const settings = await ports.settingsFile(file);
      return database.read(async (stores) => planSettings(settings, await knownIn(stores), newId));
    },
    applySettings: async (file) => {
      const settings = await ports.settingsFile(file);
      requireGoingOn(file);
      return applyAll(async (stores) => ({
        profile: settings.profile,
        ...adoptIds(settings, await knownIn(stores), newId),
      }));
    },
  };
}
