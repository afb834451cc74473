/** Settings as the window and the command line ask for them: read, change, take back, take over, export. */
import type { IsoDate } from '../../base/german-date.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import type { LetterKind } from '../../contract/letter/kinds.ts';
import type { FederalState, OfficeProfile } from '../../contract/settings/office-profile.ts';
import type { CopyKind } from '../../contract/distribution/shapes.ts';
import { documents, type Documents } from '../../contract/document/delivery.ts';
import type {
  OfficeSettings,
  OrganizationContent,
  OrganizationSetting,
  PersonContent,
  PersonSetting,
  Preferences,
  PreferencesPart,
  SettingArea,
  SettingChange,
} from '../../contract/settings/shapes.ts';
import { preferencesSchema } from '../../contract/settings/shapes.ts';
import { formSheet } from '../print/form-sheet.ts';
import { letterDocument } from '../print/letter.ts';
import { previewDocument } from '../print/preview-document.ts';
import { sampleLetter } from './sample-letter.ts';
import { currentOffice } from '../office/office-service.ts';
import type { Holiday, Ports, UnprintableCharacter } from '../ports/ports.ts';
import { printedSample } from '../settings/printed-sample.ts';
import { sampleCopy } from './sample-copy.ts';
import { changeSetting, OFFICE_ID } from '../settings/change-setting.ts';
import { restoreSetting, settingChanges, undoSetting } from '../settings/setting-history.ts';
import { settingsFile } from '../settings/settings-file.ts';

export interface SettingsService {
  office(): Promise<OfficeSettings>;
  saveOffice(input: { readonly expectedRevision: number; readonly profile: OfficeProfile }): Promise<OfficeSettings>;
  organizations(): Promise<OrganizationSetting[]>;
  saveOrganization(input: Save<OrganizationContent>): Promise<{ revision: number }>;
  removeOrganization(input: Remove): Promise<void>;
  persons(): Promise<PersonSetting[]>;
  savePerson(input: Save<PersonContent>): Promise<{ revision: number }>;
  removePerson(input: Remove): Promise<void>;
  history(filter: {
    readonly area?: SettingArea | undefined;
    readonly entityId?: string | undefined;
  }): Promise<SettingChange[]>;
  /** Takes a change back, or the batch it belongs to; answers how many entries changed. */
  undo(seq: number): Promise<{ count: number }>;
  /** Brings an entry back to the state after this change. */
  restore(seq: number): Promise<void>;
  /** Takes the newest change of an entry back; refuses with `setting-changed-since` when it is not the one that made `revision`. */
  undoLast(change: {
    readonly area: SettingArea;
    readonly entityId: string;
    readonly revision?: number;
  }): Promise<{ count: number }>;
  /** The form sheet, or a letter of this kind. */
  sample(wanted: {
    readonly profile: OfficeProfile;
    readonly letter?: LetterKind | undefined;
    readonly copy?: Exclude<CopyKind, 'original'> | undefined;
  }): Promise<{ handle: string; unprintable: UnprintableCharacter[] }>;
  holidays(of: { readonly year: number; readonly state: FederalState | null }): Holiday[];
  exportFile(): Promise<Documents>;
  preferences(): Promise<Preferences>;
  setPreferences(part: PreferencesPart): Promise<Preferences>;
  teachWord(input: { readonly word: string; readonly isKnown: boolean }): Promise<Preferences>;
}

interface Save<Content> {
  readonly id: string;
  readonly expectedRevision: number;
  readonly content: Content;
  readonly validFrom?: IsoDate | null | undefined;
}
interface Remove {
  readonly id: string;
  readonly expectedRevision: number;
}

const MOST_LEARNED = 5000;

export function settingsService(ports: Ports): SettingsService {
  const { database, clock } = ports;

  const office = (): Promise<OfficeSettings> =>
    database.read(async (stores) => {
      const { profile, problem } = await currentOffice(stores.office, ports.dataFolder);
      const latest = await stores.settingHistory.latest('office', OFFICE_ID);
      return { revision: latest?.revision ?? 1, profile, problem };
    });

  const change = (request: Parameters<typeof changeSetting>[1]): Promise<number> =>
    database.write((stores) => changeSetting(stores, request, clock.today()));

  /** Entries with their revisions; what was never changed has revision 1. */
  const entries = <Entry extends { readonly id: string }>(
    area: SettingArea,
    read: (stores: Parameters<Parameters<typeof database.read>[0]>[0]) => Promise<readonly Entry[]>,
  ) =>
    database.read(async (stores) => {
      const revisions = await stores.settingHistory.revisions(area);
      return (await read(stores)).map(({ id, ...content }) => ({ id, revision: revisions.get(id) ?? 1, content }));
    });

  const preferences = (): Promise<Preferences> =>
    database.read(async (stores) => {
      const stored = await stores.preferences.all();
      // One value that cannot be read must not spoil the others.
      const readable = Object.entries(preferencesSchema.shape).filter(
        ([key, schema]) => schema.safeParse(stored[key]).success,
      );
      return preferencesSchema.parse(Object.fromEntries(readable.map(([key]) => [key, stored[key]])));
    });

  return {
    office,
    saveOffice: async ({ expectedRevision, profile }) => {
      await change({ area: 'office', entityId: OFFICE_ID, expectedRevision, next: profile });
      return office();
    },
    organizations: () => entries('organization', (stores) => stores.directory.organizations()),
    saveOrganization: async ({ id, content, ...rest }) => ({
      revision: await change({ area: 'organization', entityId: id, next: content, ...rest }),
    }),
    removeOrganization: async ({ id, expectedRevision }) => {
      await change({ area: 'organization', entityId: id, next: null, expectedRevision });
    },
    persons: () => entries('person', (stores) => stores.directory.persons()),
    savePerson: async ({ id, content, ...rest }) => ({
      revision: await change({ area: 'person', entityId: id, next: content, ...rest }),
    }),
    removePerson: async ({ id, expectedRevision }) => {
      await change({ area: 'person', entityId: id, next: null, expectedRevision });
    },
    history: (filter) => database.read((stores) => settingChanges(stores, filter)),
    undo: (seq) => database.write(async (stores) => ({ count: await undoSetting(stores, seq, clock.today()) })),
    restore: (seq) => database.write((stores) => restoreSetting(stores, seq, clock.today())),
    undoLast: ({ area, entityId, revision }) =>
      database.write(async (stores) => {
        const latest = await stores.settingHistory.latest(area, entityId);
        if (!latest) throw new Refusal('not-found', { reference: entityId });
        if (revision !== undefined && latest.revision !== revision) throw new Refusal('setting-changed-since');
        return { count: await undoSetting(stores, latest.seq, clock.today()) };
      }),
    sample: ({ profile, letter, copy }) =>
      previewDocument(
        ports,
        letter !== undefined
          ? letterDocument(sampleLetter(letter, profile), profile)
          : copy !== undefined
            ? sampleCopy(copy, profile)
            : formSheet(printedSample(profile), profile),
      ),
    holidays: ({ year, state }) => (state === null ? [] : [...ports.holidays(year, state)]),
    exportFile: () =>
      database.read(async (stores) => {
        const { profile, problem } = await currentOffice(stores.office, ports.dataFolder);
        // The built-in profile that stands in for a broken one must not travel as if it were the office's own.
        if (problem !== null) throw new Refusal('profile-broken', { problem });
        const known = {
          profile,
          organizations: await stores.directory.organizations(),
          persons: await stores.directory.persons(),
        };
        const text = `${JSON.stringify(settingsFile(known, clock.now()), null, 2)}\n`;
        return documents([
          {
            fileName: `stellwerk-einstellungen-${clock.today()}.json`,
            mimeType: 'application/json',
            bytes: ports.utf8(text),
            isPrivate: true,
          },
        ]);
      }),
    preferences,
    setPreferences: async (part) => {
      await database.write(async (stores) => {
        for (const [key, value] of Object.entries(part)) {
          await stores.preferences.put(key, value);
        }
      });
      return preferences();
    },
    teachWord: async ({ word, isKnown }) => {
      await database.write(async (stores) => {
        const stored = preferencesSchema.shape.learnedWords.safeParse((await stores.preferences.all())['learnedWords']);
        const others = (stored.success ? stored.data : []).filter((known) => known !== word);
        await stores.preferences.put('learnedWords', isKnown ? [...others, word].slice(-MOST_LEARNED) : others);
      });
      return preferences();
    },
  };
}
