import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatGermanDate,
  isoDate,
  parseGermanDate,
  readGermanDate,
  readTypedDate,
  weekdayName,
} from '../../src-main/base/german-date.ts';
import { sharedMissing, sharedPath } from '../support/shared.ts';

const anyDay = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('reading German dates', () => {
  it.each([
    ['27.10.2022', '2022-10-27'],
    ['5.1.2024', '2024-01-05'],
    ['5.1.24', '2024-01-05'],
    ['050124', '2024-01-05'],
    ['05012024', '2024-01-05'],
    ['Do, 16.2.23', '2023-02-16'],
    ['Donnerstag, 16.02.2023', '2023-02-16'],
    ['14.12 2009', '2009-12-14'],
    ['09. 01 2025', '2025-01-09'],
    ['2022-10-27', '2022-10-27'],
    ['2022-10-27T09:30:00Z', '2022-10-27'],
    ['2022-10-27 09:30', '2022-10-27'],
    ['27. Oktober 2022', '2022-10-27'],
    ['Donnerstag, 27. Oktober 2022', '2022-10-27'],
    ['27. Okt. 2022', '2022-10-27'],
    ['27 Okt 22', '2022-10-27'],
    ['1. März 2024', '2024-03-01'],
    ['1.Maerz 2024', '2024-03-01'],
    ['3. Jänner 2024', '2024-01-03'],
    ['9. Sept. 2024', '2024-09-09'],
    ['  29.02.2024 ', '2024-02-29'],
  ])('reads "%s"', (text, day) => {
    expect(parseGermanDate(text, '2026-11-30')).toBe(day);
  });

  it.each(['31.02.2023', '29.02.2023', '31.04.2022', '00.01.2022', '1.13.2022', '32.1.2022', '2023-02-30'])(
    'refuses the day "%s", which does not exist',
    (text) => {
      expect(parseGermanDate(text, '2026-11-30')).toBeUndefined();
    },
  );

  it.each([
    '',
    'Herbst 2025',
    'Ende 2022',
    '2022',
    '12.10',
    '1.1.123',
    '27/10/2022',
    '27.10.2022 und mehr',
    '1.1.1899',
  ])('does not guess a date from "%s"', (text) => {
    expect(parseGermanDate(text, '2026-11-30')).toBeUndefined();
  });

  it('reads back every day it prints', () => {
    fc.assert(fc.property(anyDay, (day) => parseGermanDate(formatGermanDate(day), '2026-11-30') === day));
  });

  it('answers any text with a day that exists or with nothing', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{1,4}[. -]{0,2}[0-9]{1,2}[. -]{0,2}[0-9]{1,4}$/), (text) => {
        const day = parseGermanDate(text, '2026-11-30');
        return day === undefined || new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
      }),
      { numRuns: 500 },
    );
  });

  it.skipIf(sharedMissing !== undefined)('invents no day for the odd dates of real papers', () => {
    const lines = readFileSync(sharedPath('hazards', 'dates-odd.tsv'), 'utf8').trim().split('\n');
    const texts = lines.map((line) => line.split('\t')[1] ?? '');
    expect(texts.length).toBeGreaterThan(30);
    for (const text of texts) {
      const day = parseGermanDate(text, '2026-11-30');
      if (day === undefined) continue;
      const numbers = (text.match(/\d+/g) ?? []).map(Number);
      expect(numbers, text).toContain(Number(day.slice(8, 10)));
      expect(text, text).toContain(day.slice(2, 4));
    }
  });
});

describe('days and weekdays', () => {
  it('knows no day outside 1900 to 2199', () => {
    expect(isoDate(1899, 12, 31)).toBeUndefined();
    expect(isoDate(2200, 1, 1)).toBeUndefined();
    expect(isoDate(99, 1, 1)).toBeUndefined();
  });

  it.each([
    ['2023-02-16', 'Donnerstag'],
    ['2022-11-08', 'Dienstag'],
    ['2024-02-29', 'Donnerstag'],
    ['2000-01-01', 'Samstag'],
    ['2026-11-22', 'Sonntag'],
  ])('%s was a %s', (day, weekday) => {
    expect(weekdayName(day)).toBe(weekday);
  });

  it('gives neighbouring days neighbouring weekdays', () => {
    const names = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'];
    fc.assert(
      fc.property(anyDay, (day) => {
        const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
        return names.indexOf(weekdayName(next)) === (names.indexOf(weekdayName(day)) + 1) % 7;
      }),
    );
  });
});

describe('what two digits of a year mean', () => {
  it.each([
    ['1.1.46', '2046-01-01'],
    ['1.1.47', '1947-01-01'],
    ['1. Mai 99', '1999-05-01'],
    ['010100', '2000-01-01'],
  ])('"%s" on a day of 2026', (text, day) => {
    expect(parseGermanDate(text, '2026-11-30')).toBe(day);
  });

  it('moves with the day', () => {
    expect(parseGermanDate('1.1.47', '2030-01-01')).toBe('2047-01-01');
    expect(parseGermanDate('1.1.01', '1990-01-01')).toBe('2001-01-01');
  });
});

describe('what somebody types', () => {
  it.each([
    ['heute', '2026-02-28'],
    ['Morgen', '2026-03-01'],
    ['übermorgen', '2026-03-02'],
    ['gestern', '2026-02-27'],
    ['16.2.', '2026-02-16'],
    ['16. 2.', '2026-02-16'],
    ['16. Februar', '2026-02-16'],
    ['16. Feb.', '2026-02-16'],
  ])('"%s" on 28 February 2026', (text, date) => {
    expect(readTypedDate(text, '2026-02-28')).toEqual({ kind: 'day', date });
  });

  it('tells a day that does not exist from what is no date', () => {
    expect(readTypedDate('31. April 2022', '2026-11-30')).toEqual({ kind: 'no-such-day', day: '31. April 2022' });
    expect(readTypedDate('31.4.', '2026-01-01')).toEqual({ kind: 'no-such-day', day: '31. April 2026' });
    expect(readGermanDate('2023-02-30', '2026-11-30')).toEqual({ kind: 'no-such-day', day: '30. Februar 2023' });
    for (const text of ['bald', '1.13.2022', '32.1.2022', '0.1.2022', '16.2', '16. Herbst', '1.1.1899'])
      expect(readTypedDate(text, '2026-11-30')).toEqual({ kind: 'none' });
  });

  it('guesses no year in what was printed', () => {
    expect(readGermanDate('16.2.', '2026-11-30')).toEqual({ kind: 'none' });
    expect(readGermanDate('heute', '2026-11-30')).toEqual({ kind: 'none' });
  });
});
