/** What a short text says about publicity: one word, one letter in a field made for it, a ticked box. Pure. */
import type { Publicity } from '../../record/basics.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import { builtInProfile } from '../office/office-service.ts';

/** `choice`: both words to choose from, none chosen – a label, no value. `unclear`: something is said, but not what. */
export type Said = Publicity | 'choice' | 'unclear' | null;

/** The words of the form as it comes with the program; papers from elsewhere use them as well. */
const USUAL = builtInProfile().labels;

const NOUNS =
  '(?:sitzung|beratung|behandlung|verhandlung|vorlage|beschlussvorlage|drucksache|stellungnahme|mitteilung|unterlage|teil)?';
const PUBLIC = `(?:öffentlich|oeffentlich)(?:e[rsnm]?)?${NOUNS}|öff`;
/** As printed, shortened, and as a scanner reads it. */
const NON_PUBLIC = `(?:nicht|nich)(?:${PUBLIC}|öffentl|[\\p{L}\\d]{1,2}ffentlich)|nonpublic`;
const LETTER_PUBLIC = 'ö|oe';
const LETTER_NON_PUBLIC = 'n|nö|noe';
const EITHER = (a: string, b: string): string => `(?:${a})(?:/|\\||,|;|oder|und|bzw)+(?:${b})`;

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, 'u');
const IS_PUBLIC = whole(PUBLIC);
const IS_NON_PUBLIC = whole(NON_PUBLIC);
const PUBLIC_SIGN = `${PUBLIC}|${LETTER_PUBLIC}`;
const NON_PUBLIC_SIGN = `${NON_PUBLIC}|${LETTER_NON_PUBLIC}`;
const IS_CHOICE = whole(`${EITHER(PUBLIC_SIGN, NON_PUBLIC_SIGN)}|${EITHER(NON_PUBLIC_SIGN, PUBLIC_SIGN)}`);
const IS_SECRET = /^(?:streng)?vertraulich(?:e[rsnm]?\p{L}*)?$|^nurfürdendienstgebrauch$|^vsnfd$/u;

/** Lower case, without blanks, hyphens, soft hyphens, marks of emphasis and brackets around: "(Nicht-öffentlich)" is "nichtöffentlich". */
export const compact = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\u00ad\u200b.*_"„“”'‘’–—-]+/gu, '')
    .replace(/^[([{<:!]+|[)\]}>:!]+$/gu, '');

/** A whole cell or line. Letters count only where the field is made for them. */
export function saidBy(text: string, { labels }: Pick<OfficeProfile, 'labels'>, isField = false): Said {
  const word = compact(text);
  if (word === '') return null;
  if (IS_CHOICE.test(word)) return 'choice';
  if (IS_NON_PUBLIC.test(word) || [labels.nonPublic, USUAL.nonPublic].some((label) => compact(label) === word))
    return 'non-public';
  if (IS_PUBLIC.test(word) || [labels.public, USUAL.public].some((label) => compact(label) === word)) return 'public';
  if (IS_SECRET.test(word)) return 'unclear';
  if (isField && whole(LETTER_NON_PUBLIC).test(word)) return 'non-public';
  if (isField && whole(LETTER_PUBLIC).test(word)) return 'public';
  return null;
}

const BOX = /([☐☑☒□■▢▣✓✔✗✘⊠⊡○●◯◉◻◼⬜⬛]|\[\s?[xX]?\s?\]|\(\s?[xX]?\s?\)|(?<=^|\s)[xXoO](?=\s))/gu;
const TICKED = /[☑☒■▣✓✔✗✘⊠⊡●◉◼⬛xX]/u;

/** "☐ öffentlich ☒ nichtöffentlich", the boxes before or behind their words. Null where there are no boxes beside these words. */
export function saidByBoxes(text: string, profile: Pick<OfficeProfile, 'labels'>, isField = false): Said {
  const parts = text.split(BOX).map((part) => part.trim());
  if (parts.length < 3) return null;
  const words = (at: number): Said => saidBy(parts[at] ?? '', profile, isField);
  const isBehind = words(0) !== null && words(parts.length - 1) === null;
  const pairs: { said: Said; ticked: boolean }[] = [];
  for (let box = 1; box < parts.length; box += 2) {
    const said = words(isBehind ? box - 1 : box + 1);
    if (said === 'public' || said === 'non-public') pairs.push({ said, ticked: TICKED.test(parts[box] ?? '') });
  }
  if (pairs.length === 0) return null;
  const ticked = new Set(pairs.filter((pair) => pair.ticked).map((pair) => pair.said));
  const [only] = ticked;
  return ticked.size === 0 ? 'choice' : ticked.size === 1 && only !== undefined ? only : 'unclear';
}
