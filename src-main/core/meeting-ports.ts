/** What the core keeps of meetings and their agendas. */
import type { Meeting } from '../contract/meeting.ts';

export interface AgendaItem {
  readonly paperId: string;
  readonly number: string;
}
/** A row of a statement's order of consultations on the day of a meeting. */
export interface ConsultationOnDay {
  readonly paperId: string;
  /** The body as it was known when the row was stored; null for names the office did not know. */
  readonly organizationId: string | null;
  readonly organization: string;
}

export interface MeetingReader {
  /** The latest first. */
  list(): Promise<readonly Meeting[]>;
  get(id: string): Promise<Meeting | undefined>;
  /** Ids that begin with the prefix, at most `limit`. */
  idsByPrefix(prefix: string, limit: number): Promise<readonly string[]>;
  /** In their order. */
  agenda(meetingId: string): Promise<readonly AgendaItem[]>;
  consultationsOn(day: string): Promise<readonly ConsultationOnDay[]>;
  /** Whether consultations point to it. */
  isReferred(id: string): Promise<boolean>;
}
export interface MeetingWriter extends MeetingReader {
  save(meeting: Omit<Meeting, 'organizationName'>): Promise<void>;
  /** Its agenda goes with it. */
  remove(id: string): Promise<void>;
  setAgenda(meetingId: string, items: readonly AgendaItem[]): Promise<void>;
}
