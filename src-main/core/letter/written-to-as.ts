/**
 * In which body somebody is written to when a letter or a copy names only the person. One rule for both: the body that handed the paper
 * in, then a membership that fits the function on the paper, then their own address, then whom they speak for. Pure.
 */
import type { Originator } from '../../record/basics.ts';
import type { IsoDate } from '../../base/german-date.ts';
import type { Membership } from '../../contract/settings/shapes.ts';
import { fold } from '../../base/fold.ts';
import type { OrganizationEntry, PersonEntry } from '../ports/ports.ts';
import { findOrganization, isNamed } from './known-names.ts';

export interface Capacity {
  /** Undefined: at their own address. */
  readonly organization: OrganizationEntry | undefined;
  readonly function: string;
}

export const isValidOn = (span: Pick<Membership, 'startDate' | 'endDate'>, day: IsoDate): boolean =>
  (span.startDate ?? '') <= day && (span.endDate === null || span.endDate >= day);

/** Roles of the one who speaks for a body. */
export const CHAIR = /^(fraktions)?vorsitz/i;

/** The role somebody has there on the day. */
export const roleOn = (person: PersonEntry, organizationId: string | undefined, day: IsoDate): string =>
  person.memberships.find((each) => each.organizationId === organizationId && isValidOn(each, day))?.role ?? '';

/** "Vorsitz" of a faction is what its "Fraktionsvorsitzender" has. */
const ofRole = (role: string): string => fold(role).replace(/vorsitz(end(e|er)?)?$/, 'vorsitz');
const fits = (role: string, wanted: string): boolean => {
  const [a, b] = [ofRole(role), ofRole(wanted)];
  return a !== '' && b !== '' && (a.endsWith(b) || b.endsWith(a));
};

export function writtenToAs(
  person: PersonEntry,
  originators: readonly Originator[],
  organizations: readonly OrganizationEntry[],
  day: IsoDate,
): Capacity {
  const named = originators.filter((originator) => isNamed(person, originator.person));
  for (const originator of named) {
    const organization = findOrganization({ organizations }, originator.organization);
    if (organization) return { organization, function: originator.function || roleOn(person, organization.id, day) };
  }
  const valid = person.memberships
    .filter((membership) => isValidOn(membership, day))
    .flatMap((membership) => {
      const organization = organizations.find(({ id }) => id === membership.organizationId);
      return organization ? [{ organization, role: membership.role, since: membership.startDate ?? '' }] : [];
    })
    // The newest first: who changed the faction is reached in the new one.
    .sort((a, b) => b.since.localeCompare(a.since));
  const as = (found: (typeof valid)[number]): Capacity => ({ organization: found.organization, function: found.role });
  for (const originator of originators) {
    const submitted = findOrganization({ organizations }, originator.organization);
    const found = valid.find(({ organization }) => organization.id === submitted?.id);
    if (found) return as(found);
  }
  for (const originator of named) {
    const found = valid.find(({ role }) => fits(role, originator.function));
    if (found) return as(found);
  }
  if (person.reach.city !== '') return { organization: undefined, function: '' };
  const reached = valid.filter(({ organization }) => organization.reach.city !== '');
  const found =
    reached.find(({ organization, role }) => organization.organizationType === 'faction' && CHAIR.test(role)) ??
    reached.find(({ role }) => CHAIR.test(role)) ??
    reached[0];
  return found ? as(found) : { organization: undefined, function: '' };
}
