/** Days that stand in running text, with how they are written. Pure. */
import { isoDate, MONTHS, type IsoDate } from '../../base/german-date.ts';

export interface WrittenDate {
  readonly start: number;
  readonly text: string;
  /** Undefined where the calendar has no such day. */
  readonly date: IsoDate | undefined;
  /** With all its stops. */
  readonly isComplete: boolean;
}

/** Day, month, year with a stop behind day and month; "12.10 2022" lacks one. A year that a paper can speak of tells it from a section number. */
const DATE = /(?<![\d.,])(\d{1,2})\.\s?(\d{1,2})(\.?)\s?((?:19|2[01])\d\d)(?![\d.,]*\d)/g;
const NAMED_DATE = new RegExp(
  String.raw`(?<![\d.,])(\d{1,2})\.\s?(${MONTHS.join('|')})\s+((?:19|2[01])\d\d)(?!\d)`,
  'g',
);
/** Files and sections are numbered like days. */
const NUMBERED =
  /(?:\bAz\.?|Aktenzeichen|Geschäftszeichen|Aktenplan|Abschnitt|Ziffer|Ziff\.|Punkt|Kapitel|Nr\.|Nummer|§|Version)[\s:]*$/iu;

/** In the order of the text. */
export function writtenDates(text: string): readonly WrittenDate[] {
  const written = [...text.matchAll(DATE)].flatMap((match): WrittenDate[] => {
    const [day, month] = [Number(match[1]), Number(match[2])];
    // Neither a day nor a month: no slip of the pen, another kind of number.
    if ((day > 31 && month > 12) || NUMBERED.test(text.slice(Math.max(0, match.index - 40), match.index))) return [];
    const date = isoDate(Number(match[4]), month, day);
    return [{ start: match.index, text: match[0], date, isComplete: match[3] === '.' }];
  });
  const named = [...text.matchAll(NAMED_DATE)].map((match): WrittenDate => {
    const date = isoDate(Number(match[3]), MONTHS.findIndex((month) => month === match[2]) + 1, Number(match[1]));
    return { start: match.index, text: match[0], date, isComplete: true };
  });
  return [...written, ...named].sort((a, b) => a.start - b.start);
}
