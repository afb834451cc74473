/** How a letter greets: by form of address, academic title and, where wanted, function. Pure; DIN 5008 puts several persons on a line each. */
import type { LetterPerson } from '../../contract/letter/shapes.ts';
import { letterWords } from '../../contract/letter/texts-de.ts';

/** More persons than this are greeted together. */
const MOST_NAMED = 3;

/** Only professors and doctors are greeted with their title, and with one doctorate: "Prof.Dr.-Ing. Dr. h. c." is "Prof. Dr.". */
export function titleInSalutation(title: string): string {
  const parts = [/\bprof/i.test(title) ? 'Prof.' : '', /\bdr(\.|\b)/i.test(title) ? 'Dr.' : ''];
  return parts.filter(Boolean).join(' ');
}

/** Words of a function that are declined like adjectives: "die Fraktionsvorsitzende", "ein Fraktionsvorsitzender". */
const DECLINED = /(vorsitzende|beigeordnete|abgeordnete|beauftragte|vorstehende)r?$/i;
const NOUN =
  /(meister(in)?|rat|rätin|präsident(in)?|dezernent(in)?|minister(in)?|sprecher(in)?|direktor(in)?|leiter(in)?)$/i;

/** Whether a line names an office or a function instead of a person. */
export const isFunctionName = (text: string): boolean => DECLINED.test(text.trim()) || NOUN.test(text.trim());

/** The function as it stands behind "Frau" or "Herr"; empty when it names an office, not a person ("Vorsitz", "Mitglied"). */
function functionInSalutation(name: string, formOfAddress: 'Frau' | 'Herr'): string {
  const text = name.trim();
  if (DECLINED.test(text)) {
    const stem = text.replace(/r$/i, '');
    return formOfAddress === 'Herr' ? `${stem}r` : stem;
  }
  return NOUN.test(text) ? text : '';
}

function greeting(person: LetterPerson): string | null {
  const title = titleInSalutation(person.title);
  const family = person.familyName.trim();
  if (family === '') return null;
  const { formOfAddress } = person;
  if (formOfAddress === 'Frau' || formOfAddress === 'Herr') {
    const opening = formOfAddress === 'Frau' ? letterWords.madam : letterWords.sir;
    const role = functionInSalutation(person.function, formOfAddress);
    return [opening, role, title, family].filter(Boolean).join(' ');
  }
  if (formOfAddress === 'Familie') return `${letterWords.family} ${family}`;
  if (formOfAddress === 'Eheleute') return `${letterWords.couple} ${family}`;
  // Neutral and unknown are greeted alike: by the whole name, without guessing.
  const given = person.givenName.trim();
  return given === '' ? null : [letterWords.goodDay, title, given, family].filter(Boolean).join(' ');
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** With its comma; "\n" between several persons. An organization, or somebody whose name is not known, is greeted as everybody. */
export function salutationFor(persons: readonly LetterPerson[]): string {
  const greetings = persons.map(greeting);
  if (greetings.length === 0 || greetings.length > MOST_NAMED || greetings.includes(null)) return letterWords.everybody;
  return greetings
    .flatMap((text) => text ?? [])
    .map((text, index) => `${index === 0 ? text : lowerFirst(text)},`)
    .join('\n');
}
