/** Vocabulary of WordprocessingML (ISO/IEC 29500-1, 17; -4 for the transitional form): which element is meant, whatever its prefix. */
import { attributeOf, childNamed, elementsIn, textOf, type XmlElement } from '../xml.ts';

const WORD = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);
const MATH = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/math',
  'http://purl.oclc.org/ooxml/officeDocument/math',
]);
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** Asked for every element of a document: put together once for each name. */
const remembered = (prefix: string): ((local: string) => string) => {
  const names = new Map<string, string>();
  return (local) => {
    const known = names.get(local);
    if (known !== undefined) return known;
    const name = `${prefix}:${local}`;
    // A document of a thousand names is none.
    if (names.size < MOST_NAMES) names.set(local, name);
    return name;
  };
};
const MOST_NAMES = 1000;
const wordName = remembered('w');
const mathName = remembered('m');
const compatibilityName = remembered('mc');

/** "w:p", "m:oMath", "mc:Choice", or the local name alone for everything else. */
export function nameOf({ uri, local }: XmlElement): string {
  if (WORD.has(uri)) return wordName(local);
  if (MATH.has(uri)) return mathName(local);
  return uri === COMPATIBILITY ? compatibilityName(local) : local;
}

/** `w:val` of an element, whatever its prefix; null without one. */
export const valOf = (element: XmlElement | undefined): string | null => (element ? attributeOf(element, 'val') : null);

/** `w:val` of a child. */
export const childVal = (parent: XmlElement | undefined, local: string): string | null =>
  parent ? valOf(childNamed(parent, local)) : null;

/** A property that is on or off (17.17.4): there without a value means on. Null where it is not there. */
export function toggleOf(properties: XmlElement | undefined, local: string): boolean | null {
  const element = properties && childNamed(properties, local);
  if (!element) return null;
  return !/^(?:0|false|off|none)$/.test(valOf(element) ?? '');
}

/** Whole number of an attribute or value; null where it is none. */
export function integerOf(text: string | null): number | null {
  return text !== null && /^-?\d{1,9}$/.test(text.trim()) ? Number(text) : null;
}

/** All words in it, however deep. */
export const wordsOf = (element: XmlElement): string =>
  [...elementsIn(element)]
    .filter((one) => nameOf(one) === 'w:t')
    .map(textOf)
    .join(' ');
