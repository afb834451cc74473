import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runningReadings, watchedReadings } from '../../src-renderer/data/readings.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const file = { handle: 'h1', fileName: 'lang.pdf' };

describe('the reading of a file', () => {
  it('shows only while it takes long, with the handle that ends it', async () => {
    const answer = Promise.withResolvers<string>();
    const link = watchedReadings({ call: () => answer.promise });
    const work = link.call(['imports', 'importFile'], file, { context: {} });
    await vi.advanceTimersByTimeAsync(600);
    expect(runningReadings.current()).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(runningReadings.current()).toEqual([file]);
    answer.resolve('done');
    expect(await work).toBe('done');
    expect(runningReadings.current()).toEqual([]);
  });

  it('that ended soon, or was refused, or is none, is never shown', async () => {
    const refusing = watchedReadings({ call: () => Promise.reject(new Error('refused')) });
    await expect(refusing.call(['signatures', 'verify'], file, { context: {} })).rejects.toThrow('refused');
    const answer = Promise.withResolvers<string>();
    const link = watchedReadings({ call: () => answer.promise });
    const other = link.call(['attachments', 'add'], file, { context: {} });
    await vi.advanceTimersByTimeAsync(5000);
    expect(runningReadings.current()).toEqual([]);
    answer.resolve('done');
    await other;
  });

  it.each([
    ['backup.inspect', { path: 'D:\\Sicherung\\alt.db' }, 'alt.db'],
    ['backup.restore', { path: '/media/stick/alt.db' }, 'alt.db'],
    ['issues.overview', { ref: 'S0001/26' }, null],
    ['releases.release', { ref: 'S0001/26', expectedRevision: 3, acceptances: [] }, null],
    ['releases.changeSignatory', { ref: 'S0001/26' }, null],
  ])('that lies here already gets a name that ends it: %s', async (name, input, fileName) => {
    const answer = Promise.withResolvers<string>();
    const asked: unknown[] = [];
    const link = watchedReadings({
      call: (_path, given) => {
        asked.push(given);
        return answer.promise;
      },
    });
    const work = link.call(name.split('.'), input, { context: {} });
    await vi.advanceTimersByTimeAsync(800);
    const [reading] = runningReadings.current();
    expect(reading?.fileName).toBe(fileName);
    expect(reading?.handle).toMatch(/^[0-9a-f-]{36}$/);
    expect(asked).toEqual([{ ...input, reading: reading?.handle }]);
    answer.resolve('done');
    await work;
    expect(runningReadings.current()).toEqual([]);
  });

  it('of a backup from elsewhere shows like any other file', async () => {
    const answer = Promise.withResolvers<string>();
    const link = watchedReadings({ call: () => answer.promise });
    const work = link.call(['backup', 'receive'], file, { context: {} });
    await vi.advanceTimersByTimeAsync(800);
    expect(runningReadings.current()).toEqual([file]);
    answer.resolve('done');
    await work;
  });
});
