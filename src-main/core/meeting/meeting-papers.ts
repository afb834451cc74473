/** The statements before a meeting: those whose order of consultations names its body on its day. */
import type { Meeting, MeetingAgenda, MeetingPaper } from '../../contract/meeting.ts';
import { fold } from '../../base/fold.ts';
import { newestIssueEntry } from '../issue/newest-issue.ts';
import type { ConsultationOnDay } from '../meeting-ports.ts';
import type { ReadStores } from '../ports.ts';
import { dayOf } from '../../base/meeting-start.ts';

/** By the link to the directory, which outlives a new name of the body, or by the printed name. */
const isBefore =
  (meeting: Meeting) =>
  ({ organizationId, organization }: ConsultationOnDay): boolean =>
    organizationId === meeting.organizationId || fold(organization.trim()) === fold(meeting.organizationName.trim());

type Stores = Pick<ReadStores, 'meetings' | 'papers' | 'statements' | 'issues'>;

async function paperOf(stores: Stores, id: string, number: string): Promise<MeetingPaper> {
  const paper = await stores.papers.get(id);
  const statement = await stores.statements.get(id);
  if (!paper || !statement) throw new Error(`consultation of no statement: ${id}`);
  const { reference, name, publicity } = paper;
  const newest = await newestIssueEntry(stores, id);
  return { id, reference, name, state: statement.state, publicity, number, hasIssue: newest?.isWithdrawn === false };
}

/** Drafts without a number stand last. */
const byReference = (a: MeetingPaper, b: MeetingPaper): number =>
  a.reference === null || b.reference === null
    ? Number(a.reference === null) - Number(b.reference === null)
    : a.reference.localeCompare(b.reference, 'de', { numeric: true });

/** In the order of the agenda; what has no place on it yet follows by number. */
export async function agendaOf(stores: Stores, meeting: Meeting): Promise<MeetingAgenda> {
  const rows = await stores.meetings.consultationsOn(dayOf(meeting.start));
  const ids = new Set(rows.filter(isBefore(meeting)).map(({ paperId }) => paperId));
  const placed: MeetingPaper[] = [];
  for (const { paperId, number } of await stores.meetings.agenda(meeting.id)) {
    if (ids.delete(paperId)) placed.push(await paperOf(stores, paperId, number));
  }
  const rest: MeetingPaper[] = [];
  for (const id of ids) rest.push(await paperOf(stores, id, ''));
  return { meeting, papers: [...placed, ...rest.sort(byReference)] };
}
