/** The steps of the window's zoom, as browsers have them. */
const STEPS = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];

export type ZoomStep = 'in' | 'out' | 'reset';

/** Chromium gives factors back with rounding errors. */
const CLOSE = 0.005;

export function nextZoom(factor: number, step: ZoomStep): number {
  switch (step) {
    case 'reset':
      return 1;
    case 'in':
      return STEPS.find((value) => value > factor + CLOSE) ?? Math.max(...STEPS);
    case 'out':
      return STEPS.findLast((value) => value < factor - CLOSE) ?? Math.min(...STEPS);
  }
}
