/** Numbers of list paragraphs, whatever format they come from. */
import { columnNumeral, letterNumeral, romanNumeral } from '../../../base/numerals.ts';

export type ListMark =
  | { readonly kind: 'bullet' }
  /** What stands before the text: "1.", "a)", "§ 3". */
  | { readonly kind: 'number'; readonly value: number; readonly label: string };

/** `format` by the words of WordprocessingML (17.18.59), and two of OpenDocument's own; one that is not known counts in plain figures. */
export function shownNumber(value: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letterNumeral(value);
    case 'upperLetter':
      return letterNumeral(value).toUpperCase();
    case 'lowerColumn':
      return columnNumeral(value);
    case 'upperColumn':
      return columnNumeral(value).toUpperCase();
    case 'lowerRoman':
      return romanNumeral(value).toLowerCase();
    case 'upperRoman':
      return romanNumeral(value);
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'ordinal':
      return `${value}.`;
    case 'none':
      return '';
    default:
      return String(value);
  }
}
