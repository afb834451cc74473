/** Several faults of one area as one finding, the first of them named. */
import { doctorTexts as words } from '../../contract/backup/texts-de.ts';
import type { DatabaseFinding } from '../../core/ports/ports.ts';

const MOST_NAMED = 3;

export function finding(area: string, faults: readonly string[], fine: string): DatabaseFinding {
  const named = faults.slice(0, MOST_NAMED).join('; ');
  const more = faults.length - MOST_NAMED;
  const detail = faults.length === 0 ? fine : more > 0 ? `${named}; ${words.more(more)}` : named;
  return { area, ok: faults.length === 0, detail, repair: null };
}
