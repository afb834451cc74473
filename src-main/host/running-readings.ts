/** Readings of files that somebody waits for, by the handle of their file or the name the window gave them: whoever waits can end them. */
import type { StopSignal } from '../contract/document/delivery.ts';

/** Handles and names are random and used once, so one list serves every office that is open. */
const running = new Map<string, AbortController>();

/** `stopReading` ends the work with `reading-stopped` as long as something is being read; absent where nobody can end it. */
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
