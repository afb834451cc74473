/** What a statement has beyond its paper, and which papers it answers. */
import type { Kysely } from 'kysely';
import type { StatementWriter } from '../../../core/ports/ports.ts';
import { furtherOf } from '../../../record/statement-fields.ts';
import type { SqlEngine } from '../engine.ts';
import type { Tables } from '../tables.ts';
import { discardedIds } from './bin-store.ts';
import { indexPaper } from './search-index.ts';
import { readText, writeText } from './stored-text.ts';

export function statementStore(db: Kysely<Tables>, engine: SqlEngine): StatementWriter {
  return {
    get: async (paperId) => {
      const row = await db.selectFrom('statement').selectAll().where('paper_id', '=', paperId).executeTakeFirst();
      if (!row) return undefined;
      return {
        bodyName: row.body_name,
        state: row.state,
        edition: row.edition,
        quotation: await readText(db, row.quotation_id),
        quotationSource: row.quotation_source,
        quotationLocked: row.quotation_locked === 1,
        hinge: row.hinge,
        reply: await readText(db, row.reply_id),
        signatory:
          row.signatory_name === null
            ? null
            : { name: row.signatory_name, role: row.signatory_role, prefix: row.signatory_prefix },
        contact: {
          ourSign: row.our_sign,
          clerk: row.clerk,
          room: row.room,
          telephone: row.telephone,
          email: row.email,
        },
        further: furtherOf(JSON.parse(row.further) as object),
      };
    },
    answers: async (paperId) => {
      const rows = await db
        .selectFrom('paper_relation')
        .select('to_id')
        .where('from_id', '=', paperId)
        .where('kind', '=', 'answers')
        .orderBy('seq')
        .execute();
      return rows.map((row) => row.to_id);
    },
    answeredBy: async (paperId) => {
      const rows = await db
        .selectFrom('paper_relation')
        .select('from_id')
        .where('to_id', '=', paperId)
        .where('from_id', 'not in', discardedIds(db))
        .where('kind', '=', 'answers')
        .orderBy('from_id')
        .execute();
      return rows.map((row) => row.from_id);
    },
    save: async (paperId, statement) => {
      const row = {
        body_name: statement.bodyName,
        state: statement.state,
        edition: statement.edition,
        quotation_id: await writeText(db, `${paperId}:quotation`, statement.quotation),
        quotation_source: statement.quotationSource,
        quotation_locked: statement.quotationLocked ? 1 : 0,
        hinge: statement.hinge,
        reply_id: await writeText(db, `${paperId}:reply`, statement.reply),
        signatory_name: statement.signatory?.name ?? null,
        signatory_role: statement.signatory?.role ?? null,
        signatory_prefix: statement.signatory?.prefix ?? null,
        our_sign: statement.contact.ourSign,
        clerk: statement.contact.clerk,
        room: statement.contact.room,
        telephone: statement.contact.telephone,
        email: statement.contact.email,
      };
      // Filled ones only; what stands there and is no field here stays.
      const stored = await db
        .selectFrom('statement')
        .select('further')
        .where('paper_id', '=', paperId)
        .executeTakeFirst();
      const merged = { ...(JSON.parse(stored?.further ?? '{}') as object), ...statement.further };
      const filled = Object.entries(merged).filter(([, value]) => value !== null);
      const values = { ...row, further: JSON.stringify(Object.fromEntries(filled)) };
      await db
        .insertInto('statement')
        .values({ paper_id: paperId, ...values })
        .onConflict((conflict) => conflict.column('paper_id').doUpdateSet(values))
        .execute();
    },
    setAnswers: async (paperId, answeredIds) => {
      await db.deleteFrom('paper_relation').where('from_id', '=', paperId).where('kind', '=', 'answers').execute();
      for (const [seq, id] of answeredIds.entries()) {
        await db.insertInto('paper_relation').values({ from_id: paperId, to_id: id, kind: 'answers', seq }).execute();
      }
      await indexPaper(db, engine, paperId);
    },
  };
}
