/** A meeting in words. */
import type { Meeting } from '../../../src-main/contract/meeting/shapes.ts';
import { formatGermanDate, shortWeekday } from '../../../src-main/base/german-date.ts';
import { dayOf } from '../../../src-main/base/meeting-start.ts';

/** "Do, 25.06.2026" */
export const dayWords = (start: string): string => `${shortWeekday(dayOf(start))}, ${formatGermanDate(dayOf(start))}`;

/** "Stadtrat, Do, 25.06.2026" */
export const meetingWords = ({ organizationName, start }: Meeting): string => `${organizationName}, ${dayWords(start)}`;

/** "Juni 2026" */
export const monthWords = (start: string): string =>
  new Date(`${start.slice(0, 7)}-01T12:00:00`).toLocaleDateString('de-DE', { month: 'long', year: 'numeric' });
