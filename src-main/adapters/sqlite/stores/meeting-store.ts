/** Meetings with their agendas; which papers come before a meeting is read from the consultations. */
import type { Kysely } from 'kysely';
import type { MeetingWriter } from '../../../core/meeting-ports.ts';
import type { Tables } from '../tables.ts';
import { discardedIds } from './bin-store.ts';

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
    consultationsOn: async (day) => {
      const rows = await db
        .selectFrom('consultation')
        .innerJoin('statement', 'statement.paper_id', 'consultation.paper_id')
        .select(['consultation.paper_id', 'organization_id', 'organization_text'])
        .where('date', '=', day)
        .where('consultation.paper_id', 'not in', discardedIds(db))
        .orderBy('consultation.paper_id')
        .orderBy('seq')
        .execute();
      return rows.map((row) => ({
        paperId: row.paper_id,
        organizationId: row.organization_id,
        organization: row.organization_text,
      }));
    },
    isReferred: async (id) => {
      const row = await db.selectFrom('consultation').select('id').where('meeting_id', '=', id).limit(1).execute();
      return row.length > 0;
    },
    save: async ({ id, organizationId, start, location, state }) => {
      const row = { organization_id: organizationId, start, location, state };
      await db
        .insertInto('meeting')
        .values({ id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },
    remove: async (id) => {
      await dropAgenda(id);
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
