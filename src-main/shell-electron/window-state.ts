/** Where the window opens: where it stood at last with these displays, and always where it can be seen and gripped. */
import type { Rectangle, ShellState, WindowState } from './shell-state.ts';

export interface DisplayArea {
  /** Without task bars. */
  readonly workArea: Rectangle;
}

export const USUAL_SIZE = { width: 1366, height: 820 };
export const SMALLEST_SIZE = { width: 640, height: 480 };
/** Configurations kept: office, home, projector, and some to spare. */
const MOST_CONFIGURATIONS = 12;

/** One name per arrangement of displays, whatever the order they are told in. */
export function displayKey(displays: readonly DisplayArea[]): string {
  return displays
    .map(({ workArea: { x, y, width, height } }) => `${width}x${height}@${x},${y}`)
    .sort()
    .join(' ');
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

const within = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

function centred(area: Rectangle): Rectangle {
  const width = Math.min(USUAL_SIZE.width, area.width);
  const height = Math.min(USUAL_SIZE.height, area.height);
  return {
    x: area.x + Math.floor((area.width - width) / 2),
    y: area.y + Math.floor((area.height - height) / 2),
    width,
    height,
  };
}

/** The rectangle moved and shrunk so that it lies on the display it overlaps most; null when it lies on none. */
export function clampToDisplays(bounds: Rectangle, displays: readonly DisplayArea[]): Rectangle | null {
  let best: { readonly area: Rectangle; readonly size: number } | null = null;
  for (const { workArea } of displays) {
    const size = overlap(bounds, workArea);
    if (size > 0 && size > (best?.size ?? 0)) best = { area: workArea, size };
  }
  if (!best) return null;
  const { area } = best;
  const width = within(bounds.width, Math.min(SMALLEST_SIZE.width, area.width), area.width);
  const height = within(bounds.height, Math.min(SMALLEST_SIZE.height, area.height), area.height);
  return {
    x: within(bounds.x, area.x, area.x + area.width - width),
    y: within(bounds.y, area.y, area.y + area.height - height),
    width,
    height,
  };
}

/** `displays[0]` is the primary one. */
export function windowStateFor(state: ShellState, displays: readonly DisplayArea[]): WindowState {
  const primary = displays[0]?.workArea ?? { x: 0, y: 0, ...USUAL_SIZE };
  const known = state.windows[displayKey(displays)];
  const bounds = known && clampToDisplays(known.bounds, displays);
  return { bounds: bounds ?? centred(primary), isMaximized: known?.isMaximized ?? false };
}

/** The newest configuration stands last; the oldest ones are forgotten. */
export function rememberWindow(
  state: ShellState,
  displays: readonly DisplayArea[],
  window: WindowState,
): Pick<ShellState, 'windows'> {
  const key = displayKey(displays);
  const others = Object.entries(state.windows).filter(([name]) => name !== key);
  return { windows: Object.fromEntries([...others.slice(1 - MOST_CONFIGURATIONS), [key, window]]) };
}
