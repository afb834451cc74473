/** Which meeting a row of an order of consultations offers itself to. What links them is the meeting's id, kept with the row. */
import { fold } from '../../base/fold.ts';

export interface OfferedMeeting {
  readonly id: string;
  readonly organizationId: string;
  readonly organizationName: string;
}
export interface OfferingRow {
  /** The body as it was known when the row was stored; null for names the office did not know. */
  readonly organizationId: string | null;
  readonly organization: string;
}

/** By the link to the directory, which outlives a new name of the body, or by the printed name. */
export const isOfBody = (row: OfferingRow, meeting: OfferedMeeting): boolean =>
  row.organizationId === meeting.organizationId ||
  fold(row.organization.trim()) === fold(meeting.organizationName.trim());

/** Of the meetings of its day, the first that is of its body; null where there is none. */
export const meetingOf = (row: OfferingRow, meetingsOfDay: readonly OfferedMeeting[]): string | null =>
  meetingsOfDay.find((meeting) => isOfBody(row, meeting))?.id ?? null;
