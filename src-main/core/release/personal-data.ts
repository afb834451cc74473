/** Personal data in running text, found by form: what must not stand in a public paper unnoticed. Pure; a person judges the finds. */
import { personalDataKinds } from '../../contract/texts/findings-de.ts';
import { fold } from '../../contract/text/fold.ts';
import type { StatementContent } from '../../contract/statement.ts';

export interface PersonalDatum {
  readonly kind: string;
  readonly text: string;
  /** UTF-16 offset. */
  readonly start: number;
}

const PHONE = /(?<![\d/.-])(?:\+49[\s/-]?|0)\d{2,5}[\s/-]{1,3}\d[\d\s-]{3,12}\d(?![\d/])/g;
const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
const IBAN = /\b[A-Z]{2}\d{2}(?:\s?[\dA-Z]{4}){3,7}(?:\s?[\dA-Z]{1,3})?\b/g;
const ACCOUNT = /\b(?:Konto(?:nummer|-Nr\.?)?|Kto\.?(?:-Nr\.?)?)\s*:?\s*(\d[\d\s]{5,12}\d)/gi;
const BIRTH = /\b(?:geb(?:oren|\.)?|Geburts(?:tag|datum))\s*(?:am|:)?\s*\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}+)\s?\d{2,4}/giu;
/** A street with its number followed by a postcode, or after a word that says that somebody lives there. */
const STREET = String.raw`\p{Lu}[\p{L}.-]*(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|ring|ufer|damm|chaussee|[\s-](?:Straße|Str\.|Weg|Platz|Allee|Ring))\s+\d{1,4}\s?[a-z]?`;
const ADDRESS = new RegExp(
  String.raw`${STREET},?\s+\d{5}\s+\p{Lu}[\p{L}-]+|(?<=(?:wohnhaft|wohnt|Anschrift|Adresse)[^.]{0,30})${STREET}`,
  'gu',
);
const PERSON =
  /\b(?:Herrn?|Frau)\s+(?:(?:Dr|Prof|Dipl)\.(?:-\p{L}+\.)?\s*)*(\p{Lu}[\p{Ll}'’-]+(?:[-\s](?:von|van|der|de|zu|\p{Lu}[\p{Ll}'’-]+)){0,4})/gu;

/** IBAN check digits (ISO 13616): the rearranged number leaves 1 when divided by 97. */
function isIban(text: string): boolean {
  const compact = text.replace(/\s/g, '');
  if (compact.length < 15 || compact.length > 34) return false;
  const digits = (compact.slice(4) + compact.slice(0, 4)).replace(/[A-Z]/g, (sign) =>
    String(sign.charCodeAt(0) - 'A'.charCodeAt(0) + 10),
  );
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}

const wordsOf = (name: string): string[] => fold(name).split(/[^\p{L}]+/u).filter(Boolean);

/** Known when every word of the found name stands in the name of one person the office or the paper knows. */
function isKnown(name: string, known: readonly (readonly string[])[]): boolean {
  const words = wordsOf(name);
  return known.some((person) => words.every((word) => person.includes(word)));
}

export function personalDataIn(
  text: string,
  personNames: readonly string[],
  content: Pick<StatementContent, 'answers' | 'signatory' | 'contact'>,
): readonly PersonalDatum[] {
  const own = [content.contact.telephone, content.contact.email].filter((value) => value !== null);
  const known = [
    ...personNames,
    ...content.answers.flatMap(({ originators }) => originators.map(({ person }) => person)),
    content.signatory?.name ?? '',
    content.contact.clerk ?? '',
  ]
    .filter(Boolean)
    .map(wordsOf);
  const found = (kind: keyof typeof personalDataKinds, pattern: RegExp, keep: (match: string) => boolean = () => true) =>
    [...text.matchAll(pattern)]
      .filter((match) => keep(match[1] ?? match[0]) && !own.includes(match[0].trim()))
      .map((match) => ({ kind: personalDataKinds[kind], text: match[0].trim(), start: match.index }));
  return [
    ...found('telephone', PHONE),
    ...found('email', EMAIL),
    ...found('account', IBAN, isIban),
    ...found('account', ACCOUNT),
    ...found('birthDate', BIRTH),
    ...found('address', ADDRESS),
    ...found('name', PERSON, (name) => !isKnown(name, known)),
  ].sort((a, b) => a.start - b.start);
}
