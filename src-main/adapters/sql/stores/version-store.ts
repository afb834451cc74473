/** Versions of statements and of other papers: two tables of one form. */
import { sql, type Kysely } from 'kysely';
import type { KeptVersion, VersionOf, VersionWriter } from '../../../core/ports/ports.ts';
import type { Tables } from '../tables.ts';
import type { Actor } from './ledger-store.ts';

const TABLES = {
  statement: { table: sql.table('version'), owner: sql.ref('statement_id') },
  paper: { table: sql.table('paper_version'), owner: sql.ref('paper_id') },
} as const satisfies Record<VersionOf, unknown>;

export function versionStore(db: Kysely<Tables>, actor: Actor): VersionWriter {
  const last = async (kind: VersionOf, paperId: string) => {
    const { table, owner } = TABLES[kind];
    const { rows } = await sql<Omit<KeptVersion, 'snapshot'>>`SELECT revision, at, actor, name FROM ${table}
      WHERE ${owner} = ${paperId} ORDER BY revision DESC LIMIT 1`.execute(db);
    return rows[0];
  };
  return {
    of: async (kind, paperId) => {
      const { table, owner } = TABLES[kind];
      const { rows } = await sql<Omit<KeptVersion, 'snapshot'>>`SELECT revision, at, actor, name FROM ${table}
        WHERE ${owner} = ${paperId} ORDER BY revision`.execute(db);
      return rows;
    },
    get: async (kind, paperId, revision) => {
      const { table, owner } = TABLES[kind];
      const { rows } = await sql<KeptVersion>`SELECT revision, at, actor, name, snapshot_json AS snapshot FROM ${table}
        WHERE ${owner} = ${paperId} AND revision = ${revision}`.execute(db);
      return rows[0];
    },
    keep: async (kind, { paperId, revision, snapshot, at, mergeWithinMs }) => {
      const { table, owner } = TABLES[kind];
      const before = await last(kind, paperId);
      const age = before ? Date.parse(at) - Date.parse(before.at) : Infinity;
      const merges =
        before?.name === null && before.actor === actor.name && before.revision > 1 && age >= 0 && age < mergeWithinMs;
      if (merges)
        await sql`UPDATE ${table} SET revision = ${revision}, snapshot_json = ${snapshot}
          WHERE ${owner} = ${paperId} AND revision = ${before.revision}`.execute(db);
      else
        await sql`INSERT INTO ${table} (${owner}, revision, snapshot_json, name, at, actor)
          VALUES (${paperId}, ${revision}, ${snapshot}, NULL, ${at}, ${actor.name})`.execute(db);
    },
    rename: async (kind, paperId, revision, name) => {
      const { table, owner } = TABLES[kind];
      await sql`UPDATE ${table} SET name = ${name} WHERE ${owner} = ${paperId} AND revision = ${revision}`.execute(db);
    },
    withVersions: async (kind) => {
      const { table, owner } = TABLES[kind];
      const { rows } = await sql<{ id: string }>`SELECT DISTINCT ${owner} AS id FROM ${table}`.execute(db);
      return rows.map(({ id }) => id);
    },
    drop: async (kind, paperId, revisions) => {
      const { table, owner } = TABLES[kind];
      for (const revision of revisions)
        await sql`DELETE FROM ${table} WHERE ${owner} = ${paperId} AND revision = ${revision} AND name IS NULL`.execute(
          db,
        );
    },
  };
}
