/** All settings as one file, and what taking such a file over would change. Pure. */
import { Refusal } from '../../contract/errors.ts';
import type { OfficeProfile } from '../../contract/office-profile.ts';
import { SETTINGS_SCHEMA, settingsFileSchema, type SettingsFile, type SettingsPlan } from '../../contract/settings.ts';
import { fold } from '../../contract/text/fold.ts';
import { displayName } from '../../contract/text/person-name.ts';
import type { OrganizationEntry, PersonEntry } from '../ports.ts';
import { schemaProblem } from '../text/schema-problem.ts';
import { fieldChanges } from './field-changes.ts';

export interface KnownSettings {
  readonly profile: OfficeProfile;
  readonly organizations: readonly OrganizationEntry[];
  readonly persons: readonly PersonEntry[];
}

export const settingsFile = (known: KnownSettings, exportedAt: string): SettingsFile => ({
  schema: SETTINGS_SCHEMA,
  exportedAt,
  profile: known.profile,
  organizations: known.organizations.map((entry) => ({ ...entry })),
  persons: known.persons.map((entry) => ({ ...entry })),
});

/** Refuses with `settings-file-invalid` naming the place. */
export function readSettingsFile(fileName: string, text: string): SettingsFile {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new Refusal('settings-file-invalid', { file: fileName, problem: 'kein gültiges JSON' }, { cause });
  }
  const parsed = settingsFileSchema.safeParse(value);
  if (!parsed.success) {
    throw new Refusal('settings-file-invalid', {
      file: fileName,
      problem: schemaProblem(parsed.error, value, 'Datei'),
    });
  }
  return parsed.data;
}

/** The file's entries with the ids they have here: same id, else same name; what is unknown keeps its id. */
export function adoptIds(file: SettingsFile, known: KnownSettings): Pick<KnownSettings, 'organizations' | 'persons'> {
  const ids = new Map<string, string>();
  const organizations = file.organizations.map((entry) => {
    const here =
      known.organizations.find((candidate) => fold(candidate.name) === fold(entry.name)) ??
      known.organizations.find((candidate) => candidate.id === entry.id);
    ids.set(entry.id, here?.id ?? entry.id);
    return { ...entry, id: here?.id ?? entry.id };
  });
  const persons = file.persons.map((entry) => {
    const sameName = known.persons.filter((candidate) => fold(displayName(candidate)) === fold(displayName(entry)));
    const here =
      known.persons.find((candidate) => candidate.id === entry.id) ?? (sameName.length === 1 ? sameName[0] : undefined);
    const memberships = entry.memberships.map((membership) => ({
      ...membership,
      organizationId: ids.get(membership.organizationId) ?? membership.organizationId,
    }));
    return { ...entry, id: here?.id ?? entry.id, memberships };
  });
  return { organizations, persons };
}

function counted(
  entries: readonly { readonly id: string }[],
  known: readonly { readonly id: string }[],
): SettingsPlan['persons'] {
  const here = new Map(known.map((entry) => [entry.id, entry]));
  const counts = { created: 0, changed: 0, same: 0 };
  for (const entry of entries) {
    const former = here.get(entry.id);
    if (!former) counts.created += 1;
    else if (fieldChanges(former, entry).length > 0) counts.changed += 1;
    else counts.same += 1;
  }
  return counts;
}

export function planSettings(file: SettingsFile, known: KnownSettings): SettingsPlan {
  const adopted = adoptIds(file, known);
  return {
    bodyName: file.profile.bodyName,
    exportedAt: file.exportedAt,
    profileChanges: fieldChanges(known.profile, file.profile),
    organizations: counted(adopted.organizations, known.organizations),
    persons: counted(adopted.persons, known.persons),
  };
}
