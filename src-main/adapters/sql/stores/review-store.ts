/** Comments at passages, and reviews: what came back from copies for editing. */
import type { Kysely, Selectable } from 'kysely';
import * as z from 'zod';
import type { CommentWriter, ReviewWriter, StoredComment, StoredReview } from '../../../core/ports/review-ports.ts';
import type { CommentTable, ReviewTable } from '../drafting-tables.ts';
import type { Tables } from '../tables.ts';
import type { Actor } from './ledger-store.ts';

const commentOf = (row: Selectable<CommentTable>): StoredComment => ({
  id: row.id,
  statementId: row.statement_id,
  field: row.field === 'quotation' ? 'quotation' : 'reply',
  place: row.block_id === null ? null : { block: row.block_id, start: row.start_sign, end: row.end_sign },
  words: row.words,
  text: row.text,
  author: row.author,
  writtenAt: row.written_at,
  source: row.source,
  resolvedAt: row.resolved_at,
  resolvedBy: row.resolved_by,
});

export function commentStore(db: Kysely<Tables>, actor: Actor): CommentWriter {
  return {
    of: async (statementId) =>
      (
        await db
          .selectFrom('comment')
          .selectAll()
          .where('statement_id', '=', statementId)
          .orderBy('at')
          .orderBy('id')
          .execute()
      ).map(commentOf),
    get: async (id) => {
      const row = await db.selectFrom('comment').selectAll().where('id', '=', id).executeTakeFirst();
      return row && commentOf(row);
    },
    put: async (comment, at) => {
      const changing = {
        field: comment.field,
        block_id: comment.place?.block ?? null,
        start_sign: comment.place?.start ?? 0,
        end_sign: comment.place?.end ?? 0,
        words: comment.words,
        text: comment.text,
        resolved_at: comment.resolvedAt,
        resolved_by: comment.resolvedBy,
      };
      await db
        .insertInto('comment')
        .values({
          id: comment.id,
          statement_id: comment.statementId,
          author: comment.author,
          written_at: comment.writtenAt,
          source: comment.source,
          at,
          actor: actor.name,
          ...changing,
        })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(changing))
        .execute();
    },
    remove: async (id) => {
      await db.deleteFrom('comment').where('id', '=', id).execute();
    },
  };
}

const refusedSchema = z.array(z.string());
const reviewOf = (row: Selectable<ReviewTable>): StoredReview => ({
  id: row.id,
  statementId: row.statement_id,
  fileName: row.file_name,
  content: row.review_json,
  refused: refusedSchema.parse(JSON.parse(row.refused_json)),
  at: row.at,
  actor: row.actor,
  closedAt: row.closed_at,
});

export function reviewStore(db: Kysely<Tables>, actor: Actor): ReviewWriter {
  return {
    openOf: async (statementId) =>
      (
        await db
          .selectFrom('review')
          .selectAll()
          .where('statement_id', '=', statementId)
          .where('closed_at', 'is', null)
          .orderBy('at')
          .orderBy('id')
          .execute()
      ).map(reviewOf),
    get: async (id) => {
      const row = await db.selectFrom('review').selectAll().where('id', '=', id).executeTakeFirst();
      return row && reviewOf(row);
    },
    put: async ({ id, statementId, fileName, content, refused, at, closedAt }) => {
      const changing = { refused_json: JSON.stringify(refused), closed_at: closedAt };
      await db
        .insertInto('review')
        .values({
          id,
          statement_id: statementId,
          file_name: fileName,
          review_json: content,
          at,
          actor: actor.name,
          ...changing,
        })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(changing))
        .execute();
    },
  };
}
