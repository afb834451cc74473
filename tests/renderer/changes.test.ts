import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { onChanges, watchChanges } from '../../src-renderer/data/changes.ts';
import type { Core } from '../../src-renderer/data/core.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

/** A core whose marks the test tells, and a window the test hides. */
function desk() {
  let isVisible = true;
  let isOver = false;
  let mark = 1;
  let open = 0;
  const listeners = new Set<() => void>();
  let tell: () => void = () => undefined;
  async function* changes(_input: undefined, { signal }: { readonly signal: AbortSignal }) {
    open += 1;
    try {
      while (!signal.aborted) {
        yield { mark };
        await new Promise<void>((resolve) => {
          tell = resolve;
          signal.addEventListener('abort', () => resolve());
        });
      }
    } finally {
      open -= 1;
    }
  }
  const key = () => ['any'];
  const core = {
    client: { system: { changes: (...args: Parameters<typeof changes>) => Promise.resolve(changes(...args)) } },
    queries: { papers: { key }, meetings: { key } },
  } as unknown as Core;
  let told = 0;
  const stop = onChanges(() => (told += 1));
  const visibility = {
    isVisible: () => isVisible,
    onChange: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  const watching = watchChanges(core, new QueryClient(), visibility, () => isOver);
  return {
    told: () => told,
    open: () => open,
    change: () => {
      mark += 1;
      tell();
    },
    show: (value: boolean) => {
      isVisible = value;
      for (const listener of [...listeners]) listener();
    },
    end: async () => {
      isOver = true;
      isVisible = false;
      for (const listener of [...listeners]) listener();
      isVisible = true;
      for (const listener of [...listeners]) listener();
      await watching;
      stop();
    },
  };
}

it('a hidden window listens to nothing; seen again, it is told of what changed meanwhile, and only then', async () => {
  const { told, open, change, show, end } = desk();
  await settled();
  expect([open(), told()]).toEqual([1, 0]);
  change();
  await settled();
  expect(told()).toBe(1);
  show(false);
  await settled();
  expect(open()).toBe(0);
  show(true);
  await settled();
  expect([open(), told()]).toEqual([1, 1]);
  show(false);
  await settled();
  change();
  show(true);
  await settled();
  expect(told()).toBe(2);
  await end();
});
