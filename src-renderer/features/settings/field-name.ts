/** The German name of a changed field, from its path in the stored state. */
import { formatGermanDate } from '../../../src-main/base/german-date.ts';
import { plainEmphasis } from '../../../src-main/base/emphasis.ts';
import { t } from '../../texts/de.ts';
import { canBeBold, placeholderNames } from '../../texts/placeholders.ts';
import { splitPlaceholders } from '../../parts/settings/pattern-document.ts';

const { settings } = t;
const PARTS: Readonly<Record<string, string>> = {
  name: settings.organizations.name,
  shortName: settings.organizations.shortName,
  organizationType: settings.organizations.type,
  startDate: settings.persons.from,
  endDate: settings.persons.until,
  givenName: settings.persons.givenName,
  familyName: settings.persons.familyName,
  title: settings.persons.title,
  formOfAddress: settings.persons.formOfAddress,
  memberships: settings.persons.memberships,
  organizationId: settings.persons.organization,
  role: settings.persons.role,
  prefix: settings.signatory.prefix,
  reach: settings.contactDetails.title,
  street: settings.contactDetails.street,
  postalCode: settings.contactDetails.postalCode,
  city: settings.contactDetails.city,
  country: settings.contactDetails.country,
  room: settings.contactDetails.room,
  telephone: settings.contactDetails.telephone,
  email: settings.contactDetails.email,
  signatories: settings.fields.signatories,
  numberPatterns: settings.fields.numberPatterns,
  headRows: settings.fields.headRows,
  contactFields: settings.fields.contactFields,
  class: settings.numbers.class,
  paperType: settings.numbers.type,
  pattern: settings.numbers.pattern,
  givenElsewhere: settings.numbers.giver,
  coatOfArms: settings.groups.arms,
  data: settings.groups.arms,
  letters: settings.areas.briefe,
  ...t.letters.kinds,
  subject: t.letters.subject,
  paragraphs: t.letters.settings.paragraphs,
  closing: t.letters.closing,
  copies: settings.areas.kopien,
  visibility: t.dispatch.settings.shows,
  ...t.dispatch.kinds,
  ...t.dispatch.settings.blocks,
};

/** `memberships.0.role` → "Mitgliedschaften 1, Funktion"; a path nobody named is shown as it is. */
export function fieldName(path: string): string {
  const whole = (settings.fields as Readonly<Record<string, string>>)[path];
  if (whole !== undefined) return whole;
  return path
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : (PARTS[part] ?? part)))
    .join(', ')
    .replace(/, (\d+)/g, ' $1');
}

const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  organizationType: settings.organizations.types,
  paperType: t.paperTypes,
  givenElsewhere: { true: settings.numbers.givers.elsewhere, false: settings.numbers.givers.office },
  headRows: settings.headRows,
  contactFields: t.statement.contactFields,
  federalState: settings.holidays.states,
};

/** A text with placeholders as it reads, in one line: neither braces nor stars. */
function readable(path: string, value: string): string {
  const names = placeholderNames(path);
  return splitPlaceholders(canBeBold(path) ? plainEmphasis(value) : value, names)
    .map(({ text, name }) => (name === null ? text : settings.placeholders.quoted(names[name] ?? name)))
    .join('');
}

/** A stored value as the window shows it; ids of organizations become their names. */
export function fieldValue(path: string, value: string, organizations: ReadonlyMap<string, string>): string {
  const parts = path.split('.');
  const key = parts.filter((part) => !/^\d+$/.test(part)).at(-1) ?? '';
  if (key === 'organizationId') return organizations.get(value) ?? value;
  if (key.endsWith('Date') && /^\d{4}-\d{2}-\d{2}$/.test(value)) return formatGermanDate(value);
  return VALUES[key]?.[value] ?? readable(path, value);
}
