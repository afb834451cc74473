/** Names of persons in their parts and as they are shown. */

/** Words that belong to the family name that follows them. */
const PARTICLES = new Set([
  'von',
  'vom',
  'van',
  'der',
  'den',
  'de',
  'zu',
  'zum',
  'zur',
  'di',
  'da',
  'du',
  'la',
  'le',
  'ten',
  'ter',
  'el',
  'al',
]);

/** Former titles of nobility are part of the family name, where "von" or "zu" follows. */
const NOBLE = new Set([
  'freiherr',
  'freifrau',
  'freiin',
  'graf',
  'gräfin',
  'fürst',
  'fürstin',
  'prinz',
  'prinzessin',
  'edler',
  'ritter',
]);

export interface PersonName {
  readonly givenName: string;
  readonly familyName: string;
}

/** "Anna von der Heide" → given "Anna", family "von der Heide". A single word is a family name. */
export function splitName(name: string): PersonName {
  const words = name.trim().split(/\s+/);
  if (words.length < 2) return { givenName: '', familyName: name.trim() };
  let at = words.length - 1;
  while (at > 1 && PARTICLES.has((words[at - 1] ?? '').toLowerCase())) at -= 1;
  if (at > 1 && at < words.length - 1 && NOBLE.has((words[at - 1] ?? '').toLowerCase())) at -= 1;
  return { givenName: words.slice(0, at).join(' '), familyName: words.slice(at).join(' ') };
}

/** Without title: "Anna von der Heide". */
export function displayName(name: PersonName): string {
  return [name.givenName, name.familyName].filter(Boolean).join(' ');
}

export type FormOfAddressWord = 'Frau' | 'Herr';

/** A name as it stands in lists and letters, in all its parts. */
export interface WholeName extends PersonName {
  readonly formOfAddress: FormOfAddressWord | null;
  /** "Prof. Dr."; '' without one. */
  readonly title: string;
}

const FORMS: Readonly<Record<string, FormOfAddressWord>> = {
  frau: 'Frau',
  'fr.': 'Frau',
  herr: 'Herr',
  herrn: 'Herr',
  'hr.': 'Herr',
  'hrn.': 'Herr',
};
/** A title begins with one of these. */
const TITLE =
  /^(?:(?:prof|dr|dres|mag|pd|priv\.-doz|dipl\.-\p{L}+|dr\.-ing|dr\.-\p{L}+|m\.\s?a|b\.\s?a|m\.sc|b\.sc|ll\.m|mba)\.?|professor(?:in)?|doktor)$/iu;
/** What may follow in a title and is no title alone: "Dr. med. h. c. mult.". */
const BEHIND_TITLE =
  /^(?:med|dent|vet|jur|iur|phil|rer|nat|pol|oec|theol|ing|agr|sc|päd|paed|habil|mult|univ|techn|mont|forest|publ|h|c|e|h\.\s?c|e\.\s?h|hc|eh|fh|\(fh\))\.?$/iu;

/** Form of address and titles at the beginning of some words, and what is left. */
function withoutTitles(words: readonly string[]): {
  readonly formOfAddress: FormOfAddressWord | null;
  readonly titles: readonly string[];
  readonly rest: readonly string[];
} {
  let formOfAddress: FormOfAddressWord | null = null;
  let at = 0;
  const titles: string[] = [];
  for (; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const form = FORMS[word.toLowerCase()];
    if (form !== undefined) formOfAddress ??= form;
    else if (TITLE.test(word) || (titles.length > 0 && BEHIND_TITLE.test(word))) titles.push(word);
    else break;
  }
  return { formOfAddress, titles, rest: words.slice(at) };
}

const wordsOf = (text: string): string[] => text.trim().split(/\s+/).filter(Boolean);

/** "Anna von der" before a family name: what belongs to it goes there. */
function withParticles(given: readonly string[], family: string): PersonName {
  let at = given.length;
  while (at > 1 && PARTICLES.has((given[at - 1] ?? '').toLowerCase())) at -= 1;
  return { givenName: given.slice(0, at).join(' '), familyName: [...given.slice(at), family].join(' ') };
}

/**
 * "Frau Prof. Dr. Ada Graf", "Föhrmann, Dr. Edda", "Heide, Anna von der", "Edda Föhrmann, Dr." in their parts. A form of address alone
 * ("Frau Dr.") has no names.
 */
export function readPersonName(text: string): WholeName {
  const [first = '', ...more] = text.split(',').map((part) => part.trim());
  const head = withoutTitles(wordsOf(first));
  const tails = more.map((part) => withoutTitles(wordsOf(part)));
  const titles = [...head.titles, ...tails.flatMap((tail) => tail.titles)].join(' ');
  const formOfAddress = head.formOfAddress ?? tails.find((tail) => tail.formOfAddress !== null)?.formOfAddress ?? null;
  const given = tails.flatMap(({ rest }) => rest);
  const name =
    given.length === 0 || head.rest.length === 0
      ? splitName([...head.rest, ...given].join(' '))
      : withParticles(given, head.rest.join(' '));
  return { ...name, formOfAddress, title: titles };
}
