/** Which backups stay: the newest of each of the latest 7 days, 4 weeks and 12 months that have one. Pure. */
import type { IsoDate } from '../../base/german-date.ts';

const DAYS = 7;
const WEEKS = 4;
const MONTHS = 12;
const DAY_MS = 86_400_000;

export interface DatedBackup {
  readonly path: string;
  readonly day: IsoDate;
}

/** The Monday of the week of a day. */
function weekOf(day: IsoDate): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  const sinceMonday = (new Date(time).getUTCDay() + 6) % 7;
  return new Date(time - sinceMonday * DAY_MS).toISOString().slice(0, 10);
}

/**
 * Counts days that have a backup, not days of the calendar: after holidays, or with a clock that went wrong, nothing is lost.
 * Backups are given newest first, also within one day.
 */
export function backupsToDrop<B extends DatedBackup>(newestFirst: readonly B[]): readonly B[] {
  const kept = new Set<B>();
  const keepNewestOf = (period: (day: IsoDate) => string, count: number): void => {
    const seen = new Set<string>();
    for (const backup of newestFirst) {
      const key = period(backup.day);
      if (seen.has(key)) continue;
      if (seen.size === count) return;
      seen.add(key);
      kept.add(backup);
    }
  };
  keepNewestOf((day) => day, DAYS);
  keepNewestOf(weekOf, WEEKS);
  keepNewestOf((day) => day.slice(0, 7), MONTHS);
  return newestFirst.filter((backup) => !kept.has(backup));
}
