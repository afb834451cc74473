/** Is the file sound? SQLite's own checks, its tables and guards, links, the log chain, kept bytes, issues, every sealed row, the search. */
import { createHash } from 'node:crypto';
import type Sqlite from 'better-sqlite3';
import type { Repair } from '../../contract/backup/shapes.ts';
import { doctorTexts as words, schemaPartName } from '../../contract/backup/texts-de.ts';
import type { DatabaseFinding } from '../../core/ports/ports.ts';
import { logEndOf } from './compare-log.ts';
import { examineIssues, examineStates } from './examine-issues.ts';
import { examineKeptRows } from './examine-kept-rows.ts';
import { examineRowSeals } from './examine-row-seals.ts';
import { examineRights } from './folder-rights.ts';
import { firstBrokenEntry } from './log-chain.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { canBeMade, schemaDifference, type SchemaPart } from './schema.ts';
import type { ChangeLogTable } from '../sql/tables.ts';

/** What SQLite says of an index that does not fit its table; the table itself is whole then. */
const INDEX_PROBLEM = /^(row \d+ missing from index|wrong # of entries in index|non-unique entry in index)/;

function numberOf(db: Sqlite.Database, query: string): number {
  return (db.prepare(query).get() as { n: number }).n;
}

function integrity(db: Sqlite.Database): DatabaseFinding {
  const rows = db.pragma('integrity_check(5)') as { integrity_check: string }[];
  const problems = rows.map((row) => row.integrity_check).filter((text) => text !== 'ok');
  const onlyIndexes = problems.length > 0 && problems.every((problem) => INDEX_PROBLEM.test(problem));
  return {
    area: words.areas.database,
    ok: problems.length === 0,
    detail:
      problems.length === 0 ? words.database(numberOf(db, 'SELECT count(*) AS n FROM paper')) : problems.join('; '),
    repair: onlyIndexes ? 'indexes' : null,
  };
}

function schema(db: Sqlite.Database): DatabaseFinding {
  const { foreign, missing } = schemaDifference(db, MIGRATIONS);
  const named = (parts: readonly SchemaPart[]): string =>
    parts.map(({ type, name }) => schemaPartName(type, name)).join(', ');
  const problems = [
    ...(foreign.length > 0 ? [words.schema.foreign(named(foreign))] : []),
    ...(missing.length > 0 ? [words.schema.missing(named(missing))] : []),
  ];
  return {
    area: words.areas.schema,
    ok: problems.length === 0,
    detail: problems.join('; ') || words.schema.fine,
    repair: foreign.length === 0 && missing.length > 0 && missing.every(canBeMade) ? 'guards' : null,
  };
}

/** Every kept file is read and its digest compared with its name: slow for many, and asked for knowingly. */
function keptBytes(db: Sqlite.Database): DatabaseFinding {
  let count = 0;
  const damaged: string[] = [];
  for (const row of db.prepare('SELECT sha512, bytes FROM blob').iterate() as Iterable<{
    sha512: string;
    bytes: Uint8Array;
  }>) {
    count += 1;
    if (createHash('sha512').update(row.bytes).digest('hex') !== row.sha512) damaged.push(row.sha512);
  }
  const certificates = (
    db.prepare('SELECT fingerprint, certificate FROM trusted_certificate').all() as {
      fingerprint: string;
      certificate: Uint8Array;
    }[]
  ).filter(({ fingerprint, certificate }) => createHash('sha256').update(certificate).digest('hex') !== fingerprint);
  const unused = numberOf(
    db,
    `SELECT count(*) AS n FROM blob WHERE ${['file', 'issue_file', 'letter_file']
      .map((table) => `NOT EXISTS (SELECT 1 FROM ${table} WHERE ${table}.sha512 = blob.sha512)`)
      .join(' AND ')}`,
  );
  const repair: Repair | null = unused > 0 && damaged.length === 0 ? 'unused-files' : null;
  const problems = [
    ...(damaged.length > 0 ? [words.files.altered(damaged.length, namesOf(db, damaged.slice(0, 3)))] : []),
    ...(certificates.length > 0 ? [words.files.certificates(certificates.length)] : []),
  ];
  return {
    area: words.areas.files,
    ok: problems.length === 0,
    detail: problems.join('; ') || words.files.fine(count, unused),
    repair,
  };
}

/** The names people know the bytes by; one that nothing names any more has only its digest. */
function namesOf(db: Sqlite.Database, digests: readonly string[]): string {
  const name = db
    .prepare(
      `SELECT file_name FROM (SELECT file_name, sha512 FROM issue_file UNION ALL SELECT file_name, sha512 FROM letter_file
         UNION ALL SELECT file_name, sha512 FROM file) WHERE sha512 = ? LIMIT 1`,
    )
    .pluck();
  return digests.map((digest) => (name.get(digest) as string | undefined) ?? digest.slice(0, 12)).join(', ');
}

function searchIndex(db: Sqlite.Database): DatabaseFinding {
  const missing = numberOf(db, 'SELECT count(*) AS n FROM paper WHERE no NOT IN (SELECT rowid FROM paper_search)');
  const surplus = numberOf(db, 'SELECT count(*) AS n FROM paper_search WHERE rowid NOT IN (SELECT no FROM paper)');
  const ok = missing === 0 && surplus === 0;
  return {
    area: words.areas.search,
    ok,
    detail: ok ? words.search.fine : words.search.broken(missing, surplus),
    repair: ok ? null : 'search-index',
  };
}

/** Where the log ended is kept beside it: a chain whose last links are gone is still closed. */
function endFault(db: Sqlite.Database): string | null {
  const [written, ...more] = db.prepare('SELECT id, seq, hash FROM log_end').all() as {
    id: number;
    seq: number;
    hash: string;
  }[];
  const last = logEndOf(db);
  if (more.length > 0 || written?.id !== 1) return words.log.endDiffers;
  if (written.seq > (last?.seq ?? 0)) return words.log.cut(last?.seq ?? 0, written.seq);
  return written.seq === (last?.seq ?? 0) && written.hash === (last?.hash ?? '') ? null : words.log.endDiffers;
}

function log(db: Sqlite.Database): DatabaseFinding {
  const broken = firstBrokenEntry(
    db.prepare('SELECT * FROM change_log ORDER BY seq').iterate() as Iterable<ChangeLogTable>,
  );
  const count = numberOf(db, 'SELECT count(*) AS n FROM change_log');
  const problem = broken === null ? endFault(db) : words.log.broken(broken);
  return { area: words.areas.log, ok: problem === null, detail: problem ?? words.log.fine(count), repair: null };
}

function links(db: Sqlite.Database): DatabaseFinding {
  const { length } = db.pragma('foreign_key_check') as unknown[];
  const detail = length === 0 ? words.links.fine : words.links.broken(length);
  return { area: words.areas.links, ok: length === 0, detail, repair: null };
}

/** How safely a connection writes. */
export interface Durability {
  readonly journal: string;
  readonly synchronous: string;
}

export const durabilityOf = (db: Sqlite.Database): Durability => ({
  journal: String(db.pragma('journal_mode', { simple: true })),
  synchronous: String(db.pragma('synchronous', { simple: true })),
});

function durabilityFinding({ journal, synchronous }: Durability): DatabaseFinding {
  const ok = journal === 'wal' && synchronous === '2';
  return {
    area: words.areas.durability,
    ok,
    detail: ok ? words.durability.fine : words.durability.broken(journal, synchronous),
    repair: null,
  };
}

/** `durability`: of the connection the program writes with, which may be another one. */
export function examineDatabase(
  db: Sqlite.Database,
  folder: string,
  durability: Durability,
): readonly DatabaseFinding[] {
  return [
    // First: nothing foreign gets to work in what follows unsaid.
    schema(db),
    integrity(db),
    links(db),
    log(db),
    keptBytes(db),
    examineIssues(db),
    examineStates(db),
    examineKeptRows(db),
    examineRowSeals(db),
    searchIndex(db),
    durabilityFinding(durability),
    examineRights(folder, db.name),
  ];
}
