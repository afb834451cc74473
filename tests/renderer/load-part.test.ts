import { onlineManager } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadPart } from '../../src-renderer/data/load-part.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  onlineManager.setOnline(true);
});

const failingFirst = (times: number) => {
  let calls = 0;
  return vi.fn(() => ((calls += 1) > times ? Promise.resolve('part') : Promise.reject(new Error('fetch'))));
};

describe('a part of the window', () => {
  it('that could not be fetched while nobody answered waits for an answer', async () => {
    onlineManager.setOnline(false);
    const load = failingFirst(1);
    const part = loadPart(load);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(load).toHaveBeenCalledTimes(1);
    onlineManager.setOnline(true);
    expect(await part).toBe('part');
  });

  it('comes although somebody answers again before the break was noticed', async () => {
    const load = failingFirst(1);
    const part = loadPart(load);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await part).toBe('part');
  });

  it('that fails twice while somebody answers is told', async () => {
    const told = expect(loadPart(failingFirst(9))).rejects.toThrow('fetch');
    await vi.advanceTimersByTimeAsync(5000);
    await told;
  });
});
