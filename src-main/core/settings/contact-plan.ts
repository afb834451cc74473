/** What taking a list over would do, row by row, before anything is stored. Pure. */
import type {
  ContactPlanRow,
  ContactRequest,
  ContactTarget,
  Membership,
  OrganizationContent,
  OrganizationType,
} from '../../contract/settings/shapes.ts';
import { fold } from '../../base/fold.ts';
import { parseGermanDate, type IsoDate } from '../../base/german-date.ts';
import { displayName } from '../../base/person-name.ts';
import type { OrganizationEntry, PersonEntry } from '../ports/ports.ts';
import { addressAndTitle, hintFor, nameIn, valuesOf, type Values } from './contact-values.ts';
import { fieldChanges } from './field-changes.ts';
import { namedBy, personsMeant, type KnownUids } from './person-meant.ts';

type Problem = NonNullable<ContactPlanRow['problem']>;

export interface PlannedContact extends ContactPlanRow {
  /** What the list calls the contact; absent where it does not say. */
  readonly uid?: string;
  readonly organization?: OrganizationEntry;
  readonly person?: PersonEntry;
}

export interface ContactPlan {
  readonly rows: readonly PlannedContact[];
  /** Bodies that rows of persons name and that do not exist yet. */
  readonly newOrganizations: readonly OrganizationEntry[];
}

const NO_CONTACT_DETAILS = { street: '', postalCode: '', city: '', country: '', room: '', telephone: '', email: '' };
const CONTACT_DETAIL_FIELDS = ['street', 'postalCode', 'city', 'country', 'room', 'telephone', 'email'] as const;
const TYPES: Record<Exclude<ContactTarget, 'person'>, OrganizationType> = {
  unit: 'unit',
  committee: 'committee',
  faction: 'faction',
};

/** What kind of body a name suggests. */
export function typeOfName(name: string): OrganizationType {
  const text = fold(name);
  if (/fraktion|wahlergruppe/.test(text)) return 'faction';
  if (/^(stadtrat|gemeinderat|kreistag|stadtverordnetenversammlung)$/.test(text)) return 'council';
  if (/(ober)?burgermeister|landrat/.test(text)) return 'mayor';
  if (/ausschuss|beirat|ortschaftsrat|betriebsausschuss|kommission/.test(text)) return 'committee';
  if (/amt$|amt |fachbereich|dezernat|referat|fachdienst|eigenbetrieb|stabsstelle/.test(text)) return 'unit';
  return 'other';
}

/** A list of committees usually holds the council and the factions, too: their names tell. */
function typeFor(target: Exclude<ContactTarget, 'person'>, name: string): OrganizationType {
  const told = typeOfName(name);
  const isBody = told === 'council' || told === 'mayor' || told === 'faction';
  return target === 'committee' && isBody ? told : TYPES[target];
}

/** Dates of the row; undefined when one cannot be read. */
function datesOf(values: Values, today: IsoDate): { startDate?: string; endDate?: string } | Problem {
  const dates: { startDate?: string; endDate?: string } = {};
  for (const field of ['startDate', 'endDate'] as const) {
    const text = values[field];
    if (text === undefined) continue;
    const date = parseGermanDate(text, today);
    if (date === undefined) return 'date-invalid';
    dates[field] = date;
  }
  return dates.startDate && dates.endDate && dates.endDate < dates.startDate ? 'dates-swapped' : dates;
}

/** Times that share no day: somebody who left and came back was a member twice. */
const isOtherTime = (a: { startDate?: string; endDate?: string }, b: Membership): boolean =>
  (a.startDate !== undefined && b.endDate !== null && a.startDate > b.endDate) ||
  (a.endDate !== undefined && b.startDate !== null && a.endDate < b.startDate);

const contactDetailsFrom = (values: Values, former: OrganizationContent['reach']): OrganizationContent['reach'] => ({
  ...former,
  ...Object.fromEntries(
    CONTACT_DETAIL_FIELDS.filter((field) => values[field] !== undefined).map((field) => [field, values[field]]),
  ),
});

const problemRow = (row: number, title: string, problem: Problem): PlannedContact => ({
  row,
  action: 'problem',
  title,
  problem,
  hint: null,
  fields: [],
});

function plannedRow(row: number, title: string, former: unknown, next: object): PlannedContact {
  const fields = fieldChanges(former ?? null, next);
  const action = former === undefined ? 'create' : fields.length === 0 ? 'same' : 'change';
  return { row, action, title, problem: null, hint: null, fields };
}

function planOrganization(
  row: number,
  values: Values,
  target: Exclude<ContactTarget, 'person'>,
  known: readonly OrganizationEntry[],
  uids: KnownUids,
  newId: () => string,
  today: IsoDate,
): PlannedContact {
  const { name, uid } = values;
  if (name === undefined) return problemRow(row, '', 'name-missing');
  const dates = datesOf(values, today);
  if (typeof dates === 'string') return problemRow(row, name, dates);
  const { entries, byUid } = namedBy(known, uids, uid, (entry) => fold(entry.name) === fold(name));
  const [former] = entries;
  const isRenamed = byUid && former !== undefined && fold(former.name) !== fold(name);
  const organization: OrganizationEntry = {
    id: former?.id ?? newId(),
    name: isRenamed ? name : (former?.name ?? name),
    shortName: values.shortName ?? former?.shortName ?? '',
    organizationType: former?.organizationType ?? typeFor(target, name),
    startDate: dates.startDate ?? former?.startDate ?? null,
    endDate: dates.endDate ?? former?.endDate ?? null,
    reach: contactDetailsFrom(values, former?.reach ?? NO_CONTACT_DETAILS),
  };
  const { startDate, endDate } = organization;
  if (startDate !== null && endDate !== null && endDate < startDate) return problemRow(row, name, 'dates-swapped');
  return {
    ...plannedRow(row, name, former, organization),
    hint: hintFor(values),
    organization,
    ...(uid !== undefined && { uid }),
  };
}

function planPerson(
  row: number,
  values: Values,
  known: readonly PersonEntry[],
  uids: KnownUids,
  organizationFor: (name: string) => OrganizationEntry,
  newId: () => string,
  today: IsoDate,
  list: ListSoFar,
): PlannedContact {
  const read = nameIn(values);
  if (read === undefined) return problemRow(row, values.name ?? '', 'name-missing');
  const { givenName, familyName } = read;
  const title = displayName({ givenName, familyName });
  const dates = datesOf(values, today);
  if (typeof dates === 'string') return problemRow(row, title, dates);
  const addressed = addressAndTitle(values.formOfAddress);
  if (addressed === undefined) return problemRow(row, title, 'form-of-address-unknown');
  const address = addressed.address ?? read.formOfAddress;
  const academic = values.title ?? ([addressed.title, read.title].find((text) => text !== '') || undefined);
  const { uid } = values;
  const { entries: named, byUid } = namedBy(known, uids, uid, (entry) => fold(displayName(entry)) === fold(title));
  const same = byUid ? named : personsMeant(named, { values, address, ...list, emails: list.emails.get(fold(title)) });
  if (same.length > 1) return problemRow(row, title, 'ambiguous');
  const [former] = same;
  const isRenamed = byUid && former !== undefined && fold(displayName(former)) !== fold(title);
  const memberships = [...(former?.memberships ?? [])];
  if (values.organization !== undefined) {
    const organizationId = organizationFor(values.organization).id;
    const role = values.role ?? 'Mitglied';
    const at = memberships.findIndex(
      (entry) =>
        entry.organizationId === organizationId &&
        (values.role === undefined || entry.role === role) &&
        !isOtherTime(dates, entry),
    );
    const before = memberships[at];
    const membership = {
      id: before?.id ?? newId(),
      organizationId,
      role: before?.role ?? role,
      startDate: dates.startDate ?? before?.startDate ?? null,
      endDate: dates.endDate ?? before?.endDate ?? null,
    };
    if (before) memberships[at] = membership;
    else memberships.push(membership);
  }
  const person: PersonEntry = {
    id: former?.id ?? newId(),
    givenName: isRenamed ? givenName : (former?.givenName ?? givenName),
    familyName: isRenamed ? familyName : (former?.familyName ?? familyName),
    title: academic ?? former?.title ?? null,
    formOfAddress: address ?? former?.formOfAddress ?? null,
    reach: contactDetailsFrom(values, former?.reach ?? NO_CONTACT_DETAILS),
    memberships,
  };
  return {
    ...plannedRow(row, title, former, person),
    hint: named.length > same.length ? 'same-name' : hintFor(values),
    person,
    ...(uid !== undefined && { uid }),
  };
}

interface ListSoFar {
  /** Whom earlier rows of this list spoke of. */
  readonly inList: ReadonlySet<string>;
  /** All e-mail addresses that the list has for a name, folded. */
  readonly emails: ReadonlyMap<string, ReadonlySet<string>>;
}

function emailsByName(rows: readonly Values[]): ReadonlyMap<string, ReadonlySet<string>> {
  const emails = new Map<string, Set<string>>();
  for (const values of rows) {
    const read = nameIn(values);
    if (!read || values.email === undefined) continue;
    const name = fold(displayName(read));
    emails.set(name, (emails.get(name) ?? new Set()).add(fold(values.email)));
  }
  return emails;
}

/** The UIDs a list gives its contacts. */
export const uidsIn = (request: ContactRequest): readonly string[] =>
  request.rows.flatMap((row) => valuesOf(row, request.mapping).uid ?? []);

/** Empty cells never erase what is known. A later row of the same person adds to the earlier one. */
export function planContacts(
  request: ContactRequest,
  known: {
    readonly organizations: readonly OrganizationEntry[];
    readonly persons: readonly PersonEntry[];
    readonly uids: KnownUids;
    readonly today: IsoDate;
  },
  newId: () => string,
): ContactPlan {
  const newOrganizations: OrganizationEntry[] = [];
  const organizationFor = (name: string): OrganizationEntry => {
    const wanted = fold(name);
    const found = [...known.organizations, ...newOrganizations].find(
      (entry) => fold(entry.name) === wanted || (entry.shortName !== '' && fold(entry.shortName) === wanted),
    );
    if (found) return found;
    const made: OrganizationEntry = {
      id: newId(),
      name,
      shortName: '',
      organizationType: typeOfName(name),
      startDate: null,
      endDate: null,
      reach: NO_CONTACT_DETAILS,
    };
    newOrganizations.push(made);
    return made;
  };
  const { target } = request;
  const seen = new Set<string>();
  const persons = new Map(known.persons.map((person) => [person.id, person]));
  const uids = new Map(known.uids);
  const inList = new Set<string>();
  const listed = request.rows.map((cells) => valuesOf(cells, request.mapping));
  const emails = target === 'person' ? emailsByName(listed) : new Map<string, Set<string>>();
  const rows = listed.map((values, index): PlannedContact => {
    if (target === 'person') {
      const planned = planPerson(index + 1, values, [...persons.values()], uids, organizationFor, newId, known.today, {
        inList,
        emails,
      });
      if (planned.person) inList.add(planned.person.id);
      if (planned.person) persons.set(planned.person.id, planned.person);
      if (planned.person && planned.uid !== undefined) uids.set(planned.uid, planned.person.id);
      return planned;
    }
    const planned = planOrganization(index + 1, values, target, known.organizations, uids, newId, known.today);
    const key = planned.uid ?? fold(planned.title);
    if (planned.organization && seen.has(key)) return problemRow(index + 1, planned.title, 'twice-in-list');
    seen.add(key);
    return planned;
  });
  return { rows, newOrganizations };
}
