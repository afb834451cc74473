/** Personal data in running text, found by form: what must not stand in a public paper unnoticed. Pure; a person judges the finds. */
import type { Contact, Signatory } from '../../record/basics.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import { personalDataKinds } from '../../contract/release/texts-de.ts';
import { fold } from '../../base/fold.ts';
import { ibansIn } from './iban.ts';
import { knownNames, personNamesIn } from './person-names.ts';

export interface PersonalDatum {
  readonly kind: string;
  readonly text: string;
  /** UTF-16 offset. */
  readonly start: number;
}

/** What the office publishes anyway, and the people it or the paper names in their office. */
export interface PublicData {
  readonly names: readonly string[];
  readonly telephones: readonly string[];
  readonly emails: readonly string[];
  readonly streets: readonly string[];
}

interface NamingPeople {
  readonly answers: readonly { readonly originators: readonly { readonly person: string }[] }[];
  readonly signatory: Signatory | null;
  readonly contact: Contact;
}

export function publicData(
  personNames: readonly string[],
  { answers, signatory, contact }: NamingPeople,
  { address, signatories }: Pick<OfficeProfile, 'address' | 'signatories'>,
): PublicData {
  const present = (values: readonly (string | null | undefined)[]): string[] =>
    values.filter((value): value is string => value !== null && value !== undefined && value.trim() !== '');
  return {
    names: present([
      ...personNames,
      ...answers.flatMap(({ originators }) => originators.map(({ person }) => person)),
      ...signatories.map(({ name }) => name),
      signatory?.name,
      contact.clerk,
    ]),
    telephones: present([contact.telephone, address.telephone]),
    emails: present([contact.email, address.email]),
    streets: present([address.street]),
  };
}

/** Area code and number with something between them, or ten and more digits in one; papers (S0386/22), files and sums begin otherwise. */
const PHONE =
  /(?<![\p{L}\d/.,-]|\d\d\s)(?:\(?(?:\+|00)49\)?[\s/-]{0,2}(?:\(0\)[\s-]?)?\(?[1-9]\d{1,4}\)?|\(?0[1-9]\d{1,4}\)?)(?:[\s/–-]{1,3}\d[\d\s/–-]{2,13}\d|(?<=\))\d{3,12})(?![\d/])|(?<![\p{L}\d/.,-])(?:(?:\+|00)49\s?|0)[1-9]\d{8,11}(?![\d/])/gu;
/** Numbers of files and budgets look like telephone numbers. */
const FILE_NUMBER =
  /(?:\bAz\.?|Aktenzeichen|Geschäftszeichen|Drucksache|Haushaltsstelle|Produkt|Produktkonto|Kostenstelle|Sachkonto|Flurstück)(?:\s*(?:-?Nr\.|Nummer))?[\s:]*$/iu;
const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
const ACCOUNT = /(?<![\p{L}])(?:Konto(?:nummer|-Nr\.?)?|Kto\.?(?:-Nr\.?)?)\s*:?\s*\d[\d\s]{5,12}\d/giu;
const DAY = String.raw`\d{1,2}\.\s?(?:\d{1,2}\.|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\s?\d{2,4}`;
const BIRTH = new RegExp(
  String.raw`(?<![\p{L}])(?:geb(?:oren(?:e[rn]?)?|\.)?|Geburts(?:tag|datum))\s*(?:am|:)?\s*${DAY}|\*\s?${DAY}`,
  'giu',
);
const HOUSE = String.raw`\d{1,4}(?:\s?[a-z](?!\p{L}))?(?:[-–/]\d{1,4}(?:\s?[a-z](?!\p{L}))?)?`;
/** "Lange Straße 12", "Breiter Weg 3 a", "Am Ring 7". */
const STREET = String.raw`(?:\p{Lu}[\p{L}.’-]*\s){0,3}\p{Lu}?[\p{L}.’-]*(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|ring|ufer|damm|chaussee|markt|Straße|Str\.|Weg|Platz|Allee|Ring|Markt)\s+${HOUSE}`;
/** Any name with a house number before postcode and town; a street alone where somebody is said to live. */
const ADDRESS = new RegExp(
  String.raw`(?:${STREET}|(?:\p{Lu}[\p{L}.’-]*\s){1,4}${HOUSE}),?\s+\d{5}\s+\p{Lu}[\p{L}-]+|(?<=(?:wohnhaft|wohnt|wohnen|Anschrift|Adresse)[^.]{0,40})(?<![\p{L}])${STREET}`,
  'gu',
);

const digitsOf = (text: string): string => text.replace(/\D/g, '').replace(/^(?:00)?490?(?=\d{7})/, '0');

interface Hit {
  readonly text: string;
  readonly start: number;
}
const hits = (text: string, pattern: RegExp): readonly Hit[] =>
  [...text.matchAll(pattern)].map((match) => ({ text: match[0].trim(), start: match.index }));

/** In the order of the text. */
export function personalDataIn(text: string, known: PublicData): readonly PersonalDatum[] {
  const telephones = known.telephones.map(digitsOf);
  const emails = known.emails.map(fold);
  const isKnownName = knownNames(known.names);
  const ibans = ibansIn(text);
  const inIban = ({ start }: Hit): boolean =>
    ibans.some((iban) => start >= iban.start && start < iban.start + iban.text.length);
  const isPhone = ({ text: number, start }: Hit): boolean =>
    !telephones.includes(digitsOf(number)) && !FILE_NUMBER.test(text.slice(Math.max(0, start - 60), start));
  const found: Record<keyof typeof personalDataKinds, readonly Hit[]> = {
    telephone: hits(text, PHONE).filter((hit) => isPhone(hit) && !inIban(hit)),
    email: hits(text, EMAIL).filter((hit) => !emails.includes(fold(hit.text))),
    account: [...ibans, ...hits(text, ACCOUNT)],
    birthDate: hits(text, BIRTH),
    address: hits(text, ADDRESS).filter((hit) => !known.streets.some((own) => fold(hit.text).includes(fold(own)))),
    name: personNamesIn(text).filter((hit) => !isKnownName(hit.text)),
  };
  return (Object.keys(personalDataKinds) as (keyof typeof personalDataKinds)[])
    .flatMap((kind) => found[kind].map((hit) => ({ kind: personalDataKinds[kind], ...hit })))
    .sort((a, b) => a.start - b.start);
}
