import { describe, expect, it } from 'vitest';
import type { Point } from '../../src-main/contract/point/shapes.ts';
import { endOf, join, move, remove } from '../../src-renderer/features/statement/points/edit-points.ts';
import { idNumber } from '../support/builders.ts';

const point = (n: number, label: string, level = 0): Point => ({
  id: idNumber(n),
  label,
  level,
  kind: 'question',
  isGroup: false,
  text: label,
  places: [],
  change: null,
  formerText: null,
});
const POINTS = [point(1, '1'), point(2, '1 a', 1), point(3, '1 b', 1), point(4, '2'), point(5, '3')];
const told = (points: readonly Point[]): string => points.map(({ label, level }) => `${label}:${level}`).join(' ');

describe('a point that is moved', () => {
  it('takes along what stands below it', () => {
    expect(told(move(POINTS, idNumber(1), 1))).toBe('2:0 1:0 1 a:1 1 b:1 3:0');
    expect(told(move(POINTS, idNumber(4), -1))).toBe('2:0 1:0 1 a:1 1 b:1 3:0');
  });

  it('passes its neighbour below the same point', () => {
    expect(told(move(POINTS, idNumber(3), -1))).toBe('1:0 1 b:1 1 a:1 2:0 3:0');
    expect(told(move(POINTS, idNumber(2), 1))).toBe('1:0 1 b:1 1 a:1 2:0 3:0');
  });

  it('stays where it is at either end', () => {
    expect(move(POINTS, idNumber(1), -1)).toEqual(POINTS);
    expect(move(POINTS, idNumber(5), 1)).toEqual(POINTS);
    expect(POINTS.map((_, at) => endOf(POINTS, at))).toEqual([3, 2, 3, 4, 5]);
  });
});

describe('what stood below a point', () => {
  it('stands where the point stood when that is taken away', () => {
    expect(told(remove(POINTS, idNumber(1)))).toBe('1 a:0 1 b:0 2:0 3:0');
    expect(told(join(POINTS, idNumber(2)))).toBe('1:0 1 b:1 2:0 3:0');
  });
});
