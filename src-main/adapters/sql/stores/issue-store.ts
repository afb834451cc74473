/** Releases, issues, their files and what happened to them: only ever added to (triggers forbid the rest). */
import type { Kysely, Selectable } from 'kysely';
import { CONFORMANCE_FORM } from '../../../contract/issue/shapes.ts';
import { readKept } from '../../../contract/shared/read-kept.ts';
import { RELEASE_FORM } from '../../../contract/release/shapes.ts';
import { keptThings } from '../../../contract/shared/kept-de.ts';
import type { IssueEntry, IssueFileEntry, IssueWriter, TrustWriter } from '../../../core/ports/issue-ports.ts';
import type { IssueFileTable, IssueTable } from '../issue-tables.ts';
import type { Tables } from '../tables.ts';
import type { Actor } from './ledger-store.ts';

const issueOf = (row: Selectable<IssueTable>): IssueEntry => ({
  id: row.id,
  statementId: row.statement_id,
  edition: row.edition,
  releaseId: row.release_id,
  snapshot: row.snapshot_json,
  conformance: readKept(CONFORMANCE_FORM, row.conformance_json, keptThings.conformance),
  templateHash: row.template_hash,
  at: row.at,
  actor: row.actor,
});
const fileOf = (row: Selectable<IssueFileTable>): IssueFileEntry => ({
  id: row.id,
  issueId: row.issue_id,
  position: row.seq,
  kind: row.kind,
  name: row.name,
  fileName: row.file_name,
  mimeType: row.mime_type,
  size: row.size,
  sha512: row.sha512,
  publicity: row.publicity,
  derivedFrom: row.derived_from,
  note: row.note,
  at: row.at,
});

export function issueStore(db: Kysely<Tables>, actor: Actor): IssueWriter {
  const stamp = () => ({ at: actor.now(), actor: actor.name });
  const filesWhere = (column: 'issue_id' | 'sha512', value: string) =>
    db.selectFrom('issue_file').selectAll().where(column, '=', value).orderBy('seq').orderBy('at').execute();
  return {
    releases: async (statementId) => {
      const rows = await db
        .selectFrom('release')
        .selectAll()
        .where('statement_id', '=', statementId)
        // Not by time: a clock may be set back.
        .orderBy('revision', 'desc')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        statementId: row.statement_id,
        edition: row.edition,
        revision: row.revision,
        protocol: readKept(RELEASE_FORM, row.protocol_json, keptThings.release),
        at: row.at,
        actor: row.actor,
      }));
    },
    issues: async (statementId) => {
      const rows = await db
        .selectFrom('issue')
        .selectAll()
        .where('statement_id', '=', statementId)
        .orderBy('edition', 'desc')
        .execute();
      return rows.map(issueOf);
    },
    issue: async (id) => {
      const row = await db.selectFrom('issue').selectAll().where('id', '=', id).executeTakeFirst();
      return row && issueOf(row);
    },
    files: async (issueId) => (await filesWhere('issue_id', issueId)).map(fileOf),
    file: async (id) => {
      const row = await db.selectFrom('issue_file').selectAll().where('id', '=', id).executeTakeFirst();
      return row && fileOf(row);
    },
    events: async (statementId) => {
      const rows = await db
        .selectFrom('statement_event')
        .selectAll()
        .where('statement_id', '=', statementId)
        .orderBy('seq')
        .execute();
      return rows.map((row) => ({
        statementId: row.statement_id,
        issueId: row.issue_id,
        kind: row.kind,
        reason: row.reason,
        at: row.at,
      }));
    },
    filesBySha512: async (sha512) => (await filesWhere('sha512', sha512)).map(fileOf),
    addRelease: async ({ id, statementId, edition, revision, protocol }) => {
      const row = { id, statement_id: statementId, edition, revision, protocol_json: JSON.stringify(protocol) };
      await db
        .insertInto('release')
        .values({ ...row, ...stamp() })
        .execute();
    },
    addIssue: async (issue) => {
      await db
        .insertInto('issue')
        .values({
          id: issue.id,
          statement_id: issue.statementId,
          edition: issue.edition,
          release_id: issue.releaseId,
          snapshot_json: issue.snapshot,
          conformance_json: JSON.stringify(issue.conformance),
          template_hash: issue.templateHash,
          ...stamp(),
        })
        .execute();
    },
    addFile: async (file) => {
      await db
        .insertInto('issue_file')
        .values({
          id: file.id,
          issue_id: file.issueId,
          seq: file.position,
          kind: file.kind,
          name: file.name,
          file_name: file.fileName,
          mime_type: file.mimeType,
          size: file.size,
          sha512: file.sha512,
          publicity: file.publicity,
          derived_from: file.derivedFrom,
          note: file.note,
          ...stamp(),
        })
        .execute();
    },
    addEvent: async ({ statementId, issueId, kind, reason }) => {
      await db
        .insertInto('statement_event')
        .values({ statement_id: statementId, issue_id: issueId, kind, reason, ...stamp() })
        .execute();
    },
  };
}

export function trustStore(db: Kysely<Tables>, actor: Actor): TrustWriter {
  return {
    certificates: async () => {
      const rows = await db
        .selectFrom('trusted_certificate')
        .select('certificate')
        .where('removed_at', 'is', null)
        .orderBy('added_at')
        .execute();
      return rows.map((row) => new Uint8Array(row.certificate));
    },
    add: async (fingerprint, certificate) => {
      await db
        .insertInto('trusted_certificate')
        .values({
          fingerprint,
          certificate: Buffer.from(certificate),
          added_at: actor.now(),
          added_by: actor.name,
          removed_at: null,
        })
        .onConflict((conflict) => conflict.column('fingerprint').doUpdateSet({ removed_at: null }))
        .execute();
    },
    remove: async (fingerprint) => {
      await db
        .updateTable('trusted_certificate')
        .set({ removed_at: actor.now() })
        .where('fingerprint', '=', fingerprint)
        .where('removed_at', 'is', null)
        .execute();
    },
    addAgain: async (fingerprint) => {
      const { numUpdatedRows } = await db
        .updateTable('trusted_certificate')
        .set({ removed_at: null })
        .where('fingerprint', '=', fingerprint)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}
