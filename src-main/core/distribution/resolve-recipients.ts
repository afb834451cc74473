/** Who an entry of a distribution means on a day: groups become their members, known recipients get the address of that day. Pure. */
import type { Originator } from '../../record/basics.ts';
import type { IsoDate } from '../../base/german-date.ts';
import type {
  DistributionEntry,
  Recipient,
  ResolvedCopy,
  ResolvedRecipient,
} from '../../contract/distribution/shapes.ts';
import type { LetterRecipient } from '../../contract/letter/shapes.ts';
import { displayName } from '../../base/person-name.ts';
import { assertNever } from '../../base/assert-never.ts';
import { hasPlace, recipientOf, shortenLines, type Addressee } from '../letter/address-lines.ts';
import { personsOfLines } from '../letter/persons-of-lines.ts';
import { isValidOn, writtenToAs } from '../letter/written-to-as.ts';
import type { OrganizationEntry, PersonEntry } from '../ports/ports.ts';
import type { DirectoryOn } from './directory-on.ts';

export interface Resolution {
  readonly copies: readonly ResolvedCopy[];
  /** Entries nobody could be found for. */
  readonly unresolved: readonly string[];
}
export interface Found {
  readonly recipient: ResolvedRecipient;
  readonly hasAddress: boolean;
  /** The same recipient as a letter greets them. */
  readonly letter: LetterRecipient;
}

function found(recipient: Omit<ResolvedRecipient, 'lines'>, addressee: Addressee): Found {
  const letter = recipientOf(addressee);
  return { recipient: { ...recipient, lines: letter.lines }, hasAddress: hasPlace(addressee), letter };
}

function asPerson(person: PersonEntry, organization: OrganizationEntry | undefined, role: string): Found {
  const email = person.reach.email || (organization?.reach.email ?? '');
  return found(
    { kind: 'person', id: person.id, name: [person.title, displayName(person)].filter(Boolean).join(' '), email },
    { organization: organization ?? null, person, function: role, isInternal: false },
  );
}

function members(organization: OrganizationEntry, directory: DirectoryOn, day: IsoDate): Found[] {
  return directory.persons.flatMap((person) => {
    const membership = person.memberships.find(
      (each) => each.organizationId === organization.id && isValidOn(each, day),
    );
    return membership ? [asPerson(person, organization, membership.role)] : [];
  });
}

/** `originators` handed in the paper: they say in which body a person is written to. */
export function findRecipients(
  recipient: Recipient,
  directory: DirectoryOn,
  day: IsoDate,
  originators: readonly Originator[],
): readonly Found[] {
  switch (recipient.kind) {
    case 'external': {
      const lines = shortenLines(recipient.lines.length === 0 ? [recipient.name] : recipient.lines);
      const { name, email } = recipient;
      const letter = { lines, organization: '', persons: personsOfLines(lines) };
      return [{ recipient: { kind: 'external', name, lines, email }, hasAddress: lines.length > 1, letter }];
    }
    case 'person': {
      const person = directory.persons.find(({ id }) => id === recipient.id);
      if (!person) return [];
      const as = writtenToAs(person, originators, [...directory.organizations.values()], day);
      return [asPerson(person, as.organization, as.function)];
    }
    case 'organization': {
      const organization = directory.organizations.get(recipient.id ?? '');
      if (!organization) return [];
      const { id, name, reach } = organization;
      const addressee: Addressee = { organization, person: null, function: '', isInternal: false };
      return [found({ kind: 'organization', id, name, email: reach.email }, addressee)];
    }
    case 'group': {
      const organization = directory.organizations.get(recipient.id ?? '');
      return organization ? members(organization, directory, day) : [];
    }
    default:
      return assertNever(recipient.kind);
  }
}

/** The same recipient whatever entry or group names it. */
export const recipientKey = ({ kind, id, name, lines }: ResolvedRecipient): string =>
  id === undefined ? `${kind}:${[name, ...lines].join('\n')}` : `${kind}:${id}`;

/** What makes two copies one: kind, day of a follow-up, recipient. */
export const copyKey = ({
  copyKind,
  followUp,
  recipient,
}: Pick<ResolvedCopy, 'followUp' | 'recipient'> & { readonly copyKind: string }): string =>
  [copyKind, followUp ?? '', recipientKey(recipient)].join(' ');

/** Nobody gets the same kind of copy twice: the first entry that names somebody counts. */
export function resolveRecipients(
  entries: readonly DistributionEntry[],
  directory: DirectoryOn,
  day: IsoDate,
  originators: readonly Originator[],
): Resolution {
  const copies: ResolvedCopy[] = [];
  const unresolved: string[] = [];
  const seen = new Set<string>();
  for (const { id, recipient, copyKind, copies: count, followUp } of entries) {
    const meant = findRecipients(recipient, directory, day, originators);
    if (meant.length === 0) unresolved.push(id);
    let index = 0;
    for (const { recipient: resolved, hasAddress } of meant) {
      // Two follow-ups of one unit on two days are two.
      const key = copyKey({ copyKind, followUp, recipient: resolved });
      if (seen.has(key)) continue;
      seen.add(key);
      copies.push({ entryId: id, index: index++, copyKind, copies: count, followUp, recipient: resolved, hasAddress });
    }
  }
  return { copies, unresolved };
}
