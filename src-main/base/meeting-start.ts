/** Day and time of a meeting as people write them. */
import { readTypedDate, type IsoDate } from './german-date.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/**
 * "2026-03-12 17:00", "2026-03-12T17:00", "12.03.2026 17.30", "Do, 12.3.26, 17 Uhr" → "2026-03-12T17:00".
 * Undefined for days and times that do not exist and where one of the two is missing.
 */
export function parseMeetingStart(text: string, today: IsoDate): string | undefined {
  const match = /^(.+?)(?:T|,?\s+)(\d{1,2})(?:[:.](\d{2}))?(?:\s*Uhr)?$/i.exec(text.trim());
  if (!match) return undefined;
  const [, day = '', hour = '', minute = '00'] = match;
  const found = readTypedDate(day, today);
  if (found.kind !== 'day' || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${found.date}T${two(Number(hour))}:${minute}`;
}

export const dayOf = (start: string): string => start.slice(0, 10);
export const timeOf = (start: string): string => start.slice(11, 16);
