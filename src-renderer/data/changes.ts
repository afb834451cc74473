/** Tells the window when papers changed, here or in another process, as long as it is open; what changed while nobody saw it is told afterwards. */
import type { QueryClient } from '@tanstack/react-query';
import type { Core } from './core.ts';
import { pageVisibility, untilVisible, type Visibility } from './visibility.ts';

const listeners = new Set<() => void>();

export function onChanges(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

const AGAIN_AFTER_MS = 1500;
/** After a break of the connection the first answer may tell of changes that nobody told meanwhile. */
const UNKNOWN = Number.NaN;

/** `isOver` ends it in tests; a window watches as long as it lives. */
export async function watchChanges(
  core: Core,
  queryClient: QueryClient,
  visibility: Visibility = pageVisibility,
  isOver: () => boolean = () => false,
): Promise<void> {
  let known: number | null = null;
  while (!isOver()) {
    await untilVisible(visibility);
    const leave = new AbortController();
    const stop = visibility.onChange(() => !visibility.isVisible() && leave.abort());
    try {
      for await (const { mark } of await core.client.system.changes(undefined, { signal: leave.signal })) {
        if (mark === known) continue;
        const isFirst = known === null;
        known = mark;
        if (isFirst) continue;
        await queryClient.invalidateQueries({ queryKey: core.queries.papers.key() });
        await queryClient.invalidateQueries({ queryKey: core.queries.meetings.key() });
        listeners.forEach((listener) => listener());
      }
    } catch {
      // The connection broke; it is opened again by itself, and so is this stream.
    } finally {
      stop();
    }
    if (leave.signal.aborted) continue;
    known = UNKNOWN;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
  }
}
