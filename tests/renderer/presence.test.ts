import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whenSomebodyIsThere } from '../../src-renderer/data/presence.ts';

class Moved extends Event {
  readonly movementX: number;
  readonly movementY: number;
  constructor(x: number, y: number) {
    super('pointermove');
    [this.movementX, this.movementY] = [x, y];
  }
}
let page: EventTarget;
beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal('window', page);
  vi.stubGlobal('PointerEvent', Moved);
});
afterEach(() => void vi.unstubAllGlobals());

it('tells of somebody once, by the first key or a pointer that moves, and again after they came back', () => {
  let told = 0;
  whenSomebodyIsThere(() => (told += 1));
  page.dispatchEvent(new Moved(0, 0));
  expect(told).toBe(0);
  page.dispatchEvent(new Moved(3, 0));
  page.dispatchEvent(new Event('keydown'));
  expect(told).toBe(1);
  page.dispatchEvent(new Event('focus'));
  expect(told).toBe(1);
  page.dispatchEvent(new Event('keydown'));
  page.dispatchEvent(new Moved(1, 1));
  expect(told).toBe(2);
});
