/** What is looked for and what is kept to be found, as words: pure, the same for every engine. */
import { fold } from '../../base/fold.ts';

/** Of what is kept: an index of another form is written anew (`reindex`). 1: words as they are split. 2: gender signs joined, parts of numbers. */
export const SEARCH_FORM = 2;

const MOST_VARIANTS = 16;

/** "mueller" may mean "müller" (folded "muller"), "neue" may not: every ae, oe, ue is tried both ways. */
export function umlautForms(word: string): readonly string[] {
  let forms = [''];
  for (const part of word.split(/([aou]e)/)) {
    const variants = /^[aou]e$/.test(part) ? [part, part.slice(0, 1)] : [part];
    const next = forms.flatMap((form) => variants.map((variant) => form + variant));
    forms = next.length > MOST_VARIANTS ? forms.map((form) => form + part) : next;
  }
  return [...new Set(forms)];
}

/** "Bürger*innen", "Bürger:innen", "Bürger_innen", "Bürger/-innen", "Bürger(innen)": one word, as "Bürgerinnen" and "BürgerInnen" are. */
const GENDER_SIGN = /(?<=\p{L})(?:[*:_·•]|\/-?)(?=in(?:nen\p{L}*)?(?!\p{L}))/gu;
const IN_BRACKETS = /(?<=\p{L})\((in(?:nen)?)\)/gu;

const joined = (text: string): string => text.replace(GENDER_SIGN, '').replace(IN_BRACKETS, '$1');

const searched = (text: string): string => fold(text.replace(/[\u0000-\u001f]/g, ' ')).trim();

/** Words of a search. */
export const wordsOf = (text: string): readonly string[] => searched(joined(text)).match(/[\p{L}\p{N}]+/gu) ?? [];

/** "S0021/26": its class and number are one word, so that somebody who types only "0021/26" or "21/26" would not find it. */
const NUMBER = /(?<![\p{L}\p{N}])\p{L}{1,4}(0*(\d{1,6}))(?=\/\d)/gu;

/** Text as it is kept in the index: folded, joined, and with the parts of numbers that stand in it. */
export function indexedText(text: string): string {
  const words = fold(joined(text));
  const parts = new Set([...words.matchAll(NUMBER)].flatMap(([, digits = '', bare = '']) => [digits, bare]));
  return parts.size === 0 ? words : `${words}\n${[...parts].join(' ')}`;
}

/** For LIKE with ESCAPE '\\': finds the words inside titles ("behoerde" in "Ausländerbehörde"). Empty when there is nothing to look for. */
export function titlePatterns(text: string): readonly string[] {
  const wanted = searched(text);
  return wanted === '' ? [] : umlautForms(wanted).map((form) => `%${form.replace(/[\\%_]/g, '\\$&')}%`);
}
