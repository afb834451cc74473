/** Points of papers and the answers of statements to them. */
import type { Kysely, Selectable } from 'kysely';
import * as z from 'zod';
import {
  answerStateSchema,
  pointKindSchema,
  pointPlaceSchema,
  pointSchema,
  positionSchema,
  type Point,
  type PointAnswer,
} from '../../../contract/point/shapes.ts';
import type { PointWriter } from '../../../core/ports/point-ports.ts';
import type { PointAnswerTable, PointTable } from '../drafting-tables.ts';
import type { Tables } from '../tables.ts';
import type { Actor } from './ledger-store.ts';

const placesSchema = z.array(pointPlaceSchema);
const places = (json: string): Point['places'] => placesSchema.parse(JSON.parse(json));

const pointOf = (row: Selectable<PointTable>): Point => ({
  id: row.id,
  label: row.label,
  level: row.level,
  kind: pointKindSchema.parse(row.kind),
  isGroup: row.is_group === 1,
  text: row.text,
  places: places(row.places_json),
  change: pointSchema.shape.change.parse(row.change),
  formerText: row.former_text,
});

const answerOf = (row: Selectable<PointAnswerTable>): PointAnswer => ({
  pointId: row.point_id,
  position: positionSchema.nullable().parse(row.position),
  state: answerStateSchema.parse(row.state),
  reason: row.reason,
  sameAs: row.same_as,
  passages: places(row.passages_json),
  isStale: row.is_stale === 1,
});

export function pointStore(db: Kysely<Tables>, actor: Actor): PointWriter {
  return {
    of: async (paperId) => {
      const set = await db
        .selectFrom('point_set')
        .select('revision')
        .where('paper_id', '=', paperId)
        .executeTakeFirst();
      if (!set) return undefined;
      const rows = await db.selectFrom('point').selectAll().where('paper_id', '=', paperId).orderBy('seq').execute();
      return { revision: set.revision, points: rows.map(pointOf) };
    },
    answers: async (statementId) =>
      (
        await db
          .selectFrom('point_answer')
          .selectAll()
          .where('statement_id', '=', statementId)
          .orderBy('point_id')
          .execute()
      ).map(answerOf),
    answeredIn: async (pointIds) =>
      pointIds.length === 0
        ? []
        : (
            await db
              .selectFrom('point_answer')
              .select('statement_id')
              .distinct()
              .where('point_id', 'in', pointIds)
              .orderBy('statement_id')
              .execute()
          ).map((row) => row.statement_id),
    put: async (paperId, { revision, points }, at) => {
      const set = { revision, at, actor: actor.name };
      await db
        .insertInto('point_set')
        .values({ paper_id: paperId, ...set })
        .onConflict((conflict) => conflict.column('paper_id').doUpdateSet(set))
        .execute();
      await db.deleteFrom('point').where('paper_id', '=', paperId).execute();
      for (const [seq, point] of points.entries())
        await db
          .insertInto('point')
          .values({
            id: point.id,
            paper_id: paperId,
            seq,
            level: point.level,
            label: point.label,
            kind: point.kind,
            is_group: point.isGroup ? 1 : 0,
            text: point.text,
            places_json: JSON.stringify(point.places),
            change: point.change,
            former_text: point.formerText,
          })
          .execute();
    },
    putAnswer: async (statementId, answer, at) => {
      const row = {
        position: answer.position,
        state: answer.state,
        reason: answer.reason,
        same_as: answer.sameAs,
        passages_json: JSON.stringify(answer.passages),
        is_stale: answer.isStale ? 1 : 0,
        at,
        actor: actor.name,
      };
      await db
        .insertInto('point_answer')
        .values({ statement_id: statementId, point_id: answer.pointId, ...row })
        .onConflict((conflict) => conflict.columns(['statement_id', 'point_id']).doUpdateSet(row))
        .execute();
    },
  };
}
