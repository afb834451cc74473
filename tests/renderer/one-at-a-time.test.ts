import { describe, expect, it } from 'vitest';
import { oneAtATime } from '../../src-renderer/data/one-at-a-time.ts';

/** Runs that end when told to, with the name of what was asked for. */
function desk() {
  const ask = oneAtATime();
  const runs: string[] = [];
  let end: () => void = () => undefined;
  return {
    runs,
    ask: (name: string) =>
      ask(() => {
        runs.push(name);
        return new Promise<void>((resolve) => {
          end = resolve;
        });
      }),
    end: async () => {
      end();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe('saving one at a time', () => {
  it('serves what was asked during a run by exactly one more, the newest', async () => {
    const { ask, runs, end } = desk();
    ask('first');
    ask('second');
    ask('third');
    expect(runs).toEqual(['first']);
    await end();
    expect(runs).toEqual(['first', 'third']);
    await end();
    expect(runs).toEqual(['first', 'third']);
  });

  it('starts anew after it came to rest', async () => {
    const { ask, runs, end } = desk();
    ask('first');
    await end();
    ask('second');
    expect(runs).toEqual(['first', 'second']);
  });
});
