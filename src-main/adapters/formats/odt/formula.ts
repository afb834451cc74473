/** Formulas in MathML, as OpenDocument keeps them, as running text. */
import { childElements, textOf, type XmlElement } from '../xml.ts';

const LEAVES = new Set(['mi', 'mn', 'mo', 'mtext', 'ms']);
const RAISED: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  n: 'ⁿ',
  '+': '⁺',
  '-': '⁻',
};

const grouped = (text: string): string => (/^[\p{L}\p{N}.,]*$/u.test(text) ? text : `(${text})`);
const raised = (text: string): string =>
  [...text].every((sign) => sign in RAISED) ? [...text].map((sign) => RAISED[sign]).join('') : `^${grouped(text)}`;

/** One line: fractions with a stroke, powers raised where there are signs for it. */
export function formulaText(element: XmlElement): string {
  const parts = (): string[] => childElements(element).map(formulaText);
  const [first = '', second = '', third = ''] = LEAVES.has(element.local) ? [] : parts();
  switch (element.local) {
    case 'mi':
    case 'mn':
    case 'mo':
    case 'mtext':
    case 'ms':
      return textOf(element).trim();
    case 'annotation':
    case 'annotation-xml':
      return '';
    case 'mfrac':
      return `${grouped(first)}/${grouped(second)}`;
    case 'msup':
      return `${first}${raised(second)}`;
    case 'msub':
      return `${first}${second}`;
    case 'msubsup':
      return `${first}${second}${raised(third)}`;
    case 'msqrt':
      return `√${grouped(parts().join(''))}`;
    case 'mroot':
      return `${raised(second)}√${grouped(first)}`;
    default:
      return parts().join('');
  }
}
