/** Readings of files that somebody waits for, by the handle of their file or the name the window gave them: whoever waits can end them. */
import type { App } from '../core/app.ts';
import type { StopSignal, StoppableFile } from '../core/reading/stoppable-file.ts';
import { handedOver } from './implementer.ts';

/** Handles and names are random and used once, so one list serves every office that is open. */
const running = new Map<string, AbortController>();

/** Works with a file that was handed over; `stopReading` ends it with `reading-stopped` as long as it is being read. */
export async function whileStoppable<T>(
  app: App,
  input: { readonly handle: string; readonly fileName: string },
  work: (file: StoppableFile) => Promise<T>,
): Promise<T> {
  const file = handedOver(app, input);
  return whileReading(input.handle, (signal) => work({ ...file, ...(signal && { signal }) }));
}

/** The same for files that lie here already; `reading` is the window's name for it, absent where nobody can end it. */
export async function whileReading<T>(
  reading: string | undefined,
  work: (signal?: StopSignal) => Promise<T>,
): Promise<T> {
  if (reading === undefined) return work();
  const stop = new AbortController();
  running.set(reading, stop);
  try {
    return await work(stop.signal);
  } finally {
    running.delete(reading);
  }
}

/** Nothing happens where the reading has ended already: then its own answer tells what came of it. */
export const stopReading = (reading: string): void => running.get(reading)?.abort();
