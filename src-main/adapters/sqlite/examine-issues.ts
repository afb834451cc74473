/** Do issues hold together: snapshot, record file, sizes, release, state of the statement, entries of the log? Nothing is set or signed anew. */
import { createHash } from 'node:crypto';
import type Sqlite from 'better-sqlite3';
import { doctorTexts as words } from '../../contract/backup/texts-de.ts';
import { canonicalJson } from '../../base/canonical-json.ts';
import { ISSUE_KINDS } from '../../core/issue/whole-issue.ts';
import type { DatabaseFinding } from '../../core/ports/ports.ts';
import { finding } from './finding.ts';

interface IssueRow {
  readonly id: string;
  readonly paper: string;
  readonly edition: number;
  readonly snapshot_json: string;
  readonly template_hash: string;
  readonly fits_release: number;
}
interface FileRow {
  readonly kind: string;
  readonly sha512: string;
  readonly size: number;
  readonly stored: number | null;
}
interface Snapshot {
  readonly record?: { readonly edition?: unknown; readonly attachments?: readonly unknown[] };
  readonly versions?: { readonly template?: unknown };
}

const PAPER = `coalesce(paper.reference, substr(paper.id, 1, 8))`;

function snapshotOf(json: string): Snapshot | null {
  try {
    return JSON.parse(json) as Snapshot | null;
  } catch {
    return null;
  }
}

/** What is wrong with one issue, in words; undefined when nothing is. */
function faultOf(
  { edition, snapshot_json, template_hash, fits_release }: IssueRow,
  files: readonly FileRow[],
): string | undefined {
  const snapshot = snapshotOf(snapshot_json);
  const record = files.find(({ kind }) => kind === 'record');
  const missing = ISSUE_KINDS.find((kind) => !files.some((file) => file.kind === kind));
  if (missing !== undefined) return words.issue.fileMissing(missing);
  const attached = files.filter(({ kind }) => kind === 'attachment').length;
  if (attached < (snapshot?.record?.attachments?.length ?? 0)) return words.issue.fileMissing('attachment');
  const digest = createHash('sha512')
    .update(canonicalJson(snapshot?.record ?? null, 1))
    .digest('hex');
  if (digest !== record?.sha512) return words.issue.recordDiffers;
  if (snapshot?.record?.edition !== edition || snapshot.versions?.template !== template_hash)
    return words.issue.rowDiffers;
  if (fits_release !== 1) return words.issue.releaseDiffers;
  if (files.some(({ size, stored }) => size !== stored)) return words.issue.sizeDiffers;
  return undefined;
}

/** Each issue's frozen record is the one its files carry. */
export function examineIssues(db: Sqlite.Database): DatabaseFinding {
  const filesOf = db.prepare(
    `SELECT kind, issue_file.sha512, size, length(blob.bytes) AS stored FROM issue_file
     LEFT JOIN blob ON blob.sha512 = issue_file.sha512 WHERE issue_id = ? ORDER BY seq`,
  );
  const issues = db
    .prepare(
      `SELECT issue.id, ${PAPER} AS paper, issue.edition, snapshot_json, template_hash,
         "release".statement_id IS issue.statement_id AND "release".edition IS issue.edition AS fits_release
       FROM issue LEFT JOIN paper ON paper.id = issue.statement_id LEFT JOIN "release" ON "release".id = issue.release_id
       ORDER BY issue.rowid`,
    )
    .all() as IssueRow[];
  const faults = issues.flatMap((issue) => {
    const fault = faultOf(issue, filesOf.all(issue.id) as FileRow[]);
    return fault === undefined ? [] : [words.issue.named(issue.paper, issue.edition, fault)];
  });
  return finding(words.areas.issues, faults, words.issue.fine(issues.length));
}

interface StateRow {
  readonly paper: string;
  readonly state: string;
  readonly edition: number;
  readonly issues: number;
  readonly newest: number | null;
  readonly released: number;
  readonly logged: number;
}

function stateFault({ state, edition, issues, newest, released, logged }: StateRow): string | undefined {
  const isOut = state === 'issued' || state === 'dispatched';
  if (isOut && newest !== edition) return words.state.issueMissing;
  if (!isOut && newest !== null && newest >= edition) return words.state.issueThere;
  if (state === 'released' && released === 0) return words.state.releaseMissing;
  if (issues !== logged) return words.state.logDiffers(issues, logged);
  return undefined;
}

/** The state of each statement fits its releases and issues, and the log tells of every issue. */
export function examineStates(db: Sqlite.Database): DatabaseFinding {
  const rows = db
    .prepare(
      `SELECT ${PAPER} AS paper, state, statement.edition,
         (SELECT count(*) FROM issue WHERE statement_id = paper.id) AS issues,
         (SELECT max(edition) FROM issue WHERE statement_id = paper.id) AS newest,
         (SELECT count(*) FROM "release" WHERE statement_id = paper.id AND "release".edition = statement.edition) AS released,
         (SELECT count(*) FROM change_log WHERE action = 'statement-issued' AND entity_id = paper.id) AS logged
       FROM statement JOIN paper ON paper.id = statement.paper_id ORDER BY paper.no`,
    )
    .all() as StateRow[];
  const faults = rows.flatMap((row) => {
    const fault = stateFault(row);
    return fault === undefined ? [] : [`${row.paper}: ${fault}`];
  });
  return finding(words.areas.states, faults, words.state.fine(rows.length));
}
