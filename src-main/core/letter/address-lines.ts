/** The address of a letter as lines: DIN 5008 has room for six, and the place stands last. Pure. */
import type { IsoDate } from '../../base/german-date.ts';
import { MOST_ADDRESS_LINES, type LetterPerson, type LetterRecipient } from '../../contract/letter/shapes.ts';
import {
  ORGANIZATION_FORM,
  PERSON_FORM,
  type OrganizationContent,
  type PersonContent,
  type ContactDetails,
} from '../../contract/settings/shapes.ts';
import { readForm } from '../../record/kept-form.ts';
import { displayName } from '../../base/person-name.ts';
import { letterWords } from '../../contract/letter/texts-de.ts';
import type { SettingVersion } from '../ports/ports.ts';
import { stateOn } from '../settings/setting-history.ts';
import { normaliseLine } from '../../base/normalise.ts';

/** The state that was valid on the day, else the present one: somebody entered later than the letter is dated still has an address. */
export function organizationOn(
  versions: readonly SettingVersion[],
  present: OrganizationContent,
  day: IsoDate,
): OrganizationContent {
  const valid = readForm(ORGANIZATION_FORM, stateOn(versions, day));
  return valid.kind === 'read' ? valid.value : present;
}

export function personOn(versions: readonly SettingVersion[], present: PersonContent, day: IsoDate): PersonContent {
  const valid = readForm(PERSON_FORM, stateOn(versions, day));
  return valid.kind === 'read' ? valid.value : present;
}

const OWN_COUNTRY = /^(?:d|de|deutschland|germany|bundesrepublik deutschland)$/i;

/** The country stands last and in capitals, and only where it is another one (DIN 5008). */
const countryLine = (country: string): string =>
  OWN_COUNTRY.test(country.trim()) ? '' : country.trim().toLocaleUpperCase('de');

const placeLines = (details: ContactDetails): string[] =>
  [details.street, [details.postalCode, details.city].filter(Boolean).join(' '), countryLine(details.country)].filter(
    Boolean,
  );

/** "Frau Dr. Anna von der Heide", "Herrn Jan Muster", without a form of address "Kim Sander". */
export function personLine(person: PersonContent): string {
  const form = { Frau: 'Frau', Herr: 'Herrn', neutral: '' }[person.formOfAddress ?? 'neutral'];
  return [form, person.title, displayName(person)].filter(Boolean).join(' ');
}

/** Every member is one: it says nothing in an address. */
const PLAIN_MEMBER = /^(mitglied|sachkundige)/i;

/** The role as the person bears it: "Vorsitz" becomes "Vorsitzende" or "Vorsitzender". */
export function roleLine(role: string, formOfAddress: PersonContent['formOfAddress']): string {
  if (PLAIN_MEMBER.test(role)) return '';
  const ending = { Frau: 'ende', Herr: 'ender', neutral: '' }[formOfAddress ?? 'neutral'];
  return /^(fraktions)?vorsitz$/i.test(role) ? `${role}${ending}` : role;
}

export interface Addressee {
  readonly organization: OrganizationContent | null;
  readonly person: PersonContent | null;
  /** What the person is there: a membership's role or the function on the paper. */
  readonly function: string;
  /** A letter inside the house names the room instead of the street. */
  readonly isInternal: boolean;
}

const contactDetailsOf = ({ organization, person }: Addressee): ContactDetails | null =>
  // Whoever is written to as part of a body is reached there: a private address does not follow into office.
  organization ? organization.reach : (person?.reach ?? null);

/** Names, then street and place; at most six lines. */
export function addressLines(addressee: Addressee): string[] {
  const { organization, person, isInternal } = addressee;
  const details = contactDetailsOf(addressee);
  const room = person?.reach.room || details?.room || '';
  const place = isInternal
    ? room === ''
      ? []
      : [`${letterWords.room} ${room}`]
    : details === null
      ? []
      : placeLines(details);
  const names = [
    organization?.name ?? '',
    person ? personLine(person) : '',
    person ? roleLine(addressee.function, person.formOfAddress) : '',
  ];
  return shortenLines([...names, ...place], place.length);
}

/**
 * Fits typed or built lines into six. The last `kept` lines (street and place) are never touched; above them empty lines go, then lines
 * are joined, from the end of the names upwards.
 */
export function shortenLines(lines: readonly string[], kept = 2): string[] {
  const result = lines.map(normaliseLine).filter((line) => line !== '');
  const keep = Math.min(kept, result.length, MOST_ADDRESS_LINES - 1);
  while (result.length > MOST_ADDRESS_LINES) {
    const at = result.length - keep - 2;
    result.splice(at, 2, `${result[at] ?? ''}, ${result[at + 1] ?? ''}`);
  }
  return result;
}

/** Offices whose bearers are greeted by them; everybody else by name alone. */
const GREETED_BY_OFFICE = /(bürgermeister|minister|landrat|landrät)/i;

function letterPerson(person: PersonContent, role: string): LetterPerson {
  return {
    formOfAddress: person.formOfAddress,
    title: person.title ?? '',
    givenName: person.givenName,
    familyName: person.familyName,
    function: GREETED_BY_OFFICE.test(role) ? role : '',
  };
}

export function recipientOf(addressee: Addressee): LetterRecipient {
  const { organization, person } = addressee;
  return {
    lines: addressLines(addressee),
    organization: organization?.name ?? '',
    persons: person ? [letterPerson(person, addressee.function)] : [],
  };
}

/** Without street and place a letter does not arrive. */
export const hasPlace = (addressee: Addressee): boolean => {
  const details = contactDetailsOf(addressee);
  return addressee.isInternal || (details !== null && details.city !== '');
};
