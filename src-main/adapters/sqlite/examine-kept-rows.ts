/** Do the log and the rows it speaks of fit: proofs of dispatch, letters, releases, issues with their files, withdrawals and corrections? */
import type Sqlite from 'better-sqlite3';
import { doctorTexts as words } from '../../contract/backup/texts-de.ts';
import type { DatabaseFinding } from '../../core/ports/ports.ts';
import { finding } from './finding.ts';
import { KEEPING_ACTIONS, keptRowQueries, rowDigest } from './kept-rows.ts';
import type { ChangeLogTable } from '../sql/tables.ts';

type Entry = Pick<ChangeLogTable, 'seq' | 'action' | 'entity_id' | 'row_digest'>;

const named = (action: string): string => words.kept.kinds[action] ?? action;

/** Every entry finds its row, and where it carries a digest, the row as it was. */
function faultsOfEntries(db: Sqlite.Database): { readonly faults: string[]; readonly compared: number } {
  const times = new Map<string, number>();
  const faults: string[] = [];
  // One action asks the same for each of its entries.
  const prepared = new Map<string, Sqlite.Statement>();
  const asking = (sql: string): Sqlite.Statement => {
    const statement = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  let compared = 0;
  const marks = KEEPING_ACTIONS.map(() => '?').join(', ');
  const entries = db
    .prepare(`SELECT seq, action, entity_id, row_digest FROM change_log WHERE action IN (${marks}) ORDER BY seq`)
    .all(KEEPING_ACTIONS) as Entry[];
  for (const { seq, action, entity_id, row_digest } of entries) {
    const key = `${action} ${entity_id}`;
    const nth = (times.get(key) ?? 0) + 1;
    times.set(key, nth);
    const found = keptRowQueries(action, entity_id, nth).map(({ sql, parameters }) => asking(sql).all(parameters));
    const digest = rowDigest(found);
    if (row_digest !== null) compared += 1;
    if (digest === null) faults.push(words.kept.missing(named(action), seq));
    else if (row_digest !== null && digest !== row_digest) faults.push(words.kept.changed(named(action), seq));
  }
  return { faults, compared };
}

const DATE = "strftime('%d.%m.%Y', at)";

/** From the first row on that has an entry of its own, every one has. */
function unlogged(table: string, action: string): string {
  const has = (id: string): string =>
    `EXISTS (SELECT 1 FROM change_log WHERE action = '${action}' AND entity_id = ${id})`;
  return `SELECT ${DATE} FROM ${table} AS kept WHERE NOT ${has('kept.id')}
    AND kept.rowid > (SELECT min(rowid) FROM ${table} AS other WHERE ${has('other.id')})`;
}
const surplus = (kind: string, action: string, about: string): string =>
  `SELECT strftime('%d.%m.%Y', max(at)) FROM statement_event WHERE kind = '${kind}' GROUP BY ${about} HAVING count(*) > (
     SELECT count(*) FROM change_log WHERE action = '${action}' AND entity_id = ${about})`;

/** Rows that no entry speaks of, and rows whose maker is another than in their entry or protocol: what older entries still tell. */
const WITHOUT_ENTRY: readonly (readonly [action: string, query: string])[] = [
  [
    'copy-dispatched',
    `SELECT ${DATE} FROM dispatch WHERE NOT EXISTS (
       SELECT 1 FROM change_log WHERE action = 'copy-dispatched' AND entity_id = dispatch.id)`,
  ],
  [
    'letter-written',
    `SELECT ${DATE} FROM letter WHERE NOT EXISTS (
       SELECT 1 FROM change_log WHERE action = 'letter-written' AND entity_id = letter.id)`,
  ],
  ['release-kept', unlogged('"release"', 'release-kept')],
  ['issue-kept', unlogged('issue', 'issue-kept')],
  ['statement-returned', surplus('returned', 'statement-returned', 'statement_id')],
  ['correction-begun', surplus('corrected', 'correction-begun', 'statement_id')],
  ['issue-withdrawn', surplus('withdrawn', 'issue-withdrawn', 'issue_id')],
];
const OTHER_ACTOR: readonly (readonly [action: string, query: string])[] = [
  [
    'copy-dispatched',
    `SELECT strftime('%d.%m.%Y', dispatch.at) FROM dispatch JOIN change_log
       ON action = 'copy-dispatched' AND entity_id = dispatch.id WHERE dispatch.actor <> change_log.actor`,
  ],
  ['release-kept', `SELECT ${DATE} FROM "release" WHERE actor IS NOT protocol_json ->> '$.actor'`],
];

export function examineKeptRows(db: Sqlite.Database): DatabaseFinding {
  const { faults, compared } = faultsOfEntries(db);
  const days = (query: string): readonly string[] => db.prepare(query).pluck().all() as string[];
  for (const [action, query] of WITHOUT_ENTRY)
    for (const day of days(query)) faults.push(words.kept.unlogged(named(action), day));
  for (const [action, query] of OTHER_ACTOR)
    for (const day of days(query)) faults.push(words.kept.otherActor(named(action), day));
  return finding(words.areas.kept, faults, words.kept.fine(compared));
}
