import { expect, it } from 'vitest';
import { nextZoom } from '../../src-main/shell-electron/zoom.ts';

it.each([
  [1, 'in', 1.1],
  [1, 'out', 0.9],
  [1.7, 'reset', 1],
  [3, 'in', 3],
  [0.5, 'out', 0.5],
  [1.1000000238, 'in', 1.25],
  [1.1000000238, 'out', 1],
  [0.1, 'in', 0.5],
  [9, 'out', 3],
] as const)('from %s %s to %s', (factor, step, next) => {
  expect(nextZoom(factor, step)).toBe(next);
});
