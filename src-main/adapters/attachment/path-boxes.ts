/** Upright rectangles of a path as PDF.js hands it over: numbers, each drawing step led by its kind. */
import type { Box } from './matrix.ts';

const MOVE = 0;
const LINE = 1;
const CLOSE = 4;
/** Rounding of programs, in the units of the page. */
const CLOSE_ENOUGH = 0.01;

function boxOf(points: readonly (readonly [number, number])[]): Box | undefined {
  const corners = points.length === 5 ? points.slice(0, 4) : points;
  if (corners.length !== 4) return undefined;
  const isUpright = corners.every(([x, y], index) => {
    const [nextX, nextY] = corners[(index + 1) % 4] ?? [x, y];
    return Math.abs(nextX - x) < CLOSE_ENOUGH || Math.abs(nextY - y) < CLOSE_ENOUGH;
  });
  if (!isUpright) return undefined;
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) };
}

/** Parts of the path that are no rectangle are left out; a curve ends the reading. */
export function boxesOfPath(steps: ArrayLike<number>): readonly Box[] {
  const boxes: Box[] = [];
  let points: [number, number][] = [];
  const end = (): void => {
    const box = boxOf(points);
    if (box) boxes.push(box);
    points = [];
  };
  for (let at = 0; at < steps.length;) {
    const kind = steps[at];
    if (kind === MOVE || kind === LINE) {
      if (kind === MOVE) end();
      points.push([Number(steps[at + 1]), Number(steps[at + 2])]);
      at += 3;
    } else if (kind === CLOSE) at += 1;
    else return boxes;
  }
  end();
  return boxes;
}
