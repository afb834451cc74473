import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { connectionState } from '../../src-renderer/data/connection-state.ts';
import type { Visibility } from '../../src-renderer/data/visibility.ts';

const SEEN: Visibility = { isVisible: () => true, onChange: () => () => undefined };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('a program that is there but does not answer counts as lost, until it answers', async () => {
  const { state, set, watchSilence, onState } = connectionState('connecting');
  const seen: string[] = [];
  onState(() => seen.push(state()));
  let answer: () => void = () => undefined;
  watchSilence({ call: () => new Promise((resolve) => (answer = () => resolve({}))) }, SEEN);
  set('open');
  await vi.advanceTimersByTimeAsync(15_000);
  expect(state()).toBe('open');
  await vi.advanceTimersByTimeAsync(15_000);
  expect(state()).toBe('lost');
  answer();
  await vi.advanceTimersByTimeAsync(0);
  expect(seen).toEqual(['open', 'lost', 'open']);
});

it('a night of sleep is no silence: only time that passed for both counts', async () => {
  const { state, set, watchSilence } = connectionState('connecting');
  watchSilence({ call: () => new Promise(() => undefined) }, SEEN);
  set('open');
  await vi.advanceTimersByTimeAsync(4000);
  vi.setSystemTime(Date.now() + 9 * 3_600_000);
  await vi.advanceTimersByTimeAsync(2000);
  expect(state()).toBe('open');
});

it('a program that always answers is never lost', async () => {
  const { state, set, watchSilence } = connectionState('connecting');
  watchSilence({ call: () => Promise.resolve({}) }, SEEN);
  set('open');
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(state()).toBe('open');
});

it('tells nobody who does not listen any more', () => {
  const { set, onState } = connectionState('open');
  let told = 0;
  const stop = onState(() => (told += 1));
  set('lost');
  stop();
  set('open');
  expect(told).toBe(1);
});

it('a window that nobody sees asks nothing and has no timer; seen again, it asks again', async () => {
  const { set, watchSilence } = connectionState('connecting');
  let asked = 0;
  let isVisible = true;
  let look: () => void = () => undefined;
  const seen = (value: boolean): void => {
    isVisible = value;
    look();
  };
  watchSilence(
    { call: () => Promise.resolve((asked += 1)) },
    {
      isVisible: () => isVisible,
      onChange: (listener) => {
        look = listener;
        return () => undefined;
      },
    },
  );
  set('open');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toBe(5);
  seen(false);
  expect(vi.getTimerCount()).toBe(0);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(asked).toBe(5);
  seen(true);
  await vi.advanceTimersByTimeAsync(4000);
  expect(asked).toBe(7);
});
