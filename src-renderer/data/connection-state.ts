/** The state of a wire, with those who want to know; a program that is there but does not answer counts as lost. */
import type { ConnectionState } from './wire.ts';
import type { Link } from './held-calls.ts';

const TICK_MS = 2000;
/** Counted in ticks, not by the clock: a PC that slept for a night comes back to a program that answers at once. */
const SILENT_AFTER_TICKS = 10;

export interface StateOfConnection {
  readonly state: () => ConnectionState;
  readonly onState: (listener: () => void) => () => void;
  readonly set: (state: ConnectionState) => void;
  /** Asks from now on whether somebody answers. */
  readonly watchSilence: (link: Link) => void;
}

export function connectionState(first: ConnectionState): StateOfConnection {
  const listeners = new Set<() => void>();
  let wire = first;
  let isSilent = false;
  const tell = (): void => listeners.forEach((listener) => listener());
  const setSilent = (value: boolean): void => {
    if (isSilent === value) return;
    isSilent = value;
    tell();
  };
  return {
    state: () => (wire === 'open' && isSilent ? 'lost' : wire),
    onState: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    set: (state) => {
      wire = state;
      isSilent = false;
      tell();
    },
    watchSilence: (link) => {
      let waited: number | null = null;
      const heard = (): void => {
        waited = null;
        setSilent(false);
      };
      setInterval(() => {
        if (wire !== 'open') waited = null;
        else if (waited === null) {
          waited = 0;
          link.call(['system', 'alive'], undefined, { context: {} }).then(heard, heard);
        } else if ((waited += 1) >= SILENT_AFTER_TICKS) setSilent(true);
      }, TICK_MS);
    },
  };
}
