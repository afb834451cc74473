/** Meetings with their agendas; papers come before a meeting by the link of their consultations. */
import type { Kysely } from 'kysely';
import { dayOf } from '../../../base/meeting-start.ts';
import { isOfBody, type OfferedMeeting } from '../../../core/meeting/meeting-of.ts';
import type { MeetingWriter } from '../../../core/ports/meeting-ports.ts';
import type { Tables } from '../tables.ts';
import { discardedIds } from './bin-store.ts';

/** Of all bodies, the earliest first. */
export const meetingsOn = (db: Kysely<Tables>, day: string): Promise<OfferedMeeting[]> =>
  db
    .selectFrom('meeting')
    .innerJoin('organization', 'organization.id', 'meeting.organization_id')
    .select(['meeting.id as id', 'organization_id as organizationId', 'organization.name as organizationName'])
    .where('start', '>=', day)
    .where('start', '<', `${day}U`)
    .orderBy('start')
    .execute();

/** Rows without a meeting that are of its body and day. */
async function linkRows(db: Kysely<Tables>, id: string, day: string): Promise<void> {
  const meeting = (await meetingsOn(db, day)).find((entry) => entry.id === id);
  const rows = await db
    .selectFrom('consultation')
    .select(['paper_id', 'seq', 'organization_id as organizationId', 'organization_text as organization'])
    .where('date', '=', day)
    .where('meeting_id', 'is', null)
    .execute();
  for (const row of rows) {
    if (!meeting || !isOfBody(row, meeting)) continue;
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
    isReferred: async (id, day) => {
      const row = await db
        .selectFrom('consultation')
        .select('id')
        .where('meeting_id', '=', id)
        .where((eb) => eb.or([eb('date', 'is', null), eb('date', '!=', day)]))
        .limit(1)
        .execute();
      return row.length > 0;
    },
    save: async ({ id, organizationId, start, location, state }) => {
      const row = { organization_id: organizationId, start, location, state };
      await db
        .insertInto('meeting')
        .values({ id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
      await linkRows(db, id, dayOf(start));
    },
    remove: async (id) => {
      await dropAgenda(id);
      await db.updateTable('consultation').set({ meeting_id: null }).where('meeting_id', '=', id).execute();
      await db.deleteFrom('meeting').where('id', '=', id).execute();
    },
    setAgenda: async (meetingId, items) => {
      await dropAgenda(meetingId);
      for (const [seq, { paperId, number }] of items.entries()) {
        await db.insertInto('agenda_item').values({ meeting_id: meetingId, paper_id: paperId, seq, number }).execute();
      }
    },
  };
}
