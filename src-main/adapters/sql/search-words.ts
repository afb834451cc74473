/** What is looked for and what is kept to be found, as words: pure, the same for every engine. */
import { fold } from '../../base/fold.ts';

/** Of what is kept: an index of another form is written anew (`reindex`). 1: words as they are split. 2: gender signs joined, parts of numbers. 3: both forms of each. */
export const SEARCH_FORM = 3;

const MOST_VARIANTS = 16;

/** As folded text has an umlaut, and spelled out. */
const SPELLED: ReadonlyMap<string, readonly string[]> = new Map([
  ['ä', ['a', 'ae']],
  ['ö', ['o', 'oe']],
  ['ü', ['u', 'ue']],
]);

/**
 * "mueller" may mean "müller" (folded "muller"), "neue" may not: every ae, oe, ue and every umlaut is tried both ways – as typed, where there are
 * too many of them.
 */
export function umlautForms(word: string): readonly string[] {
  let forms = [''];
  for (const part of word.split(/([aou]e|[äöü])/)) {
    const plain = SPELLED.get(part);
    const variants = plain ?? (/^[aou]e$/.test(part) ? [part, part.slice(0, 1)] : [part]);
    const next = forms.flatMap((form) => variants.map((variant) => form + variant));
    forms = next.length > MOST_VARIANTS ? forms.map((form) => form + (variants[0] ?? part)) : next;
  }
  return [...new Set(forms)];
}

/** "Bürger*innen", "Bürger:innen", "Bürger_innen", "Bürger’innen": one word, as "Bürgerinnen" and "BürgerInnen" are. */
const GENDER_SIGN = /(?<=\p{L})[*:_·•’'](?=in(?:nen\p{L}*)?(?!\p{L}))/gu;
/** "Bürger(innen)", "Bürger(-innen)", "Schüler(inn)en". */
const IN_BRACKETS = /(?<=\p{L})\(-?(in(?:nen)?)\)|(?<=\p{L})\((inn)\)(?=en(?!\p{L}))/gu;
/** "Bürger/-innen", "Bürger/innen" – and "Stadt/Innenstadt", "Kurs/In Planung", which are two. */
const STROKE = /(?<=\p{L})\/-?(?=in(?:nen\p{L}*)?(?!\p{L}))/gu;

const joined = (text: string): string => text.replace(GENDER_SIGN, '').replace(IN_BRACKETS, '$1$2');

/** Folded, but for umlauts: which spelling is looked for is decided later. */
const searched = (text: string): string =>
  text
    .replace(/[\u0000-\u001f]/g, ' ')
    .normalize('NFC')
    .split(/([äöü])/iu)
    .map((part, index) => (index % 2 === 1 ? part.toLowerCase() : fold(part)))
    .join('')
    .trim();

/** Words of a search, folded but for umlauts: `umlautForms` gives both spellings. */
export const wordsOf = (text: string): readonly string[] => searched(joined(text)).match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * "S0021/26": its class and number are one word, so that somebody who types only "0021/26", "21/26" or "S21/26" would not find it.
 */
const NUMBER = /(?<![\p{L}\p{N}])(\p{L}{1,4})(0*(\d{1,6}))(?=\/\d)/gu;

/** Text as it is kept in the index: folded, with gender signs joined – and as it stands, where joining changed it –, and with the parts of numbers. */
export function indexedText(text: string): string {
  const plain = fold(text);
  const words = fold(joined(text).replace(STROKE, ''));
  const parts = new Set(
    [...plain.matchAll(NUMBER)].flatMap(([, kind = '', digits = '', bare = '']) => [digits, bare, kind + bare]),
  );
  const more = [...(words === plain ? [] : [plain]), ...(parts.size === 0 ? [] : [[...parts].join(' ')])];
  return [words, ...more].join('\n');
}

/** For LIKE with ESCAPE '\\': finds the words inside titles ("behoerde" in "Ausländerbehörde"). Empty when there is nothing to look for. */
export function titlePatterns(text: string): readonly string[] {
  const wanted = searched(text);
  return wanted === '' ? [] : umlautForms(wanted).map((form) => `%${form.replace(/[\\%_]/g, '\\$&')}%`);
}
