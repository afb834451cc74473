/** German dates as people write them, to and from ISO days. Pure: weekdays are computed in the proleptic Gregorian calendar. */

/** A day as `2022-10-27`. */
export type IsoDate = string;

const WEEKDAYS = ['Sonntag', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag'] as const;

const WEEKDAY_WORD =
  /^(?:mo(?:ntag)?|di(?:enstag)?|mi(?:ttwoch)?|do(?:nnerstag)?|fr(?:eitag)?|sa(?:mstag)?|so(?:nn(?:tag|abend))?)\.?,?\s+/i;

/** Returns the ISO day, or undefined when the day does not exist (31.02.2023). */
export function isoDate(year: number, month: number, day: number): IsoDate | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!exists || year < 1900 || year > 2199) return undefined;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}

/** As they are printed, January first. */
export const MONTHS = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
] as const;
/** How a month may begin: in full, shortened, in Austria, without umlaut. */
const MONTH_WORDS = [
  /^(?:januar|jänner|jaenner|jan)$/,
  /^(?:februar|feber|feb)$/,
  /^(?:märz|maerz|mär|mrz)$/,
  /^(?:april|apr)$/,
  /^mai$/,
  /^(?:juni|juno|jun)$/,
  /^(?:juli|julei|jul)$/,
  /^(?:august|aug)$/,
  /^(?:september|sept|sep)$/,
  /^(?:oktober|okt)$/,
  /^(?:november|nov)$/,
  /^(?:dezember|dez)$/,
];

/** What somebody wrote where a date belongs. */
export type DayReading =
  | { readonly kind: 'day'; readonly date: IsoDate }
  /** A date by its form, but the calendar has no such day: 31 April. */
  | { readonly kind: 'no-such-day'; readonly day: string }
  | { readonly kind: 'none' };

const NONE: DayReading = { kind: 'none' };
/** Two digits mean the year that lies nearest: at most so far ahead. */
const YEARS_AHEAD = 20;
const DAY_MS = 86_400_000;

const monthOf = (word: string): number => MONTH_WORDS.findIndex((month) => month.test(word.toLowerCase())) + 1;

/** 80 years back, 20 ahead: on a day of 2026, "46" is 2046 and "47" is 1947. */
function wholeYear(written: string, today: IsoDate): number {
  if (written.length === 4) return Number(written);
  const last = Number(today.slice(0, 4)) + YEARS_AHEAD;
  const inCentury = last - (last % 100) + Number(written);
  return inCentury > last ? inCentury - 100 : inCentury;
}

function reading(year: number, month: number, day: number): DayReading {
  const date = isoDate(year, month, day);
  if (date !== undefined) return { kind: 'day', date };
  const isForm = month >= 1 && month <= 12 && day >= 1 && day <= 31 && year >= 1900 && year <= 2199;
  return isForm ? { kind: 'no-such-day', day: `${day}. ${MONTHS[month - 1] ?? ''} ${year}` } : NONE;
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const FIGURES = /^(\d{1,2})\s*[.\s]\s*(\d{1,2})\s*[.\s]\s*(\d{4}|\d{2})$/;
const CLOSE = /^(\d{2})(\d{2})(\d{4}|\d{2})$/;
const NAMED = /^(\d{1,2})\.?\s*(\p{L}{3,9})\.?\s*(\d{4}|\d{2})$/u;

/**
 * Reads `27.10.2022`, `27. Oktober 2022`, `27. Okt. 2022`, `5.1.24`, `050124`, `Do, 16.2.23`, `14.12 2009`, ISO days with and without a time.
 * `today` decides what two digits of a year mean.
 */
export function readGermanDate(text: string, today: IsoDate): DayReading {
  const trimmed = text.trim().replace(WEEKDAY_WORD, '');
  const iso = ISO.exec(trimmed);
  if (iso) return reading(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const figures = FIGURES.exec(trimmed) ?? CLOSE.exec(trimmed);
  if (figures) return reading(wholeYear(figures[3] ?? '', today), Number(figures[2]), Number(figures[1]));
  const named = NAMED.exec(trimmed);
  const month = monthOf(named?.[2] ?? '');
  return named && month > 0 ? reading(wholeYear(named[3] ?? '', today), month, Number(named[1])) : NONE;
}

/** The day, or undefined for everything that is none. */
export function parseGermanDate(text: string, today: IsoDate): IsoDate | undefined {
  const found = readGermanDate(text, today);
  return found.kind === 'day' ? found.date : undefined;
}

const FROM_TODAY: Readonly<Record<string, number>> = {
  vorgestern: -2,
  gestern: -1,
  heute: 0,
  morgen: 1,
  übermorgen: 2,
};

/** What a person types: besides, `heute`, `morgen`, and a day without its year, which is this one (`16.2.`, `16. Februar`). */
export function readTypedDate(text: string, today: IsoDate): DayReading {
  const trimmed = text.trim();
  const away = FROM_TODAY[trimmed.toLowerCase()];
  if (away !== undefined) {
    const date = new Date(Date.parse(`${today}T00:00:00Z`) + away * DAY_MS).toISOString().slice(0, 10);
    return { kind: 'day', date };
  }
  const year = today.slice(0, 4);
  if (/^\d{1,2}\.\s?\d{1,2}\.$/.test(trimmed)) return readGermanDate(`${trimmed}${year}`, today);
  if (/^\d{1,2}\.\s?\p{L}{3,9}\.?$/u.test(trimmed)) return readGermanDate(`${trimmed} ${year}`, today);
  return readGermanDate(trimmed, today);
}

/** `2022-10-27` → `27.10.2022`. */
export function formatGermanDate(date: IsoDate): string {
  return `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
}

/** `2023-02-16` → `Donnerstag`. */
export function weekdayName(date: IsoDate): string {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return WEEKDAYS[day] ?? '';
}

/** `2023-02-16` → `Do`. */
export function shortWeekday(date: IsoDate): string {
  return weekdayName(date).slice(0, 2);
}
