/** What is looked for, as words: pure, the same for every engine. */
import { fold } from '../../base/fold.ts';

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

const searched = (text: string): string => fold(text.replace(/[\u0000-\u001f]/g, ' ')).trim();

export const wordsOf = (text: string): readonly string[] => searched(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** For LIKE with ESCAPE '\\': finds the words inside titles ("behoerde" in "Ausländerbehörde"). Empty when there is nothing to look for. */
export function titlePatterns(text: string): readonly string[] {
  const wanted = searched(text);
  return wanted === '' ? [] : umlautForms(wanted).map((form) => `%${form.replace(/[\\%_]/g, '\\$&')}%`);
}
