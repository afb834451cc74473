/** What is wrong with a value that does not fit its schema, in one German phrase with the place. Never the validator's own words. */
import type * as z from 'zod';

function isMissing(value: unknown, path: readonly PropertyKey[]): boolean {
  let current: unknown = value;
  for (const key of path) {
    if (current === null || typeof current !== 'object') return false;
    current = (current as Record<PropertyKey, unknown>)[key];
  }
  return current === undefined;
}

function phrase(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'custom') return issue.message;
  if (isMissing(value, issue.path)) return 'fehlt';
  if (issue.code === 'too_big') return 'ist zu lang oder zu groß';
  if (issue.code === 'too_small') return 'ist leer oder zu klein';
  if (issue.code === 'unrecognized_keys') return `kennt ${issue.keys.join(', ')} nicht`;
  return 'hat eine unerwartete Form';
}

/** The first of the places that are not known, and how many more there are. */
export function unknownPlaces(places: readonly string[]): string {
  const shown = places.slice(0, 3).map((place) => (place === '' ? 'das Ganze' : place));
  return places.length > shown.length
    ? `${shown.join(', ')} und ${places.length - shown.length} weitere`
    : shown.join(', ');
}

/** What the inputs of procedures are called by people who see no form. */
export const inputNames: Readonly<Record<string, string>> = {
  answers: 'Nummer des beantworteten Papiers',
  bodyName: 'Name der Körperschaft',
  class: 'Klasse',
  date: 'Datum',
  deadline: 'Frist',
  field: 'Feld',
  kind: 'Art',
  leadUnit: 'Federführung',
  location: 'Ort',
  name: 'Bezeichnung',
  number: 'Nummer',
  organization: 'Gremium',
  passphrase: 'Kennwort',
  path: 'Dateiname',
  reason: 'Begründung',
  recipient: 'Empfänger',
  ref: 'Nummer oder Kennung des Papiers',
  reference: 'Nummer',
  revision: 'Fassung',
  start: 'Tag und Uhrzeit',
  text: 'Text',
  value: 'Wert',
  year: 'Jahr',
};

/** For example `consultations.0.date: hat eine unerwartete Form`. `whole` names the value itself, `names` its fields where people know them by others. */
export function schemaProblem(
  error: z.ZodError,
  value: unknown,
  whole: string,
  names: Readonly<Record<string, string>> = {},
): string {
  const [issue] = error.issues;
  if (!issue) return `${whole}: hat eine unerwartete Form`;
  const [first, ...deeper] = issue.path.map(String);
  const known = first !== undefined && Object.hasOwn(names, first) ? names[first] : first;
  return `${[known, ...deeper].filter(Boolean).join('.') || whole}: ${phrase(issue, value)}`;
}
