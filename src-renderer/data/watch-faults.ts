/** Faults of the window go to the program's error log: kind and place only, a handful per window. */
import type { Core } from './core.ts';

const MOST_NOTED = 20;
const LONGEST_STACK = 10_000;

/** Notes one fault; never fails itself. */
export type NoteFault = (fault: unknown) => void;

export function watchFaults({ client }: Core): NoteFault {
  let left = MOST_NOTED;
  const note: NoteFault = (fault) => {
    if (left === 0 || !(fault instanceof Error)) return;
    left -= 1;
    const stack = (fault.stack ?? '').slice(0, LONGEST_STACK);
    client.shell.noteFault({ name: fault.name.slice(0, 60), stack }).catch(() => undefined);
  };
  window.addEventListener('error', (event) => note(event.error));
  window.addEventListener('unhandledrejection', (event) => note(event.reason));
  return note;
}
