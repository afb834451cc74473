/** Dates of a paper and its consultations that could not be read: kept as they were typed. */
import type { Kysely } from 'kysely';
import type { Paper } from '../../../core/paper/paper.ts';
import type { Tables } from '../tables.ts';

/** The paper's own date and its day of receipt; every other place is the id of a consultation. */
const OWN = 'date';
const RECEIPT = 'received-on';

export interface UnreadDates {
  /** Of a consultation; null for the paper's own. */
  readonly at: (place: string | null) => { readonly unreadDate?: string };
  readonly receipt: { readonly unreadReceivedOn?: string };
}

export async function readUnreadDates(db: Kysely<Tables>, paperId: string): Promise<UnreadDates> {
  const rows = await db.selectFrom('unread_date').selectAll().where('paper_id', '=', paperId).execute();
  const texts = new Map(rows.map(({ place, text }) => [place, text]));
  const receipt = texts.get(RECEIPT);
  return {
    at: (place) => {
      const unreadDate = texts.get(place ?? OWN);
      return unreadDate === undefined ? {} : { unreadDate };
    },
    receipt: receipt === undefined ? {} : { unreadReceivedOn: receipt },
  };
}

export async function writeUnreadDates(db: Kysely<Tables>, paper: Paper): Promise<void> {
  await db.deleteFrom('unread_date').where('paper_id', '=', paper.id).execute();
  const places = [
    { place: OWN, text: paper.unreadDate },
    { place: RECEIPT, text: paper.unreadReceivedOn },
    ...paper.consultations.map(({ id, unreadDate }) => ({ place: id, text: unreadDate })),
  ];
  for (const { place, text } of places)
    if (text) await db.insertInto('unread_date').values({ paper_id: paper.id, place, text }).execute();
}
