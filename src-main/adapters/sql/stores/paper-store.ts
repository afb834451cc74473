/** Papers with their originators and consultations. */
import type { Kysely } from 'kysely';
import { Refusal } from '../../../contract/shared/errors.ts';
import type { PaperWriter } from '../../../core/ports/ports.ts';
import type { Paper } from '../../../core/paper/paper.ts';
import { fold } from '../../../base/fold.ts';
import { meetingOf } from '../../../core/meeting/meeting-of.ts';
import type { SqlEngine } from '../engine.ts';
import type { Tables } from '../tables.ts';
import { discardedIds } from './bin-store.ts';
import { meetingsOn } from './meeting-store.ts';
import { listPapers, summaryOf } from './paper-list.ts';
import { indexPaper } from './search-index.ts';
import { storedPaperType, storedPublicity } from './stored-words.ts';
import { readText, writeText } from './stored-text.ts';
import { readUnreadDates, writeUnreadDates } from './unread-dates.ts';

/** Newest day first, then the highest number; drafts without a number stand on top, the newest first. */
function sortKey(paper: Paper): string {
  if (paper.reference === null) return `9999 ${paper.id}`;
  const digits = /\d+/.exec(paper.reference)?.[0] ?? '';
  return `${paper.date ?? `${paper.year ?? '0000'}-00-00`} ${digits.padStart(8, '0')} ${paper.reference.replaceAll('~', '-')}`;
}

async function paperById(db: Kysely<Tables>, id: string): Promise<Paper | undefined> {
  const row = await db
    .selectFrom('paper')
    .selectAll()
    .where('id', '=', id)
    .where('id', 'not in', discardedIds(db))
    .executeTakeFirst();
  if (!row) return undefined;
  const originators = await db
    .selectFrom('paper_originator')
    .selectAll()
    .where('paper_id', '=', id)
    .orderBy('seq')
    .execute();
  const consultations = await db
    .selectFrom('consultation')
    .selectAll()
    .where('paper_id', '=', id)
    .orderBy('seq')
    .execute();
  const unread = await readUnreadDates(db, id);
  return {
    id: row.id,
    paperType: storedPaperType(row.paper_type),
    class: row.class,
    reference: row.reference,
    originalReference: row.original_reference,
    year: row.year,
    name: row.name,
    date: row.date,
    ...unread.at(null),
    receivedOn: row.received_on,
    ...unread.receipt,
    publicity: storedPublicity(row.publicity),
    leadUnit: row.lead_unit,
    originators: originators.map((entry) => ({
      organization: entry.organization_text,
      person: entry.person_text,
      function: entry.function_text,
    })),
    printedOriginators: row.printed_originators,
    consultations: consultations.map((entry) => ({
      id: entry.id,
      organization: entry.organization_text,
      date: entry.date,
      ...unread.at(entry.id),
      role: entry.role,
      publicity: storedPublicity(entry.publicity),
    })),
    text: row.text_id === null ? null : await readText(db, row.text_id),
    revision: row.revision,
    updatedAt: row.updated_at,
  };
}

/** The link to a known body or person stands beside the printed text; unknown names stay text, nobody is invented. */
async function knownId(db: Kysely<Tables>, table: 'organization' | 'person', name: string): Promise<string | null> {
  if (name === '') return null;
  const row = await db.selectFrom(table).select('id').where('name', '=', name).limit(1).executeTakeFirst();
  return row?.id ?? null;
}

const sameName = (a: string, b: string): boolean => fold(a.trim()) === fold(b.trim());

/** A row keeps its life: what came of it, and its meeting as long as body and day stay; another day or body finds another meeting. */
async function saveConsultations(db: Kysely<Tables>, paper: Paper): Promise<void> {
  const former = await db.selectFrom('consultation').selectAll().where('paper_id', '=', paper.id).execute();
  /** By its id, else by body and day: whoever sends rows anew may have made new ids. */
  const formerOf = ({ id, organization, date }: Paper['consultations'][number]) =>
    former.find((row) => row.id === id) ??
    former.find((row) => row.date === date && sameName(row.organization_text, organization));
  await db.deleteFrom('consultation').where('paper_id', '=', paper.id).execute();
  for (const [seq, row] of paper.consultations.entries()) {
    const { id, organization, date, role, publicity } = row;
    const known = formerOf(row);
    const isSameBody = known !== undefined && sameName(known.organization_text, organization);
    // The name of that day leads to no body that is called otherwise since: what was found then stays.
    const organizationId =
      (isSameBody ? known.organization_id : null) ?? (await knownId(db, 'organization', organization));
    const isSame = isSameBody && known.date === date && known.meeting_id !== null;
    await db
      .insertInto('consultation')
      .values({
        id,
        paper_id: paper.id,
        seq,
        organization_id: organizationId,
        organization_text: organization,
        meeting_id: isSame
          ? known.meeting_id
          : date === null
            ? null
            : meetingOf({ organizationId, organization }, await meetingsOn(db, date)),
        date,
        role,
        publicity,
        result: known?.result ?? null,
      })
      .execute();
  }
}

async function saveParts(db: Kysely<Tables>, paper: Paper): Promise<void> {
  await db.deleteFrom('paper_originator').where('paper_id', '=', paper.id).execute();
  await saveConsultations(db, paper);
  for (const [seq, originator] of paper.originators.entries()) {
    await db
      .insertInto('paper_originator')
      .values({
        paper_id: paper.id,
        seq,
        organization_id: await knownId(db, 'organization', originator.organization),
        organization_text: originator.organization,
        person_id: await knownId(db, 'person', originator.person),
        person_text: originator.person,
        function_text: originator.function,
      })
      .execute();
  }
  await writeUnreadDates(db, paper);
}

/** A kind of another version stays what it is, although it reads as some other paper. */
async function paperTypeToStore(db: Kysely<Tables>, { id, paperType }: Paper): Promise<string> {
  if (paperType !== 'other') return paperType;
  const row = await db.selectFrom('paper').select('paper_type').where('id', '=', id).executeTakeFirst();
  return row && storedPaperType(row.paper_type) === 'other' ? row.paper_type : paperType;
}

export function paperStore(db: Kysely<Tables>, engine: SqlEngine): PaperWriter {
  return {
    get: (id) => paperById(db, id),
    findByReference: async (reference) => {
      const row = await db.selectFrom('paper').select('id').where('reference', '=', reference).executeTakeFirst();
      return row && paperById(db, row.id);
    },
    findDiscarded: async (ref) =>
      db
        .selectFrom('discarded_paper')
        .innerJoin('paper', 'paper.id', 'discarded_paper.paper_id')
        .select(['paper.id', 'paper.name'])
        .where((eb) => eb.or([eb('discarded_paper.reference', '=', ref), eb('paper.id', '=', ref.toLowerCase())]))
        .limit(1)
        .executeTakeFirst(),
    idsByPrefix: async (prefix, limit) => {
      const rows = await db
        .selectFrom('paper')
        .select('id')
        .where('id', '>=', prefix)
        .where('id', '<', `${prefix}\uffff`)
        .where('id', 'not in', discardedIds(db))
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => row.id);
    },
    summary: (id) => summaryOf(db, id),
    list: (query) => listPapers(db, engine, query),
    names: () =>
      db.selectFrom('paper').select(['id', 'name_folded as name']).where('id', 'not in', discardedIds(db)).execute(),
    save: async (paper) => {
      const discarded = await discardedIds(db).where('paper_id', '=', paper.id).executeTakeFirst();
      if (discarded) throw new Refusal('paper-discarded', { reference: paper.reference ?? paper.name, id: paper.id });
      const row = {
        paper_type: await paperTypeToStore(db, paper),
        class: paper.class,
        reference: paper.reference,
        original_reference: paper.originalReference,
        year: paper.year,
        name: paper.name,
        name_folded: fold(paper.name),
        date: paper.date,
        publicity: paper.publicity,
        lead_unit: paper.leadUnit,
        printed_originators: paper.printedOriginators,
        text_id: paper.text === null ? null : await writeText(db, `${paper.id}:text`, paper.text),
        sort_key: sortKey(paper),
        revision: paper.revision,
        updated_at: paper.updatedAt,
        received_on: paper.receivedOn ?? null,
      };
      await db
        .insertInto('paper')
        .values({ id: paper.id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
      await saveParts(db, paper);
      await indexPaper(db, engine, paper.id);
    },
  };
}
