/** The rows an entry of the log speaks of: what is only ever added to. Columns are named one by one, so that a later one changes no digest. */
import { createHash } from 'node:crypto';

const STAMP = 'at, actor';
const RELEASE = `SELECT id, statement_id, edition, revision, protocol_json, ${STAMP} FROM "release" WHERE id = ?`;
const ISSUE = `SELECT id, statement_id, edition, release_id, snapshot_json, conformance_json, template_hash, ${STAMP} FROM issue WHERE id = ?`;
const FILE = `SELECT id, issue_id, seq, kind, name, file_name, mime_type, size, sha512, publicity, derived_from, note, ${STAMP} FROM issue_file`;
const EVENT = `SELECT statement_id, issue_id, kind, reason, ${STAMP} FROM statement_event`;
const DISPATCH = `SELECT id, paper_id, issue_id, letter_id, channel, copy_kind, follow_up, recipient_json, file_name, sha512, detail, ${STAMP} FROM dispatch WHERE id = ?`;
const LETTER = `SELECT id, paper_id, kind, content_json, template_hash, run_id, recipient_key, ${STAMP} FROM letter WHERE id = ?`;
const LETTER_FILES =
  'SELECT letter_id, kind, file_name, size, sha512 FROM letter_file WHERE letter_id = ? ORDER BY kind';

/** Files that came later have an entry of their own. */
const FIRST_FILES = `${FILE} WHERE issue_id = ? AND NOT EXISTS (
  SELECT 1 FROM change_log WHERE entity = 'issue-file' AND entity_id = issue_file.id) ORDER BY seq, id`;
const NTH = ' ORDER BY seq LIMIT 1 OFFSET ? - 1';
/** A statement comes back more than once: its nth entry speaks of its nth row. */
const nthEvent = (kind: string): string => `${EVENT} WHERE statement_id = ? AND kind = '${kind}'${NTH}`;

/** By the action of the entry: the first parameter is what it is about, the second how often it was written for it. The first query finds the row that must be there. */
const KEPT_ROWS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'copy-dispatched': [DISPATCH],
  'letter-written': [LETTER, LETTER_FILES],
  'rendition-added': [`${FILE} WHERE id = ?`],
  'redaction-added': [`${FILE} WHERE id = ?`],
  'release-kept': [RELEASE],
  'issue-kept': [ISSUE, FIRST_FILES],
  'issue-withdrawn': [`${EVENT} WHERE issue_id = ? AND kind = 'withdrawn'`],
  'correction-begun': [nthEvent('corrected')],
  'statement-returned': [nthEvent('returned')],
};
export const KEEPING_ACTIONS: readonly string[] = Object.keys(KEPT_ROWS);

export interface RowQuery {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

/** None for an action that speaks of no such row. `nth`: from 1. */
export function keptRowQueries(action: string, entityId: string, nth: number): readonly RowQuery[] {
  const queries = Object.hasOwn(KEPT_ROWS, action) ? KEPT_ROWS[action] : undefined;
  return (queries ?? []).map((sql) => ({ sql, parameters: sql.endsWith(NTH) ? [entityId, nth] : [entityId] }));
}

/** SHA-256 of what the queries found; null where the row itself is missing. */
export const rowDigest = (found: readonly (readonly unknown[])[]): string | null =>
  (found[0]?.length ?? 0) === 0 ? null : createHash('sha256').update(JSON.stringify(found)).digest('hex');
