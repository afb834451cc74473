/** Instants as they are read in a German office, wherever the computer believes to be. */
const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });
const TIME = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** "2026-03-02" */
export const officeDay = (instant: string): string => DAY.format(new Date(instant));

/** "02.03.2026, 09:00" */
export const formatGermanTime = (instant: string): string => TIME.format(new Date(instant));

const PARTS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short', timeStyle: 'medium' });

/** "2026-03-02T09:00:00": local time without a zone, as word processors write it. */
export const officeLocalTime = (instant: string): string => PARTS.format(new Date(instant)).replace(' ', 'T');
