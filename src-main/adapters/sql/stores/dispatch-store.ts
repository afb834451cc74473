/** Proofs of what went out, and of which issues something still has to. */
import { sql, type Kysely, type SqlBool } from 'kysely';
import { RESOLVED_RECIPIENT_FORM } from '../../../contract/distribution/shapes.ts';
import { Refusal } from '../../../contract/shared/errors.ts';
import { readKept } from '../../../contract/shared/read-kept.ts';
import { keptThings } from '../../../contract/shared/kept-de.ts';
import type { DispatchWriter } from '../../../core/ports/distribution-ports.ts';
import type { SqlEngine } from '../engine.ts';
import type { Tables } from '../tables.ts';
import type { Actor } from './ledger-store.ts';

/** Refuses with `input-invalid` what was no answer of ours. */
function cursorOf(after: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(after);
    if (Array.isArray(parts) && parts.length === 3) return parts;
  } catch {
    // Said below.
  }
  throw new Refusal('input-invalid', { problem: 'after' });
}

export function dispatchStore(db: Kysely<Tables>, actor: Actor, { addedOrder }: SqlEngine): DispatchWriter {
  return {
    of: async (paperId) => {
      const rows = await db
        .selectFrom('dispatch')
        .selectAll()
        .where('paper_id', '=', paperId)
        .orderBy(addedOrder('dispatch'))
        .execute();
      return rows.map((row) => ({
        id: row.id,
        paperId: row.paper_id,
        issueId: row.issue_id,
        letterId: row.letter_id,
        channel: row.channel,
        copyKind: row.copy_kind,
        followUp: row.follow_up,
        recipient: readKept(RESOLVED_RECIPIENT_FORM, row.recipient_json, keptThings.recipient),
        fileName: row.file_name,
        sha512: row.sha512,
        detail: row.detail,
        at: row.at,
        actor: row.actor,
      }));
    },
    open: async ({ limit, after }) => {
      const cursor = after === undefined ? null : cursorOf(after);
      let select = db
        .selectFrom('dispatch_open')
        .innerJoin('paper', 'paper.id', 'dispatch_open.paper_id')
        .innerJoin('statement', 'statement.paper_id', 'dispatch_open.paper_id')
        .select(['statement.state', 'paper.sort_key', 'paper.id'])
        // "issued" before "dispatched".
        .orderBy('statement.state', 'desc')
        .orderBy('paper.sort_key', 'desc')
        .orderBy('paper.id', 'desc')
        .limit(limit + 1);
      if (cursor)
        select = select.where(
          sql<SqlBool>`(statement.state, paper.sort_key, paper.id) < (${cursor[0]}, ${cursor[1]}, ${cursor[2]})`,
        );
      const rows = await select.execute();
      const page = rows.slice(0, limit);
      const last = rows.length > limit ? page.at(-1) : undefined;
      return {
        paperIds: page.map(({ id }) => id),
        next: last === undefined ? null : JSON.stringify([last.state, last.sort_key, last.id]),
      };
    },
    lastDone: async (except) => {
      const row = await db
        .selectFrom('dispatch')
        .select(['paper_id', 'at'])
        .where('issue_id', 'is not', null)
        .where('paper_id', 'not in', db.selectFrom('dispatch_open').select('paper_id'))
        .$if(except.length > 0, (query) => query.where('paper_id', 'not in', except))
        .orderBy('at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && { paperId: row.paper_id, at: row.at };
    },
    reopen: async (paperId, issueId) => {
      await db
        .insertInto('dispatch_open')
        .values({ paper_id: paperId, issue_id: issueId })
        .onConflict((conflict) => conflict.column('paper_id').doUpdateSet({ issue_id: issueId }))
        .execute();
    },
    reopenIssuedSince: async (instant) => {
      await sql`INSERT INTO dispatch_open (paper_id, issue_id)
        SELECT issue.statement_id, issue.id FROM issue JOIN statement ON statement.paper_id = issue.statement_id
        WHERE issue.at >= ${instant} AND statement.state IN ('issued', 'dispatched')
          AND issue.edition = (SELECT max(edition) FROM issue AS other WHERE other.statement_id = issue.statement_id)
          AND NOT EXISTS (SELECT 1 FROM statement_event WHERE kind = 'withdrawn' AND issue_id = issue.id)
        ON CONFLICT DO NOTHING`.execute(db);
    },
    settle: async (paperId) => {
      await db.deleteFrom('dispatch_open').where('paper_id', '=', paperId).execute();
    },
    add: async (entry) => {
      await db
        .insertInto('dispatch')
        .values({
          id: entry.id,
          paper_id: entry.paperId,
          issue_id: entry.issueId,
          letter_id: entry.letterId,
          channel: entry.channel,
          copy_kind: entry.copyKind,
          follow_up: entry.followUp,
          recipient_json: JSON.stringify(entry.recipient),
          file_name: entry.fileName,
          sha512: entry.sha512,
          detail: entry.detail,
          at: actor.now(),
          actor: actor.name,
        })
        .execute();
    },
  };
}
