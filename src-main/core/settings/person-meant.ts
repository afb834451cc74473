/** Whom a row of a list means, among those of its name. Pure. */
import { fold } from '../../base/fold.ts';
import type { PersonEntry } from '../ports/ports.ts';
import type { Values } from './contact-values.ts';

/** Those whom a list named by a UID before, by that UID; both kinds together, an id is of one of them. */
export type KnownUids = ReadonlyMap<string, string>;

/** Who is meant: the one that bore the UID before, else one of that name whom no other UID names. */
export function namedBy<Entry extends { readonly id: string }>(
  known: readonly Entry[],
  uids: KnownUids,
  uid: string | undefined,
  hasName: (entry: Entry) => boolean,
): { readonly entries: readonly Entry[]; readonly byUid: boolean } {
  const id = uid === undefined ? undefined : uids.get(uid);
  const bearer = known.filter((entry) => entry.id === id);
  if (bearer.length > 0) return { entries: bearer, byUid: true };
  const others = new Set(uid === undefined ? [] : uids.values());
  return { entries: known.filter((entry) => hasName(entry) && !others.has(entry.id)), byUid: false };
}

/** "Haupt-Str. 5", "Hauptstraße 5" and "Hauptstrasse 5" are one street. */
const streetForm = (street: string): string =>
  fold(street)
    .replace(/strasse/g, 'str')
    .replace(/[^\p{L}\p{N}]/gu, '');

const differs = (known: string, said: string | undefined, form: (text: string) => string = fold): boolean =>
  known !== '' && said !== undefined && form(known) !== form(said);

interface Row {
  readonly values: Values;
  readonly address: PersonEntry['formOfAddress'];
  /** Whom earlier rows of the list spoke of. */
  readonly inList: ReadonlySet<string>;
  /** E-mail addresses that the list has for this name, folded. */
  readonly emails: ReadonlySet<string> | undefined;
}

const isAddressedOtherwise = ({ formOfAddress }: PersonEntry, { address }: Row): boolean =>
  formOfAddress !== null && address !== null && formOfAddress !== address;

/** Another form of address, e-mail address, or street and place. */
function contradicts(entry: PersonEntry, row: Row): boolean {
  const { reach } = entry;
  const { values } = row;
  return (
    isAddressedOtherwise(entry, row) ||
    differs(reach.email, values.email) ||
    (differs(reach.street, values.street, streetForm) && (values.city === undefined || reach.city !== ''))
  );
}

/**
 * Who of those of one name may be meant. The one with the very e-mail address is. Else a person whom the list spoke of before, or whose address
 * another row has, is somebody else where the row contradicts; the others are the same, with something new to tell – somebody in two bodies has two
 * rows, somebody who moved has one. Of several, those whom the row does not contradict, and never one who is addressed otherwise.
 */
export function personsMeant(named: readonly PersonEntry[], row: Row): readonly PersonEntry[] {
  const { values, inList, emails } = row;
  if (values.email !== undefined) {
    const bearers = named.filter(({ reach }) => reach.email !== '' && !differs(reach.email, values.email));
    if (bearers.length > 0) return bearers;
  }
  const isClaimed = ({ id, reach }: PersonEntry): boolean =>
    inList.has(id) || (reach.email !== '' && emails?.has(fold(reach.email)) === true);
  const isOther = (entry: PersonEntry): boolean =>
    (isClaimed(entry) && contradicts(entry, row)) || (named.length > 1 && isAddressedOtherwise(entry, row));
  const possible = named.filter((entry) => !isOther(entry));
  if (possible.length < 2) return possible;
  const fitting = possible.filter((entry) => !contradicts(entry, row));
  return fitting.length > 0 ? fitting : possible;
}
