/** Which column of a list fills which field: guessed from the headings, corrected by the person. */
import type { ContactField, ContactMapping, ContactTarget } from '../../contract/settings/shapes.ts';
import { fold } from '../../base/fold.ts';

/** Headings as they stand in lists of town halls and in exports of Outlook and council systems, folded. First match wins. */
const HEADINGS: readonly (readonly [ContactField, readonly string[]])[] = [
  ['givenName', ['vorname', 'vornamen', 'given name', 'first name', 'givenname', 'rufname']],
  ['familyName', ['nachname', 'familienname', 'zuname', 'family name', 'last name', 'surname', 'familyname']],
  ['formOfAddress', ['anrede', 'geschlecht', 'salutation', 'form of address', 'formofaddress']],
  ['title', ['titel', 'akademischer grad', 'grad', 'title', 'namenszusatz']],
  [
    'shortName',
    [
      'kurzbezeichnung',
      'kurzname',
      'kurzel',
      'abkurzung',
      'kurz',
      'organisationsziffer',
      'kennung',
      'shortname',
      'short name',
    ],
  ],
  ['role', ['funktion', 'rolle', 'position', 'amtsbezeichnung', 'art der mitgliedschaft', 'role', 'job title']],
  [
    'organization',
    [
      'organisation',
      'gremium',
      'fraktion',
      'ausschuss',
      'partei',
      'einheit',
      'amt',
      'fachbereich',
      'organization',
      'company',
      'firma',
    ],
  ],
  ['startDate', ['von', 'beginn', 'seit', 'eintritt', 'mitglied seit', 'ab', 'startdate', 'start date']],
  ['endDate', ['bis', 'ende', 'austritt', 'mitglied bis', 'enddate', 'end date']],
  ['houseNumber', ['hausnummer', 'hausnr', 'hausnr.', 'haus-nr.', 'haus nr.', 'nr', 'nr.']],
  ['postBox', ['postfach', 'post box', 'postbox', 'po box']],
  ['country', ['land', 'land/region', 'staat', 'country', 'country/region']],
  ['street', ['strasse', 'strasse und hausnummer', 'anschrift', 'adresse', 'street', 'hausanschrift']],
  ['postalCode', ['plz', 'postleitzahl', 'postal code', 'zip', 'postalcode']],
  ['city', ['ort', 'stadt', 'wohnort', 'city']],
  ['room', ['raum', 'zimmer', 'room', 'buro']],
  ['telephone', ['telefon', 'telefonnummer', 'tel', 'tel.', 'rufnummer', 'durchwahl', 'telephone', 'phone']],
  [
    'email',
    [
      'e-mail',
      'email',
      'mail',
      'e-mail-adresse',
      'mailadresse',
      'e-mail adresse',
      'primare e-mail-adresse',
      'e-mail 1',
    ],
  ],
  ['uid', ['uid']],
  [
    'name',
    [
      'name',
      'bezeichnung',
      'amt',
      'fachbereich',
      'gremium',
      'ausschuss',
      'fraktion',
      'organisation',
      'einheit',
      'vollstandiger name',
      'anzeigename',
    ],
  ],
];

const PERSON_FIELDS: ReadonlySet<ContactField> = new Set([
  'name',
  'givenName',
  'familyName',
  'title',
  'formOfAddress',
  'organization',
  'role',
  'startDate',
  'endDate',
  'street',
  'houseNumber',
  'postBox',
  'postalCode',
  'city',
  'country',
  'room',
  'telephone',
  'email',
  'uid',
]);
const ORGANIZATION_FIELDS: ReadonlySet<ContactField> = new Set([
  'name',
  'shortName',
  'startDate',
  'endDate',
  'street',
  'houseNumber',
  'postBox',
  'postalCode',
  'city',
  'country',
  'room',
  'telephone',
  'email',
  'uid',
]);

export const fieldsFor = (target: ContactTarget): ReadonlySet<ContactField> =>
  target === 'person' ? PERSON_FIELDS : ORGANIZATION_FIELDS;

const folded = (heading: string): string => fold(heading).replace(/[_:]+/g, ' ').replace(/\s+/g, ' ').trim();

/** Which of two addresses a column belongs to, as Outlook ("Ort geschäftlich") and Thunderbird ("Dienstlich: Ort") say it. */
const OFFICE = /(?:^| )(?:geschaftlich|dienstlich)(?:e|er|es)?(?= |$)/;
const HOME = /(?:^| )privat(?:e|er|es)?(?= |$)/;

interface Heading {
  readonly words: string;
  /** What belongs to the office comes first, private things last. */
  readonly rank: number;
}

function headingOf(column: string): Heading {
  const text = folded(column);
  const plain = text.replace(OFFICE, ' ').replace(HOME, ' ').replace(/\s+/g, ' ').trim();
  return { words: plain === '' ? text : plain, rank: OFFICE.test(text) ? 0 : HOME.test(text) ? 2 : 1 };
}

/** One field per column and one column per field; columns without a known heading stay empty. */
export function guessMapping(columns: readonly string[], target: ContactTarget): ContactMapping {
  const allowed = fieldsFor(target);
  const taken = new Set<ContactField>();
  const mapping: (ContactField | null)[] = columns.map(() => null);
  const headings = columns.map((column, at) => ({ ...headingOf(column), at }));
  for (const { words, at } of headings.sort((a, b) => a.rank - b.rank || a.at - b.at)) {
    const match = HEADINGS.find(([field, names]) => allowed.has(field) && !taken.has(field) && names.includes(words));
    if (!match) continue;
    taken.add(match[0]);
    mapping[at] = match[0];
  }
  return mapping;
}
