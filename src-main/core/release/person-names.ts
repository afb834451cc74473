/** Names of persons in running text, found by what stands before them ("Frau", "Herrn Dr."). A name alone cannot be told from other nouns. Pure. */
import { fold } from '../../base/fold.ts';

export interface FoundName {
  readonly text: string;
  /** UTF-16 offset of the name itself, without salutation, titles and functions. */
  readonly start: number;
}

const SALUTATION = /(?<![\p{L}-])(?:(?:Herrn?|Frau|Familie|Eheleute)(?=\s)|(?:Hr|Fr)\.|(?=(?:Prof|Dr)\.))\s*/gu;
const TITLE = /(?:Prof|Dr|Dipl|Mag|med|jur|phil|rer|nat|oec|h\.\s?c)\.(?:-\p{L}+\.?)?\s*/uy;
const PARTICLE = /(?:von|van|vom|zu|zur|zum|der|den|de|dem|di|da)\s+(?=(?:(?:von|van|der|den|de|zu|zur)\s+)?\p{Lu})/uy;
const WORD = /(\p{Lu}[\p{L}’'-]*)(?:\s+|(?![\p{L}\d]))/uy;
/** Offices and functions; words that are common family names as well ("Richter", "Meister") are left out. */
const FUNCTION =
  /^(?:\p{L}*[Bb]ürgermeister(?:in|s)?|\p{L}*[Pp]räsident(?:in|en)?|(?:Stadt|Gemeinde|Kreis|Land|Orts|Bundes|Landes|Verwaltungs|Regierungs|Ministerial|Bau|Ober\p{L}+)r(?:at|ats|ates|ätin)|\p{L}*[Mm]itglieds?|\p{L}+leiter(?:in|s)?|\p{L}*[Vv]orsitzende[rnm]?|\p{L}*[Bb]eigeordnete[rn]?|\p{L}*[Dd]ezernent(?:in|en)?|\p{L}+sprecher(?:in|s)?|\p{L}*[Bb]eauftragte[rnm]?|\p{L}*[Mm]inister(?:in|s)?|\p{L}*[Dd]irektor(?:in|s|en)?|(?:Landtags|Bundestags)?[Aa]bgeordnete[rn]?|Stadtverordnete[rn]?|\p{L}*[Kk]ollege[n]?|\p{L}*[Kk]ollegin|Professor(?:in|s)?|Doktor|\p{L}*[Gg]eschäftsführer(?:in|s)?|Staatssekretär(?:in|s)?|Rechtsanw(?:alt|alts|ältin)|\p{L}+referent(?:in|en)?)$/u;
/** Nouns that follow a name without a comma: "hat Frau Muster Akteneinsicht beantragt". */
const NOUN = /(?:ung|heit|keit|schaft|tion|einsicht|auskunft|antrag|anfrage|bescheid|schreiben|brief|widerspruch)s?$/iu;
const MOST_WORDS = 3;

function tokenAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The name that begins here, behind titles and functions. */
function nameAt(text: string, from: number): FoundName | null {
  let at = from;
  for (;;) {
    const title = tokenAt(TITLE, text, at);
    const word = title ? null : tokenAt(WORD, text, at);
    if (title) at += title[0].length;
    else if (word && FUNCTION.test(word[1] ?? '')) at += word[0].length;
    else break;
  }
  const start = at;
  let end = at;
  for (let words = 0; words < MOST_WORDS;) {
    const particle = tokenAt(PARTICLE, text, at);
    if (particle) {
      at += particle[0].length;
      continue;
    }
    const word = tokenAt(WORD, text, at);
    if (!word || (words > 0 && NOUN.test(word[1] ?? ''))) break;
    end = at + (word[1] ?? '').length;
    at += word[0].length;
    words += 1;
  }
  return end === start ? null : { text: text.slice(start, end), start };
}

export function personNamesIn(text: string): readonly FoundName[] {
  const found: FoundName[] = [];
  for (const salutation of text.matchAll(SALUTATION)) {
    const at = salutation.index + salutation[0].length;
    const name = nameAt(text, at);
    // "Frau Dr. Muster" is met twice: at "Frau" and at "Dr.".
    if (name && name.start !== found.at(-1)?.start) found.push(name);
  }
  return found;
}

const wordsOf = (name: string): string[] =>
  fold(name)
    .split(/[^\p{L}]+/u)
    .filter(Boolean);

/** Known when the name is part of a known one, or begins with words of a known one up to its family name ("Linkes Vorschlag"). */
export function knownNames(names: readonly string[]): (name: string) => boolean {
  const known = names.map(wordsOf).filter((words) => words.length > 0);
  return (name) => {
    const words = wordsOf(name);
    return known.some((person) => {
      const isOf = (word: string): boolean => person.includes(word) || person.some((own) => word === `${own}s`);
      if (words.every(isOf)) return true;
      const family = person.at(-1) ?? '';
      const at = words.findIndex((word) => word === family || word === `${family}s`);
      return at >= 0 && words.slice(0, at).every(isOf);
    });
  };
}
