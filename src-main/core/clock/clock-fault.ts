/** Whether the clock of this computer cannot be right: it stands before something that has already happened. */
import { clockTexts } from '../../contract/backup/texts-de.ts';
import { formatGermanTime } from '../../base/german-time.ts';
import type { Ports, ReadStores } from '../ports/ports.ts';

/** Somebody looked at the clock and says that it is right: what was dated later before counts no more. */
export const CLOCK_CONFIRMED = 'clock-confirmed';
/** Clocks are set right by the second all the time; that is no fault. */
const TOLERANCE_MS = 60_000;

export interface ClockFault {
  /** What happened at `since`: an entry of the log, or the building of this program. */
  readonly what: 'log' | 'build';
  /** Instant as ISO 8601. */
  readonly since: string;
}

/**
 * Of the log the latest instant counts, whatever was written after it: a clock that was set back does not become right with the next
 * entry. Where it was the former clock that ran ahead, somebody says so once.
 */
export function clockFault(now: string, latestInstant: string | null, builtAt: string | null): ClockFault | null {
  const isBefore = (instant: string | null): instant is string =>
    instant !== null && Date.parse(instant) - Date.parse(now) > TOLERANCE_MS;
  if (isBefore(latestInstant)) return { what: 'log', since: latestInstant };
  return isBefore(builtAt) ? { what: 'build', since: builtAt } : null;
}

export async function clockFaultNow(
  ports: Pick<Ports, 'clock' | 'builtAt'>,
  stores: Pick<ReadStores, 'log'>,
): Promise<ClockFault | null> {
  return clockFault(ports.clock.now(), await stores.log.latestInstant(), ports.builtAt);
}

export const clockSentence = (fault: ClockFault | null, now: string): string | null =>
  fault && clockTexts.behind(formatGermanTime(now), formatGermanTime(fault.since), clockTexts.what[fault.what]);
