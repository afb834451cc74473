/** What a row of a list says: names and titles apart, an address out of its columns. Pure. */
import { fold } from '../../base/fold.ts';
import { normaliseLine } from '../../base/normalise.ts';
import { displayName, readPersonName, type WholeName } from '../../base/person-name.ts';
import type { ContactField, ContactPlanRow, ContactRequest, PersonContent } from '../../contract/settings/shapes.ts';
import { contactWords } from '../../contract/settings/texts-de.ts';

export type Values = Partial<Record<ContactField, string>>;

/** Spreadsheets take a postal code for a number and drop its zero. */
const SHORT_POSTAL_CODE = /^\d{4}$/;

export function valuesOf(row: readonly string[], mapping: ContactRequest['mapping']): Values {
  const values: Values = {};
  mapping.forEach((field, column) => {
    const text = normaliseLine(row[column] ?? '');
    if (field !== null && text !== '') values[field] = text;
  });
  const street = streetLine(values);
  return street === undefined ? values : { ...values, street };
}

/** House number and post box may stand in columns of their own; where there is both a street and a box, people are found in the street. */
function streetLine({ street, houseNumber, postBox }: Values): string | undefined {
  if (street !== undefined) return [street, houseNumber].filter(Boolean).join(' ');
  if (postBox === undefined) return undefined;
  return /^postfach/i.test(postBox) ? postBox : `${contactWords.postBox} ${postBox}`;
}

/** "Frau Dr." is a form of address and a title. Undefined for a word that is none. */
export function addressAndTitle(
  text: string | undefined,
): { readonly address: PersonContent['formOfAddress']; readonly title: string } | undefined {
  const read = readPersonName(text ?? '');
  if (read.familyName === '' && read.givenName === '') return { address: read.formOfAddress, title: read.title };
  const address = formOfAddress(text);
  return address === undefined ? undefined : { address, title: '' };
}

function formOfAddress(text: string | undefined): PersonContent['formOfAddress'] | undefined {
  switch (fold(text ?? '')) {
    case '':
      return null;
    case 'frau':
    case 'w':
    case 'weiblich':
    case 'f':
      return 'Frau';
    case 'herr':
    case 'herrn':
    case 'm':
    case 'mannlich':
      return 'Herr';
    case 'd':
    case 'divers':
    case 'neutral':
    case 'x':
      return 'neutral';
    default:
      return undefined;
  }
}

/** From the columns for its parts, else from the whole name; a title that stands among the given names is none of them. */
export function nameIn(values: Values): WholeName | undefined {
  const { familyName, givenName = '' } = values;
  if (familyName === undefined) return values.name === undefined ? undefined : withNames(readPersonName(values.name));
  const family = titlesApart(familyName);
  const given = titlesApart(givenName);
  return {
    familyName: displayName(family) || familyName,
    givenName: displayName(given),
    formOfAddress: given.formOfAddress ?? family.formOfAddress,
    title: [family.title, given.title].filter(Boolean).join(' '),
  };
}

/** In a column of its own a comma turns nothing round: "Meier, geb. Schulz" is a family name. */
const titlesApart = (text: string): WholeName =>
  text.includes(',') ? { givenName: '', familyName: text, formOfAddress: null, title: '' } : readPersonName(text);

const withNames = (name: WholeName): WholeName | undefined => (name.familyName === '' ? undefined : name);

/** What somebody should look at in the row. */
export function hintFor({ postalCode = '', country, postBox, street = '' }: Values): ContactPlanRow['hint'] {
  if (postBox !== undefined && !/postfach/i.test(street)) return 'post-box-left-out';
  return country === undefined && SHORT_POSTAL_CODE.test(postalCode) ? 'postal-code-short' : null;
}
