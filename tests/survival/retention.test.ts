/** Laws of the two rules that let things go, held against whatever dates there are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupsToDrop, type DatedBackup } from '../../src-main/core/backup/retention.ts';
import { versionsToDrop, type KeptVersion } from '../../src-main/core/backup/thin-versions.ts';

const DAY_MS = 86_400_000;
const START = Date.parse('2024-01-01T00:00:00Z');

const dayNumber = fc.integer({ min: 0, max: 1500 });
const dayOf = (n: number): string => new Date(START + n * DAY_MS).toISOString().slice(0, 10);
const asBackups = (days: readonly number[]): DatedBackup[] =>
  days.map((day, index) => ({ path: `b${index}`, day: dayOf(day) }));
/** Newest first, as made by a clock that only goes forward. */
const backups = fc.array(dayNumber, { maxLength: 120 }).map((days) => asBackups(days.sort((a, b) => b - a)));
/** Newest first, as made by a clock that was set now and then. */
const jumpingBackups = fc.array(dayNumber, { maxLength: 120 }).map(asBackups);

const left = <T extends DatedBackup>(all: readonly T[]): T[] => {
  const dropped = new Set(backupsToDrop(all));
  return all.filter((backup) => !dropped.has(backup));
};
const firstOfEach = (all: readonly DatedBackup[], period: (day: string) => string, count: number): DatedBackup[] => {
  const seen = new Map<string, DatedBackup>();
  for (const backup of all) if (!seen.has(period(backup.day))) seen.set(period(backup.day), backup);
  return [...seen.values()].slice(0, count);
};

describe('backups that stay', () => {
  it.each([
    ['a steady clock', backups],
    ['a clock that jumps', jumpingBackups],
  ])('are never more than 23, with the newest among them (%s)', (_, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (all) => {
        const kept = left(all);
        expect(kept.length).toBeLessThanOrEqual(23);
        expect(kept[0]).toBe(all[0]);
      }),
    );
  });

  it('are the newest of each of the last 7 days and 12 months that have one', () => {
    fc.assert(
      fc.property(fc.oneof(backups, jumpingBackups), (all) => {
        const kept = new Set(left(all));
        for (const backup of firstOfEach(all, (day) => day, 7)) expect(kept.has(backup)).toBe(true);
        for (const backup of firstOfEach(all, (day) => day.slice(0, 7), 12)) expect(kept.has(backup)).toBe(true);
      }),
    );
  });

  it('reach back at least four weeks where there are backups that old', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const week = (day: string): string => String(Math.floor((Date.parse(day) / DAY_MS + 3) / 7));
        const kept = new Set(left(all));
        for (const backup of firstOfEach(all, week, 4)) expect(kept.has(backup)).toBe(true);
      }),
    );
  });

  it('stay when nothing new has come', () => {
    fc.assert(
      fc.property(jumpingBackups, (all) => {
        expect(backupsToDrop(left(all))).toEqual([]);
      }),
    );
  });

  it('made day after day are the same as if they were chosen at the end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 90 }), (gaps) => {
        let day = 0;
        let kept: DatedBackup[] = [];
        for (const [index, gap] of gaps.entries()) {
          day += gap;
          const made = { path: `b${index}`, day: dayOf(day) };
          kept = left([made, ...kept]);
          expect(kept[0]).toBe(made);
          expect(kept.length).toBeLessThanOrEqual(23);
        }
        expect(firstOfEach(kept, (kind) => kind, 7)).toHaveLength(Math.min(7, gaps.length));
      }),
    );
  });
});

const NOW = START + 1000 * DAY_MS;
/** Minutes before (or, with a clock that was wrong, after) now. */
const age = fc.oneof(
  fc.integer({ min: -3000, max: 3000 }),
  fc.integer({ min: 0, max: 60 * 24 * 10 }),
  fc.integer({ min: 0, max: 60 * 24 * 400 }),
);
const versions = fc
  .array(fc.record({ age, name: fc.option(fc.constant('Vor der Sitzung'), { freq: 8 }) }), { maxLength: 150 })
  .map((entries) =>
    entries.map(({ age: minutes, name }, index): KeptVersion => ({
      revision: index * 2 + 1,
      at: new Date(NOW - minutes * 60_000).toISOString(),
      name,
    })),
  );
const now = new Date(NOW).toISOString();
const leftOf = (all: readonly KeptVersion[], at = now): KeptVersion[] => {
  const dropped = new Set(versionsToDrop(all, at));
  return all.filter((version) => !dropped.has(version.revision));
};

describe('versions that stay', () => {
  it('are the first, the last, every named one and all of the last day', () => {
    fc.assert(
      fc.property(versions, (all) => {
        const kept = new Set(leftOf(all));
        const must = all.filter(
          (version, index) =>
            index === 0 || index === all.length - 1 || version.name !== null || NOW - Date.parse(version.at) < DAY_MS,
        );
        expect(must.filter((version) => !kept.has(version))).toEqual([]);
      }),
    );
  });

  it('stay at a second look at the same moment', () => {
    fc.assert(
      fc.property(versions, (all) => {
        expect(versionsToDrop(leftOf(all), now)).toEqual([]);
      }),
    );
  });

  it('do not depend on the order they are told in', () => {
    fc.assert(
      fc.property(versions, fc.infiniteStream(fc.nat()), (all, numbers) => {
        const shuffled = [...all].map((version) => ({ version, key: numbers.next().value }));
        shuffled.sort((a, b) => a.key - b.key);
        const dropped = versionsToDrop(
          shuffled.map(({ version }) => version),
          now,
        );
        expect(new Set(dropped)).toEqual(new Set(versionsToDrop(all, now)));
      }),
    );
  });

  it('leave one of each hour of the week, each day of the quarter and each week before', () => {
    fc.assert(
      fc.property(versions, (all) => {
        const kept = leftOf(all).map((version) => Date.parse(version.at));
        for (const { at } of all) {
          const time = Date.parse(at);
          const old = NOW - time;
          const period = old < 7 * DAY_MS ? 3_600_000 : old < 92 * DAY_MS ? DAY_MS : 7 * DAY_MS;
          expect(kept.some((other) => Math.floor(other / period) === Math.floor(time / period))).toBe(true);
        }
      }),
    );
  });

  it('let nothing go when the clock was set back before all of them', () => {
    fc.assert(
      fc.property(versions, (all) => {
        expect(versionsToDrop(all, new Date(START - 2000 * DAY_MS).toISOString())).toEqual([]);
      }),
    );
  });
});
