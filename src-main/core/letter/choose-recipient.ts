/** To whom a letter goes: chosen from the directory, typed, or found by what the paper says – each as it was on the day of the letter. */
import type { Originator } from '../../record/basics.ts';
import type { IsoDate } from '../../base/german-date.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import type { LetterRecipient, LetterRecipientChoice, LetterSuggestion } from '../../contract/letter/shapes.ts';
import type { LetterKind } from '../../contract/letter/kinds.ts';
import { assertNever } from '../../base/assert-never.ts';
import { normaliseLine } from '../../base/normalise.ts';
import type { OrganizationEntry, PersonEntry, ReadStores } from '../ports/ports.ts';
import {
  hasPlace,
  organizationOn,
  personLine,
  personOn,
  recipientOf,
  shortenLines,
  type Addressee,
} from './address-lines.ts';
import { findOrganization, findPerson, type Directory } from './known-names.ts';
import { nextConsultation, type LetterMatter } from './letter-matter.ts';
import { personOfName, personsOfLines } from './persons-of-lines.ts';
import { CHAIR, roleOn, writtenToAs } from './written-to-as.ts';

export interface ChosenRecipient {
  readonly recipient: LetterRecipient;
  /** How the recipient is called in running text. */
  readonly name: string;
  readonly isComplete: boolean;
}

export type { Directory } from './known-names.ts';

/** Read once for a letter. */
export async function readDirectory(stores: Pick<ReadStores, 'directory'>): Promise<Directory> {
  return {
    organizations: await stores.directory.organizations(),
    persons: await stores.directory.persons(),
  };
}

/** Steps before the mayor are approvals inside the house, no meetings. */
export function withoutMayor(matter: LetterMatter, directory: Directory): LetterMatter {
  return {
    ...matter,
    consultations: matter.consultations.filter(
      (row) => findOrganization(directory, row.organization)?.organizationType !== 'mayor',
    ),
  };
}

const MOST_VERSIONS = 500;

type Stores = Pick<ReadStores, 'settingHistory'>;
const versionsOf = (stores: Stores, area: 'organization' | 'person', entityId: string) =>
  stores.settingHistory.versions({ area, entityId, limit: MOST_VERSIONS });

async function chosen(
  stores: Stores,
  parts: { organization?: OrganizationEntry | undefined; person?: PersonEntry | undefined; function?: string },
  day: IsoDate,
  isInternal: boolean,
): Promise<ChosenRecipient> {
  const { organization, person } = parts;
  const organizationThen =
    organization && organizationOn(await versionsOf(stores, 'organization', organization.id), organization, day);
  const personThen = person && personOn(await versionsOf(stores, 'person', person.id), person, day);
  const addressee: Addressee = {
    organization: organizationThen ?? null,
    person: personThen ?? null,
    function: parts.function ?? (person ? roleOn(person, organization?.id, day) : ''),
    isInternal,
  };
  return {
    recipient: recipientOf(addressee),
    name: personThen ? personLine(personThen) : (organizationThen?.name ?? ''),
    isComplete: hasPlace(addressee),
  };
}

/** Somebody whom the directory does not know: named as the paper names them, without an address. */
function unknown(originator: Originator): ChosenRecipient {
  const { organization, person, function: role } = originator;
  const lines = shortenLines([organization, person === '' ? '' : [role, person].filter(Boolean).join(' ')], 0);
  return {
    recipient: {
      lines,
      organization,
      persons: person === '' ? [] : [personOfName(person)],
    },
    name: person || organization,
    isComplete: false,
  };
}

const NOBODY: ChosenRecipient = {
  recipient: { lines: [], organization: '', persons: [] },
  name: '',
  isComplete: false,
};

function chairOf({ persons }: Directory, organization: OrganizationEntry, day: IsoDate): PersonEntry | undefined {
  return persons.find((person) => CHAIR.test(roleOn(person, organization.id, day)));
}

async function ofOriginator(
  stores: Stores,
  directory: Directory,
  originator: Originator,
  day: IsoDate,
): Promise<ChosenRecipient> {
  const organization = findOrganization(directory, originator.organization);
  const person = findPerson(directory, originator.person);
  if (!organization && !person) return unknown(originator);
  const found = await chosen(stores, { organization, person, function: originator.function }, day, false);
  if (person || originator.person === '') return found;
  // The body is known, the person is not: named as the paper names them.
  const { recipient } = found;
  const named = unknown({ ...originator, organization: '' });
  const [first = '', ...place] = recipient.lines;
  return {
    recipient: {
      ...recipient,
      lines: shortenLines([first, ...named.recipient.lines, ...place], place.length),
      persons: named.recipient.persons,
    },
    name: named.name,
    isComplete: found.isComplete,
  };
}

/** Where a letter of this kind goes when nobody was chosen. */
export async function defaultRecipient(
  stores: Stores,
  directory: Directory,
  kind: LetterKind,
  matter: LetterMatter,
  day: IsoDate,
): Promise<ChosenRecipient> {
  const originators = matter.answered.flatMap((paper) => paper.originators);
  switch (kind) {
    case 'transmission': {
      const next = matter.consultations.filter((row) => row.date === null || row.date >= day);
      const committee = [...next, ...matter.consultations]
        .map((row) => findOrganization(directory, row.organization))
        .find((entry) => entry?.organizationType === 'committee' || entry?.organizationType === 'council');
      const name = nextConsultation(matter, day, '')?.organization ?? matter.consultations[0]?.organization;
      if (!committee) return name === undefined ? NOBODY : unknown({ organization: name, person: '', function: '' });
      return chosen(stores, { organization: committee, person: chairOf(directory, committee, day) }, day, false);
    }
    case 'internal':
      // The lead unit writes; whom it asks for help nobody can know.
      return NOBODY;
    case 'citizen-reply': {
      // A person who wrote for nobody but themselves; a faction is no citizen.
      const citizen = originators.find((originator) => originator.organization === '' && originator.person !== '');
      return citizen ? ofOriginator(stores, directory, citizen, day) : NOBODY;
    }
    case 'cover-letter':
    case 'interim-reply':
    case 'extension': {
      const [first] = originators;
      return first ? ofOriginator(stores, directory, first, day) : NOBODY;
    }
    default:
      return assertNever(kind);
  }
}

/** Refuses with `not-found` when the directory has no such entry. */
export async function chosenRecipient(
  stores: Stores,
  directory: Directory,
  choice: LetterRecipientChoice,
  matter: LetterMatter,
  day: IsoDate,
  isInternal: boolean,
): Promise<ChosenRecipient> {
  const { personId, organizationId, lines } = choice;
  if (lines !== undefined) {
    const fitted = shortenLines(lines);
    return {
      recipient: { lines: fitted, organization: '', persons: personsOfLines(fitted) },
      name: fitted[0] ?? '',
      isComplete: true,
    };
  }
  const person = directory.persons.find((entry) => entry.id === personId);
  const organization = directory.organizations.find((entry) => entry.id === organizationId);
  if (personId !== undefined && !person) throw new Refusal('not-found', { reference: personId });
  if (organizationId !== undefined && !organization) throw new Refusal('not-found', { reference: organizationId });
  if (!person) return organization ? chosen(stores, { organization }, day, isInternal) : NOBODY;
  if (organization) return chosen(stores, { person, organization }, day, isInternal);
  const originators = matter.answered.flatMap((paper) => paper.originators);
  return chosen(stores, { person, ...writtenToAs(person, originators, directory.organizations, day) }, day, isInternal);
}

/** Everybody the letter could go to: who handed the paper in, then the bodies it goes through, each with the one who speaks for it. */
export function recipientSuggestions(
  directory: Directory,
  matter: LetterMatter,
  day: IsoDate,
  isInternal: boolean,
): LetterSuggestion[] {
  const suggestions: LetterSuggestion[] = [];
  const add = (organization: OrganizationEntry | undefined, person: PersonEntry | undefined): void => {
    const name = [person && personLine(person), organization?.name].filter(Boolean).join(', ');
    if (name === '' || suggestions.some((known) => known.name === name)) return;
    suggestions.push({ name, personId: person?.id ?? null, organizationId: organization?.id ?? null });
  };
  if (isInternal)
    for (const unit of directory.organizations) if (unit.organizationType === 'unit') add(unit, undefined);
  for (const { organization, person } of matter.answered.flatMap((paper) => paper.originators)) {
    add(findOrganization(directory, organization), findPerson(directory, person));
    add(findOrganization(directory, organization), undefined);
  }
  for (const { organization } of matter.consultations) {
    const body = findOrganization(directory, organization);
    if (body) add(body, chairOf(directory, body, day));
  }
  for (const organization of directory.organizations) add(organization, undefined);
  for (const person of directory.persons) add(undefined, person);
  return suggestions;
}

/** A name typed on the command line: somebody of the directory, else lines separated by semicolons or line breaks. */
export function choiceOfName(directory: Directory, text: string): LetterRecipientChoice {
  const organization = findOrganization(directory, text);
  if (organization) return { organizationId: organization.id };
  const person = findPerson(directory, text);
  if (person) return { personId: person.id };
  return { lines: text.split(/[;\n]/).map(normaliseLine).filter(Boolean) };
}
