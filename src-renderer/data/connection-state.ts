/** The state of a wire, with those who want to know; a program that is there but does not answer counts as lost. */
import type { ConnectionState } from './wire.ts';
import type { Link } from './held-calls.ts';
import { pageVisibility, whileVisible, type Visibility } from './visibility.ts';

const TICK_MS = 2000;
/** Counted in ticks, not by the clock: a PC that slept for a night comes back to a program that answers at once. */
const SILENT_AFTER_TICKS = 10;

export interface StateOfConnection {
  readonly state: () => ConnectionState;
  readonly onState: (listener: () => void) => () => void;
  readonly set: (state: ConnectionState) => void;
  /** Asks from now on whether somebody answers, as long as the window is visible. */
  readonly watchSilence: (link: Link, visibility?: Visibility) => void;
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
    watchSilence: (link, visibility = pageVisibility) => {
      whileVisible(visibility, () => {
        let waited: number | null = null;
        let isOver = false;
        const heard = (): void => {
          waited = null;
          if (!isOver) setSilent(false);
        };
        const timer = setInterval(() => {
          if (wire !== 'open') waited = null;
          else if (waited === null) {
            waited = 0;
            link.call(['system', 'alive'], undefined, { context: {} }).then(heard, heard);
          } else if ((waited += 1) >= SILENT_AFTER_TICKS) setSilent(true);
        }, TICK_MS);
        return () => {
          isOver = true;
          clearInterval(timer);
        };
      });
    },
  };
}
