/** What the core keeps of meetings and their agendas. */
import type { Meeting } from '../../contract/meeting/shapes.ts';

export interface AgendaItem {
  readonly paperId: string;
  readonly number: string;
}
export interface MeetingReader {
  /** The latest first. */
  list(): Promise<readonly Meeting[]>;
  get(id: string): Promise<Meeting | undefined>;
  /** Ids that begin with the prefix, at most `limit`. */
  idsByPrefix(prefix: string, limit: number): Promise<readonly string[]>;
  /** In their order. */
  agenda(meetingId: string): Promise<readonly AgendaItem[]>;
  /** Statements whose order of consultations is linked to it; ids. */
  statementsBefore(id: string): Promise<readonly string[]>;
  /** Whether something would be lost with it: a place on its agenda, or a link that body and day would not lead back to. */
  isReferred(meeting: Meeting): Promise<boolean>;
}
export interface MeetingWriter extends MeetingReader {
  /**
   * Rows of its day that have no meeting, or one that body and day do not lead to, are linked to the one they lead to; what is linked to
   * it stays, also when it moves.
   */
  save(meeting: Omit<Meeting, 'organizationName'>): Promise<void>;
  /** Its agenda and its links go with it. */
  remove(id: string): Promise<void>;
  setAgenda(meetingId: string, items: readonly AgendaItem[]): Promise<void>;
}
