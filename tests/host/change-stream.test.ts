import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { changeStream } from '../../src-main/host/change-stream.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const listenersOf = (signal: AbortSignal): number => getEventListeners(signal, 'abort').length;

it('tells the first mark and every other one, once', async () => {
  let mark = 5;
  const stream = changeStream(() => Promise.resolve(mark), undefined);
  expect((await stream.next()).value).toEqual({ mark: 5 });
  const next = stream.next();
  await vi.advanceTimersByTimeAsync(10_000);
  mark = 7;
  await vi.advanceTimersByTimeAsync(2000);
  expect((await next).value).toEqual({ mark: 7 });
});

it('asks every two seconds at most', async () => {
  let asked = 0;
  const leave = new AbortController();
  const stream = changeStream(() => Promise.resolve((asked += 1) && 1), leave.signal);
  await stream.next();
  const end = stream.next();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toBeLessThanOrEqual(31);
  leave.abort();
  await end;
});

it('has one listener at most, however long it runs, and none when it is over', async () => {
  const leave = new AbortController();
  const stream = changeStream(() => Promise.resolve(1), leave.signal);
  await stream.next();
  expect(listenersOf(leave.signal)).toBe(0);
  const end = stream.next();
  for (let hour = 0; hour < 3; hour += 1) {
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(listenersOf(leave.signal)).toBe(1);
  }
  leave.abort();
  expect((await end).done).toBe(true);
  expect(listenersOf(leave.signal)).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

it('ends at once with a signal that came before', async () => {
  const stream = changeStream(() => Promise.resolve(1), AbortSignal.abort());
  await stream.next();
  expect((await stream.next()).done).toBe(true);
});
