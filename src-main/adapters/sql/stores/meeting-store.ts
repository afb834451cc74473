/** Meetings with their agendas; papers come before a meeting by the link of their consultations. */
import { sql, type Kysely } from 'kysely';
import { dayOf } from '../../../base/meeting-start.ts';
import { isOfBody, meetingOf, type OfferedMeeting } from '../../../core/meeting/meeting-of.ts';
import type { MeetingWriter } from '../../../core/ports/meeting-ports.ts';
import type { Tables } from '../tables.ts';
import { discardedIds } from './bin-store.ts';

/** Of all bodies, the earliest first, those that were cancelled last. */
export const meetingsOn = (db: Kysely<Tables>, day: string): Promise<OfferedMeeting[]> =>
  db
    .selectFrom('meeting')
    .innerJoin('organization', 'organization.id', 'meeting.organization_id')
    .select(['meeting.id as id', 'organization_id as organizationId', 'organization.name as organizationName'])
    .where('start', '>=', day)
    .where('start', '<', `${day}U`)
    .orderBy(sql`state = 'cancelled'`)
    .orderBy('start')
    .execute();

/** Rows of the day without a meeting, or with one that body and day do not lead to, go to the one they lead to. */
async function linkRows(db: Kysely<Tables>, day: string): Promise<void> {
  const meetings = await meetingsOn(db, day);
  const rows = await db
    .selectFrom('consultation')
    .select(['paper_id', 'seq', 'meeting_id', 'organization_id as organizationId', 'organization_text as organization'])
    .where('date', '=', day)
    .execute();
  for (const row of rows) {
    if (meetings.some((meeting) => meeting.id === row.meeting_id && isOfBody(row, meeting))) continue;
    const id = meetingOf(row, meetings);
    if (id === null || id === row.meeting_id) continue;
    await db
      .updateTable('consultation')
      .set({ meeting_id: id })
      .where('paper_id', '=', row.paper_id)
      .where('seq', '=', row.seq)
      .execute();
  }
}

export function meetingStore(db: Kysely<Tables>): MeetingWriter {
  const meetings = () =>
    db
      .selectFrom('meeting')
      .innerJoin('organization', 'organization.id', 'meeting.organization_id')
      .select([
        'meeting.id as id',
        'organization_id as organizationId',
        'organization.name as organizationName',
        'start',
        'location',
        'state',
      ]);
  const dropAgenda = async (id: string): Promise<void> => {
    await db.deleteFrom('agenda_item').where('meeting_id', '=', id).execute();
  };
  return {
    list: () => meetings().orderBy('start', 'desc').orderBy('organization.name').orderBy('meeting.id').execute(),
    get: (id) => meetings().where('meeting.id', '=', id).executeTakeFirst(),
    idsByPrefix: async (prefix, limit) => {
      const rows = await db
        .selectFrom('meeting')
        .select('id')
        .where('id', '>=', prefix)
        .where('id', '<', `${prefix}\uffff`)
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => row.id);
    },
    agenda: async (meetingId) => {
      const rows = await db
        .selectFrom('agenda_item')
        .select(['paper_id', 'number'])
        .where('meeting_id', '=', meetingId)
        .orderBy('seq')
        .execute();
      return rows.map((row) => ({ paperId: row.paper_id, number: row.number }));
    },
    statementsBefore: async (id) => {
      const rows = await db
        .selectFrom('consultation')
        .innerJoin('statement', 'statement.paper_id', 'consultation.paper_id')
        .select('consultation.paper_id')
        .distinct()
        .where('meeting_id', '=', id)
        .where('consultation.paper_id', 'not in', discardedIds(db))
        .orderBy('consultation.paper_id')
        .execute();
      return rows.map((row) => row.paper_id);
    },
    isReferred: async ({ id, start, organizationId, organizationName }) => {
      const rows = await db
        .selectFrom('consultation')
        .select(['date', 'paper_id', 'organization_id as organizationId', 'organization_text as organization'])
        .where('meeting_id', '=', id)
        .execute();
      const placed = await db.selectFrom('agenda_item').select('paper_id').where('meeting_id', '=', id).execute();
      const isPlaced = new Set(placed.map((row) => row.paper_id));
      const meeting = { id, organizationId, organizationName };
      return rows.some((row) => isPlaced.has(row.paper_id) || row.date !== dayOf(start) || !isOfBody(row, meeting));
    },
    save: async ({ id, organizationId, start, location, state }) => {
      const row = { organization_id: organizationId, start, location, state };
      await db
        .insertInto('meeting')
        .values({ id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
      await linkRows(db, dayOf(start));
    },
    remove: async (id) => {
      await dropAgenda(id);
      await db.updateTable('consultation').set({ meeting_id: null }).where('meeting_id', '=', id).execute();
      const meeting = await db.selectFrom('meeting').select('start').where('id', '=', id).executeTakeFirst();
      await db.deleteFrom('meeting').where('id', '=', id).execute();
      if (meeting) await linkRows(db, dayOf(meeting.start));
    },
    setAgenda: async (meetingId, items) => {
      await dropAgenda(meetingId);
      for (const [seq, { paperId, number }] of items.entries()) {
        await db.insertInto('agenda_item').values({ meeting_id: meetingId, paper_id: paperId, seq, number }).execute();
      }
    },
  };
}
