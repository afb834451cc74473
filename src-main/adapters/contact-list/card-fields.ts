/** The fields of an office contact out of the properties of one card. */
import ICAL from 'ical.js';
import type { ContentLine } from './content-lines.ts';

export const CARD_COLUMNS = [
  'Name',
  'Vorname',
  'Nachname',
  'Titel',
  'Anrede',
  'Funktion',
  'Organisation',
  'Einheit',
  'Straße',
  'Postfach',
  'PLZ',
  'Ort',
  'Land',
  'Telefon',
  'E-Mail',
  'Raum',
  'UID',
] as const;
export type CardColumn = (typeof CARD_COLUMNS)[number];

const READ = new Set(['fn', 'n', 'org', 'title', 'role', 'adr', 'tel', 'email', 'uid']);
/** Numbers nobody speaks into. */
const NO_VOICE = ['fax', 'pager', 'modem', 'bbs', 'video'];
const FORMS_OF_ADDRESS = new Set(['herr', 'herrn', 'frau', 'hr.', 'fr.']);

type DesignSet = Parameters<typeof ICAL.parse.property>[1];
/** What the package calls the rules of a version; it leaves them untyped. */
const VCARD_3 = (ICAL.design.components as Record<string, DesignSet>)['vcard3'];

interface Property {
  readonly types: readonly string[];
  /** Components, of which each may be a list. */
  readonly parts: readonly string[];
}

function flat(value: unknown): string {
  return Array.isArray(value)
    ? value.map(flat).filter(Boolean).join(', ')
    : typeof value === 'string'
      ? value.trim()
      : '';
}

/** Undefined when the parser cannot read it. */
function readProperty(line: ContentLine): Property | undefined {
  try {
    // The type is said so that telephone numbers in 4.0 ("tel:+49…") and 3.0 are text alike.
    const text = `${line.name.toUpperCase()};VALUE=text:${line.value}`;
    const [, , , value] = ICAL.parse.property(text, VCARD_3) as unknown[];
    // Escaped semicolons are left by the parser in values that have no components of their own.
    const clean = (part: unknown): string => flat(part).replaceAll('\\;', ';');
    return { types: line.types, parts: Array.isArray(value) ? value.map(clean) : [clean(value)] };
  } catch {
    return undefined;
  }
}

/** The preferred one for the office: work before private, PREF before others, then the order of the card. */
function best(properties: readonly Property[]): Property | undefined {
  const rank = ({ types }: Property): number =>
    (types.includes('work') ? 4 : 0) + (types.includes('pref') ? 2 : 0) - (types.includes('home') ? 1 : 0);
  return properties.reduce<Property | undefined>(
    (chosen, other) => (chosen && rank(chosen) >= rank(other) ? chosen : other),
    undefined,
  );
}

/** "Frau Dr." is a form of address and a title. */
function splitPrefix(prefix: string): { readonly form: string; readonly title: string } {
  const words = prefix.split(/[\s,]+/).filter(Boolean);
  const isForm = (word: string): boolean => FORMS_OF_ADDRESS.has(word.toLowerCase());
  const word = words.find(isForm)?.toLowerCase();
  const form = word === undefined ? '' : word.startsWith('f') ? 'Frau' : 'Herr';
  return { form, title: words.filter((other) => !isForm(other)).join(' ') };
}

/**
 * Fields as the card says them, none guessed. Room: Outlook puts the office into the second component of ADR, RFC 9554 into the eighth.
 * `unreadable`: names of properties that were left out.
 */
export function cardFields(lines: readonly ContentLine[]): {
  readonly fields: Readonly<Record<CardColumn, string>>;
  readonly unreadable: readonly string[];
} {
  const unreadable: string[] = [];
  const found = new Map<string, Property[]>();
  for (const line of lines) {
    if (!READ.has(line.name)) continue;
    const property = readProperty(line);
    if (!property) unreadable.push(line.name.toUpperCase());
    else if (property.parts.some(Boolean)) {
      const others = found.get(line.name);
      if (others) others.push(property);
      else found.set(line.name, [property]);
    }
  }
  const all = (name: string): readonly Property[] => found.get(name) ?? [];
  const [last = '', first = '', middle = '', prefix = '', suffix = ''] = best(all('n'))?.parts ?? [];
  const [box = '', extended = '', street = '', town = '', , code = '', country = '', room = ''] =
    best(all('adr'))?.parts ?? [];
  const [organization = '', ...units] = best(all('org'))?.parts ?? [];
  const { form, title } = splitPrefix(prefix);
  const voice = all('tel').filter(({ types }) => !types.some((type) => NO_VOICE.includes(type)));
  const one = (properties: readonly Property[]): string => best(properties)?.parts.join('; ') ?? '';
  const fullName = [title, first, middle, last, suffix].filter(Boolean).join(' ');
  const fields = {
    Name: one(all('fn')) || fullName || organization,
    Vorname: [first, middle].filter(Boolean).join(' '),
    Nachname: last,
    Titel: title,
    Anrede: form,
    Funktion: one(all('title')) || one(all('role')),
    Organisation: organization,
    Einheit: units.filter(Boolean).join(', '),
    Straße: street
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .join(', '),
    Postfach: box,
    PLZ: code,
    Ort: town,
    Land: country,
    Telefon: one(voice).replace(/^tel:/i, ''),
    'E-Mail': one(all('email')).replace(/^mailto:/i, ''),
    Raum: room || extended,
    // The same card as 3.0 and as 4.0 has one UID.
    UID: one(all('uid')).replace(/^urn:uuid:/i, ''),
  };
  return { fields, unreadable };
}
