/**
 * Letters of DIN 91379 (names of persons in European administrations) that are no letter with a mark, by the search form of that standard; signs
 * that print nothing. Umlauts stay their vowel: who looks for "ae" is met by the search (adapters/sql/search-words.ts).
 */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ĸ: 'k',
  ł: 'l',
  ŋ: 'n',
  ŧ: 't',
  þ: 'th',
  ə: 'a',
  ɨ: 'i',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
  ǥ: 'g',
  ʒ: 'z',
  ƶ: 'z',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');
/** Soft hyphens, joiners, marks of direction, and apostrophes that belong to a letter. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u02b9-\u02bc]/gu;

/** For comparing words as people mean them, on both sides ("auslander" finds "Ausländer", "Lukasz" "Łukasz"). */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter);
}
