/** Persons and bodies of the office, found by the names that stand on papers. Pure. */
import { displayName } from '../../base/person-name.ts';
import { fold } from '../../base/fold.ts';
import type { OrganizationEntry, PersonEntry } from '../ports/ports.ts';
import { normaliseLine } from '../../base/normalise.ts';

export interface Directory {
  readonly organizations: readonly OrganizationEntry[];
  readonly persons: readonly PersonEntry[];
}

const same = (a: string, b: string): boolean => fold(normaliseLine(a)) === fold(normaliseLine(b));

export const findOrganization = ({ organizations }: Pick<Directory, 'organizations'>, name: string) =>
  name === '' ? undefined : organizations.find((entry) => same(entry.name, name) || same(entry.shortName, name));

/** With or without title: "Dr. Anna Muster" is Anna Muster. */
export const isNamed = (person: PersonEntry, name: string): boolean =>
  name !== '' &&
  [displayName(person), [person.title, displayName(person)].join(' ')].some((known) => same(known, name));

export const findPerson = ({ persons }: Pick<Directory, 'persons'>, name: string): PersonEntry | undefined =>
  persons.find((entry) => isNamed(entry, name));
