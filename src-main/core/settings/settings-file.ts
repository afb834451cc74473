/** All settings as one file, and what taking such a file over would change. Pure. */
import { Refusal } from '../../contract/shared/errors.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import { newerRefusal } from '../../contract/shared/read-kept.ts';
import {
  SETTINGS_FORM,
  SETTINGS_SCHEMA,
  type Membership,
  type SettingsFile,
  type SettingsPlan,
} from '../../contract/settings/shapes.ts';
import { fold } from '../../base/fold.ts';
import { displayName } from '../../base/person-name.ts';
import type { OrganizationEntry, PersonEntry } from '../ports/ports.ts';
import { readForm } from '../../record/kept-form.ts';
import { keptThings } from '../../contract/shared/kept-de.ts';
import { schemaProblem } from '../../contract/shared/schema-problem-de.ts';
import { fieldChanges } from './field-changes.ts';
import { problems } from '../../contract/shared/problems-de.ts';

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
    throw new Refusal('settings-file-invalid', { file: fileName, problem: problems.noJson }, { cause });
  }
  const reading = readForm(SETTINGS_FORM, value);
  if (reading.kind === 'newer') throw newerRefusal(keptThings.settingsFile(fileName), reading.places);
  const problem =
    reading.kind === 'broken' ? schemaProblem(reading.error, reading.value, 'Datei') : relationProblem(reading.value);
  if (reading.kind === 'broken' || problem !== undefined)
    throw new Refusal('settings-file-invalid', { file: fileName, problem: problem ?? '' });
  return reading.value;
}

/** What the shape of the fields does not tell, with its place; undefined when all is well. */
function relationProblem({ organizations, persons }: SettingsFile): string | undefined {
  const seen = new Set<string>();
  const twice = (place: string, value: string): string | undefined => {
    if (seen.has(value)) return `${place}: kommt doppelt vor`;
    seen.add(value);
    return undefined;
  };
  const swapped = (place: string, entry: Pick<Membership, 'startDate' | 'endDate'>): string | undefined =>
    entry.startDate !== null && entry.endDate !== null && entry.endDate < entry.startDate
      ? problems.endBeforeStart(`${place}.endDate`)
      : undefined;
  for (const [index, entry] of organizations.entries()) {
    const place = `organizations.${index}`;
    const problem =
      twice(`${place}.id`, `organization ${entry.id}`) ??
      twice(`${place}.name`, `name ${fold(entry.name)}`) ??
      swapped(place, entry);
    if (problem !== undefined) return problem;
  }
  for (const [index, person] of persons.entries()) {
    const problem = twice(`persons.${index}.id`, `person ${person.id}`);
    if (problem !== undefined) return problem;
    for (const [at, membership] of person.memberships.entries()) {
      const place = `persons.${index}.memberships.${at}`;
      if (!seen.has(`organization ${membership.organizationId}`)) {
        return problems.bodyNotInFile(person.familyName);
      }
      const fault = twice(`${place}.id`, `membership ${membership.id}`) ?? swapped(place, membership);
      if (fault !== undefined) return fault;
    }
  }
  return undefined;
}

const nameOf = (person: PersonEntry): string => fold(displayName(person));

/**
 * The file's entries with the ids they have here, never two with one. A body is found by its name, else by its id; a person by the id, else
 * by a name that only one has on both sides. What is unknown keeps its id, unless that is needed for another one here.
 */
export function adoptIds(
  file: SettingsFile,
  known: KnownSettings,
  newId: () => string,
): Pick<KnownSettings, 'organizations' | 'persons'> {
  const ids = new Map<string, string>();
  for (const entry of file.organizations) {
    const here = known.organizations.find((candidate) => fold(candidate.name) === fold(entry.name));
    if (here) ids.set(entry.id, here.id);
  }
  const taken = new Set(ids.values());
  const organizations = file.organizations.map((entry) => {
    const id = ids.get(entry.id) ?? (taken.has(entry.id) ? newId() : entry.id);
    ids.set(entry.id, id);
    return { ...entry, id };
  });
  const fileIds = new Set(file.persons.map((entry) => entry.id));
  const named = Map.groupBy(file.persons, nameOf);
  const persons = file.persons.map((entry) => {
    const sameName = known.persons.filter((candidate) => nameOf(candidate) === nameOf(entry));
    const [single] = sameName;
    const isOneOnBothSides = sameName.length === 1 && named.get(nameOf(entry))?.length === 1;
    const here =
      known.persons.find((candidate) => candidate.id === entry.id) ??
      (single && isOneOnBothSides && !fileIds.has(single.id) ? single : undefined);
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

export function planSettings(file: SettingsFile, known: KnownSettings, newId: () => string): SettingsPlan {
  const adopted = adoptIds(file, known, newId);
  return {
    bodyName: file.profile.bodyName,
    exportedAt: file.exportedAt,
    profileChanges: fieldChanges(known.profile, file.profile),
    organizations: counted(adopted.organizations, known.organizations),
    persons: counted(adopted.persons, known.persons),
  };
}
