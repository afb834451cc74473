/** Dates of a paper and its consultations that could not be read: kept as they were typed. */
import type { Kysely } from 'kysely';
import type { Paper } from '../../../core/paper/paper.ts';
import type { Tables } from '../tables.ts';

/** The paper's own date; every other place is the id of a consultation. */
const OWN = 'date';

export async function readUnreadDates(db: Kysely<Tables>, paperId: string): Promise<(place: string | null) => object> {
  const rows = await db.selectFrom('unread_date').selectAll().where('paper_id', '=', paperId).execute();
  const texts = new Map(rows.map(({ place, text }) => [place, text]));
  return (place) => {
    const unreadDate = texts.get(place ?? OWN);
    return unreadDate === undefined ? {} : { unreadDate };
  };
}

export async function writeUnreadDates(db: Kysely<Tables>, paper: Paper): Promise<void> {
  await db.deleteFrom('unread_date').where('paper_id', '=', paper.id).execute();
  const places = [{ place: OWN, text: paper.unreadDate }].concat(
    paper.consultations.map(({ id, unreadDate }) => ({ place: id, text: unreadDate })),
  );
  for (const { place, text } of places)
    if (text) await db.insertInto('unread_date').values({ paper_id: paper.id, place, text }).execute();
}
