/** The statements before a meeting: those whose order of consultations is linked to it. */
import type { Meeting, MeetingAgenda, MeetingPaper } from '../../contract/meeting/shapes.ts';
import { newestIssueEntry } from '../issue/newest-issue.ts';
import type { ReadStores } from '../ports/ports.ts';

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
  const ids = new Set(await stores.meetings.statementsBefore(meeting.id));
  const placed: MeetingPaper[] = [];
  for (const { paperId, number } of await stores.meetings.agenda(meeting.id)) {
    if (ids.delete(paperId)) placed.push(await paperOf(stores, paperId, number));
  }
  const rest: MeetingPaper[] = [];
  for (const id of ids) rest.push(await paperOf(stores, id, ''));
  return { meeting, papers: [...placed, ...rest.sort(byReference)] };
}
