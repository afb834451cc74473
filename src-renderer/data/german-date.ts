/** Dates as people type them: 27.10.2022, 5.1.24, 050124, "Do, 16.2.23". The same readings as on the other side of the contract. */
const WEEKDAYS = ['So', 'Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa'] as const;

const WEEKDAY_WORD =
  /^(?:mo(?:ntag)?|di(?:enstag)?|mi(?:ttwoch)?|do(?:nnerstag)?|fr(?:eitag)?|sa(?:mstag)?|so(?:nn(?:tag|abend))?)\.?,?\s+/i;

function iso(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1900 && year < 2200 ? date.toISOString().slice(0, 10) : null;
}

export function readDate(text: string): string | null {
  const trimmed = text.trim().replace(WEEKDAY_WORD, '');
  const match =
    /^(\d{1,2})\s*[.\s]\s*(\d{1,2})\s*[.\s]\s*(\d{4}|\d{2})$/.exec(trimmed) ??
    /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(trimmed);
  if (match) {
    const year = Number(match[3]);
    return iso(year < 100 ? 2000 + year : year, Number(match[2]), Number(match[1]));
  }
  const written = /^(\d{4})-(\d{2})-(\d{2})$/.exec(trimmed);
  return written ? iso(Number(written[1]), Number(written[2]), Number(written[3])) : null;
}

export function writeDate(date: string | null): string {
  return date === null ? '' : `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
}

export function shortWeekday(date: string | null): string {
  return date === null ? '' : (WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '');
}
