import { describe, expect, it } from 'vitest';
import { NOTHING_REMEMBERED, parseShellState, type Rectangle } from '../../src-main/shell-electron/shell-state.ts';
import {
  clampToDisplays,
  displayKey,
  rememberWindow,
  windowStateFor,
} from '../../src-main/shell-electron/window-state.ts';

const area = (x: number, y: number, width: number, height: number): Rectangle => ({ x, y, width, height });
const desk = { workArea: area(0, 0, 1920, 1040) };
const side = { workArea: area(1920, 0, 1280, 984) };
const bounds = area(2000, 100, 1000, 700);

describe('where the window opens', () => {
  it('is the middle of the main display the first time', () => {
    expect(windowStateFor(NOTHING_REMEMBERED, [desk])).toEqual({
      bounds: area(277, 110, 1366, 820),
      isMaximized: false,
    });
  });

  it('is where it stood with these displays, whatever their order', () => {
    const state = {
      ...NOTHING_REMEMBERED,
      ...rememberWindow(NOTHING_REMEMBERED, [desk, side], { bounds, isMaximized: true }),
    };
    expect(windowStateFor(state, [side, desk])).toEqual({ bounds, isMaximized: true });
    expect(windowStateFor(state, [desk]).bounds).toEqual(area(277, 110, 1366, 820));
  });

  it('is always on a display', () => {
    expect(clampToDisplays(area(-300, -200, 1000, 700), [desk])).toEqual(area(0, 0, 1000, 700));
    expect(clampToDisplays(area(1800, 1000, 1000, 700), [desk])).toEqual(area(920, 340, 1000, 700));
    expect(clampToDisplays(area(0, 0, 5000, 4000), [desk])).toEqual(area(0, 0, 1920, 1040));
    expect(clampToDisplays(area(10, 10, 20, 20), [desk])).toEqual(area(10, 10, 640, 480));
    expect(clampToDisplays(area(1700, 0, 1000, 700), [desk, side])).toEqual(area(1920, 0, 1000, 700));
    expect(clampToDisplays(bounds, [desk])).toBeNull();
  });

  it('is on the same one of several displays, wherever it stands, and comes back when that one is unplugged', () => {
    const left = { workArea: area(-1280, 56, 1280, 984) };
    const above = { workArea: area(200, -1200, 1600, 1160) };
    const all = [desk, left, above, side];
    for (const there of [area(-1200, 100, 1000, 700), area(300, -1100, 1000, 700), bounds]) {
      const state = {
        ...NOTHING_REMEMBERED,
        ...rememberWindow(NOTHING_REMEMBERED, all, { bounds: there, isMaximized: false }),
      };
      expect(windowStateFor(state, all).bounds).toEqual(there);
      expect(windowStateFor(state, [desk]).bounds).toEqual(area(277, 110, 1366, 820));
    }
    // Half on each: it goes whole to the one that shows more of it.
    expect(clampToDisplays(area(-300, 100, 1000, 700), all)).toEqual(area(0, 100, 1000, 700));
    expect(clampToDisplays(area(-700, 100, 1000, 700), all)).toEqual(area(-1000, 100, 1000, 700));
  });

  it('fits a display that is smaller than the window may be', () => {
    expect(clampToDisplays(area(0, 0, 1000, 700), [{ workArea: area(0, 0, 600, 400) }])).toEqual(area(0, 0, 600, 400));
  });

  it('is remembered for a dozen configurations, the newest last', () => {
    let state = NOTHING_REMEMBERED;
    const display = (n: number) => [{ workArea: area(0, 0, 1000 + n, 800) }];
    for (let n = 0; n < 20; n += 1)
      state = { ...state, ...rememberWindow(state, display(n), { bounds, isMaximized: false }) };
    expect(Object.keys(state.windows)).toHaveLength(12);
    expect(Object.keys(state.windows).at(-1)).toBe(displayKey(display(19)));
  });
});

describe('what the shell remembers', () => {
  it.each(['', 'null', '[]', '{"windows": 7', '"x"'])('is nothing after a broken file: %s', (text) => {
    expect(parseShellState(text)).toEqual(NOTHING_REMEMBERED);
  });

  it('keeps the sound parts of a file', () => {
    const text = JSON.stringify({ windows: { a: { bounds: 1 } }, places: { export: '/a' }, zoom: 'weit', other: 1 });
    expect(parseShellState(text)).toEqual({ windows: {}, places: { export: '/a' }, zoom: 1 });
  });
});
