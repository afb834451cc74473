import { describe, expect, it } from 'vitest';
import { parseMeetingStart } from '../../src-main/base/meeting-start.ts';

describe('day and time of a meeting', () => {
  it.each([
    ['2026-03-12 17:00', '2026-03-12T17:00'],
    ['2026-03-12T17:00', '2026-03-12T17:00'],
    ['12.03.2026 17.30', '2026-03-12T17:30'],
    ['12. 3. 2026, 9 Uhr', '2026-03-12T09:00'],
    ['Do, 12.3.26, 17:05 Uhr', '2026-03-12T17:05'],
    ['  12.03.2026   0:00 ', '2026-03-12T00:00'],
    ['2028-02-29 23:59', '2028-02-29T23:59'],
  ])('is read from "%s"', (text, start) => {
    expect(parseMeetingStart(text, '2026-03-02')).toBe(start);
  });

  it.each([
    '',
    '17:00',
    '12.03.2026',
    '2026-03-12',
    '2026-02-29 17:00',
    '31.02.2026 17:00',
    '12.03.2026 24:00',
    '12.03.2026 17:60',
    '12.03.2026 17:5',
    '12.03.2026 nachmittags',
    '2026-03-12T17:00:30',
  ])('is not made up from "%s"', (text) => {
    expect(parseMeetingStart(text, '2026-03-02')).toBeUndefined();
  });
});
