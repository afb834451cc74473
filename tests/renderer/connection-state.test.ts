import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { connectionState } from '../../src-renderer/data/connection-state.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('a program that is there but does not answer counts as lost, until it answers', async () => {
  const { state, set, watchSilence, onState } = connectionState('connecting');
  const seen: string[] = [];
  onState(() => seen.push(state()));
  let answer: () => void = () => undefined;
  watchSilence({ call: () => new Promise((resolve) => (answer = () => resolve({}))) });
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
  watchSilence({ call: () => new Promise(() => undefined) });
  set('open');
  await vi.advanceTimersByTimeAsync(4000);
  vi.setSystemTime(Date.now() + 9 * 3_600_000);
  await vi.advanceTimersByTimeAsync(2000);
  expect(state()).toBe('open');
});

it('a program that always answers is never lost', async () => {
  const { state, set, watchSilence } = connectionState('connecting');
  watchSilence({ call: () => Promise.resolve({}) });
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
