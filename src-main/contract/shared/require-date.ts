/** A date that a person gave, in any form people write. */
import { readTypedDate, type IsoDate } from '../../base/german-date.ts';
import { Refusal } from './errors.ts';

/** Refuses with `date-invalid`, `no-such-day`. */
export function requireDate(value: string, today: IsoDate): IsoDate {
  const found = readTypedDate(value, today);
  if (found.kind === 'day') return found.date;
  if (found.kind === 'no-such-day') throw new Refusal('no-such-day', { day: found.day });
  throw new Refusal('date-invalid', { value });
}
