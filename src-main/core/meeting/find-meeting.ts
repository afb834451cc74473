/** Finds a meeting by its id or the unambiguous beginning of it. */
import { Refusal } from '../../contract/shared/errors.ts';
import type { Meeting } from '../../contract/meeting/shapes.ts';
import type { MeetingReader } from '../ports/meeting-ports.ts';

const SHORTEST_PREFIX = 4;

/** Refuses with `meeting-missing` or `ambiguous-reference`. */
export async function findMeeting(meetings: MeetingReader, ref: string): Promise<Meeting> {
  const wanted = ref.trim().toLowerCase();
  const ids = wanted.length < SHORTEST_PREFIX ? [] : await meetings.idsByPrefix(wanted, 3);
  if (ids.length > 1) throw new Refusal('ambiguous-reference', { reference: ref.trim(), matches: [...ids] });
  const meeting = ids[0] === undefined ? undefined : await meetings.get(ids[0]);
  if (!meeting) throw new Refusal('meeting-missing', { reference: ref.trim() });
  return meeting;
}
