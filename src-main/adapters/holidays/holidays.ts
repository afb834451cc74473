/** Public holidays of a Land, from the package `feiertagejs`. */
import { getHolidays, type Region } from 'feiertagejs';
import type { FederalState } from '../../contract/settings/office-profile.ts';
import type { Holiday } from '../../core/ports/ports.ts';

/** In order of the year; Augsburg's and other places' own days are left out. */
export function holidaysOf(year: number, state: FederalState): readonly Holiday[] {
  const region: Region = state;
  return getHolidays(year, region)
    .map((holiday) => ({ date: holiday.dateString, name: holiday.translate('de') ?? holiday.name }))
    .sort((a, b) => a.date.localeCompare(b.date));
}
