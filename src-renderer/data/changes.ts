/** Tells the window when papers changed, here or in another process, as long as it is open. */
import type { QueryClient } from '@tanstack/react-query';
import type { Core } from './core.ts';

const listeners = new Set<() => void>();

export function onChanges(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

const AGAIN_AFTER_MS = 1500;

export async function watchChanges(core: Core, queryClient: QueryClient): Promise<never> {
  let isFirst = true;
  for (;;) {
    try {
      for await (const _change of await core.client.system.changes()) {
        // The first answer after a break may tell of changes that nobody told meanwhile.
        if (isFirst) isFirst = false;
        else {
          await queryClient.invalidateQueries({ queryKey: core.queries.papers.key() });
          await queryClient.invalidateQueries({ queryKey: core.queries.meetings.key() });
          listeners.forEach((listener) => listener());
        }
      }
    } catch {
      // The connection broke; it is opened again by itself, and so is this stream.
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
  }
}
