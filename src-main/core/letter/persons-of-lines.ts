/**
 * Who is greeted in an address that somebody typed: only whoever is called by a form of address – "Frau Ida Beispiel", "Herrn" above the
 * name, "Eheleute Beispiel". What is not certain names nobody, so that the letter greets everybody. Pure.
 */
import type { LetterPerson } from '../../contract/letter/shapes.ts';
import { splitName } from '../../base/person-name.ts';
import { isFunctionName } from './salutation.ts';

type Form = NonNullable<LetterPerson['formOfAddress']>;

const FORMS: readonly (readonly [RegExp, Form])[] = [
  [/^(frau|fr\.)$/i, 'Frau'],
  [/^(herrn?|hrn?\.)$/i, 'Herr'],
  [/^(familie|fam\.)$/i, 'Familie'],
  [/^(eheleute|ehepaar)$/i, 'Eheleute'],
];
/** Words before the form of address that change nothing. */
const TO = /^(?:an(?:\s+(?:die|den))?|z\.\s?h(?:d|\.)?d?\.|zu\s+h(?:ä|ae)nden(?:\s+von)?)\s+/i;

const TITLE =
  /^(?:(?:prof|pd|dr|dres|mag|dipl|priv)\.?(?:-[\p{L}.]+)?(?:dr\.?(?:-[\p{L}.]+)?)?|professor(?:in)?|doktor|h\.?|c\.|h\.c\.|e\.h\.|med\.|phil\.|jur\.|iur\.|rer\.|nat\.|pol\.|oec\.|theol\.|dent\.|vet\.|agr\.|ing\.|habil\.|mult\.)$/u;
const PROFESSION = /(?:anwalt|anwältin|notar(?:in)?|pfarrer(?:in)?|architekt(?:in)?|richter(?:in)?)$/i;
const AFTER_NAME = /^(?:jun|sen|jr|sr|jun\.|sen\.|jr\.|sr\.|mdb|mdl|mdep|[\p{Lu}][\p{L}]*\.(?:[\p{L}]+\.?)+)$/iu;
const NAME_WORD = /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|[dO]['’]\p{Lu}[\p{L}\p{M}-]*)$/u;
const PARTICLE = /^(?:von|vom|van|der|den|de|zu|zum|zur|di|da|du|la|le|ten|ter|el|al|dos|das|und)$/;
/** A company, however it is called, has no form of address. */
const COMPANY =
  /(?:^|[\s,(])(?:gmbh|ag|kg|kgaa|ohg|ug|gbr|mbh|e\.\s?v\.|e\.\s?g\.|e\.\s?k\.|se|ltd\.?|co\.?|inh\.|stiftung|verein|verband|kanzlei|praxis|gesellschaft|firma|fa\.|fraktion|partei|gruppe|büro|agentur|verlag|apotheke|buchhandlung|salon|haus)(?=$|[\s,)&.])/i;
const PLACE =
  /(?:^(?:am|an|auf|im|in|zum|zur|unter|hinter|vor|bei|beim|alte[rs]?|neue[rs]?|großer?|kleine[rs]?)\s|(?:stra(?:ß|ss)e|str\.|weg|gasse|platz|allee|ring|ufer|damm|markt|chaussee|steig|hof|berg)$)/i;

const words = (text: string): string[] => text.trim().split(/\s+/).filter(Boolean);

interface Called {
  readonly form: Form;
  readonly rest: string;
}

function called(line: string): Called | null {
  const [first = '', ...rest] = words(line.replace(TO, ''));
  const form = FORMS.find(([pattern]) => pattern.test(first))?.[1];
  return form === undefined ? null : { form, rest: rest.join(' ') };
}

interface Named {
  readonly title: string;
  readonly name: string;
}

/** Title and name; null where this is no name of a person. */
function named(text: string): Named | null {
  const [written = ''] = text.split(/[,;(]/);
  if (/\d/.test(text) || COMPANY.test(text)) return null;
  const parts = words(written);
  // "Rechtsanwalt Dr. Muster": what somebody is stands before the title.
  while (parts.length > 1 && (isFunctionName(parts[0] ?? '') || PROFESSION.test(parts[0] ?? ''))) parts.shift();
  let at = 0;
  while (at < parts.length && TITLE.test((parts[at] ?? '').replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()))) {
    // "H. Muster" has a given name, "Dr. h. c. Muster" has none.
    if (/^\p{Lu}\.$/u.test(parts[at] ?? '')) break;
    at += 1;
  }
  const title = parts.slice(0, at).join(' ');
  const name = parts.slice(at);
  while (name.length > 1 && AFTER_NAME.test(name.at(-1) ?? '')) name.pop();
  const isName =
    name.length > 0 && name.length <= 6 && NAME_WORD.test(name.at(-1) ?? '') && !name.at(-1)?.endsWith('.');
  return isName && name.every((word) => NAME_WORD.test(word) || PARTICLE.test(word))
    ? { title, name: name.join(' ') }
    : null;
}

const personOf = (form: Form, { title, name }: Named): LetterPerson => ({
  formOfAddress: form,
  title,
  function: '',
  ...splitName(name),
});

/** "Ida und Max Beispiel" have one name, "Ida Beispiel und Max Muster" have two. */
function together(form: 'Familie' | 'Eheleute', text: string): LetterPerson[] {
  const found = named(text);
  if (found?.title !== '') return [];
  const [first = '', second, ...more] = found.name.split(/\s+und\s+/);
  if (more.length > 0 || (second !== undefined && (words(first).length > 1 || words(second).length < 2))) return [];
  return [personOf(form, { title: '', name: second ?? first })];
}

const AND = /\s+(?:und|u\.|&)\s+/;

/** "Frau und Herrn Beispiel", "Frau Ida Beispiel und Herrn Max Muster". */
function pair(line: string): LetterPerson[] | null {
  const [left = '', right = '', ...more] = line.replace(TO, '').split(AND);
  const [first, second] = [called(left), called(right)];
  if (more.length > 0 || !first || !second) return null;
  const other = named(second.rest);
  if (!other) return [];
  if (first.rest === '') {
    const { familyName } = splitName(other.name);
    // Whose given name it is nobody says.
    return [first.form, second.form].map((form) => personOf(form, { title: '', name: familyName }));
  }
  const one = named(first.rest);
  // "Herrn Max und Frau Ida Beispiel": a given name or a family name?
  if (!one || (words(one.name).length === 1 && words(other.name).length > 1)) return [];
  return [personOf(first.form, one), personOf(second.form, other)];
}

const single = ({ form, rest }: Called): LetterPerson[] => {
  if (form === 'Familie' || form === 'Eheleute') return together(form, rest);
  const found = named(rest);
  return found && !AND.test(found.name) ? [personOf(form, found)] : [];
};

/** The form of address stands alone: the name is on the next line, or on the one below a function. */
function below(form: Form, lines: readonly string[]): LetterPerson[] {
  const [next = '', after = ''] = lines;
  const isFunction = isFunctionName(next);
  const line = isFunction && words(after).length > 1 && !PLACE.test(after) && named(after) ? after : next;
  return PLACE.test(line) ? [] : single({ form, rest: line });
}

/** Lines of an address; several persons where several are called by a form of address, nobody where one of them is not certain. */
export function personsOfLines(lines: readonly string[]): LetterPerson[] {
  const persons: LetterPerson[] = [];
  for (const [index, line] of lines.entries()) {
    const both = pair(line);
    const one = both ? null : called(line);
    if (!both && !one) continue;
    const found = both ?? (one?.rest === '' ? below(one.form, lines.slice(index + 1)) : one ? single(one) : []);
    if (found.length === 0) return [];
    persons.push(...found);
  }
  return persons;
}

/** Somebody named on a paper, with or without form of address and title. */
export function personOfName(name: string): LetterPerson {
  const [person, ...more] = personsOfLines([name]);
  if (person && more.length === 0) return person;
  const found = named(name);
  return found
    ? { ...personOf('neutral', found), formOfAddress: null }
    : { formOfAddress: null, title: '', function: '', ...splitName(name) };
}
