/** Tells when papers changed, here or in another process. */

import type { StopSignal } from '../contract/document/delivery.ts';

const POLL_MS = 2000;

/** Ends with the time or the signal; leaves no listener behind, because a window listens for days. */
function pause(ms: number, signal: StopSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done);
    if (signal?.aborted) done();
  });
}

export async function* changeStream(
  changeMark: () => Promise<number>,
  signal: StopSignal | undefined,
): AsyncGenerator<{ mark: number }, void> {
  let known = await changeMark();
  yield { mark: known };
  while (!signal?.aborted) {
    await pause(POLL_MS, signal);
    const mark = await changeMark();
    if (mark !== known) yield { mark };
    known = mark;
  }
}
