/** Readings of files that somebody waits for, by the handle of their file: whoever waits can end them. */
import type { App } from '../core/app.ts';
import type { StoppableFile } from '../core/reading/stoppable-file.ts';
import { handedOver } from './implementer.ts';

/** Handles are random and used once, so one list serves every office that is open. */
const running = new Map<string, AbortController>();

/** Works with a file that was handed over; `stopReading` ends it with `reading-stopped` as long as it is being read. */
export async function whileStoppable<T>(
  app: App,
  input: { readonly handle: string; readonly fileName: string },
  work: (file: StoppableFile) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const file = handedOver(app, input);
  running.set(input.handle, stop);
  try {
    return await work({ ...file, signal: stop.signal });
  } finally {
    running.delete(input.handle);
  }
}

/** Nothing happens where the reading has ended already: then its own answer tells what came of it. */
export const stopReading = (handle: string): void => running.get(handle)?.abort();
