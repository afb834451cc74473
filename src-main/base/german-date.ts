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

/**
 * Reads `27.10.2022`, `5.1.2024`, `5.1.24`, `050124`, `05012024`, `Do, 16.2.23`, `14.12 2009`, `09. 01 2025` and ISO days.
 * Two-digit years mean 2000–2099. Undefined for everything else and for days that do not exist.
 */
export function parseGermanDate(text: string): IsoDate | undefined {
  const trimmed = text.trim().replace(WEEKDAY_WORD, '');
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(trimmed);
  if (iso) return isoDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const match =
    /^(\d{1,2})\s*[.\s]\s*(\d{1,2})\s*[.\s]\s*(\d{4}|\d{2})$/.exec(trimmed) ??
    /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(trimmed);
  if (!match) return undefined;
  const year = Number(match[3]);
  return isoDate(year < 100 ? 2000 + year : year, Number(match[2]), Number(match[1]));
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
