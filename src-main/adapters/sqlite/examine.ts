/** Is the file sound? SQLite's own checks, foreign keys, the log chain, kept bytes, the search, settings. */
import { createHash } from 'node:crypto';
import type Sqlite from 'better-sqlite3';
import type { Repair } from '../../contract/backup.ts';
import type { DatabaseFinding } from '../../core/ports.ts';
import { firstBrokenEntry } from './log-chain.ts';
import type { ChangeLogTable } from './tables.ts';

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
    area: 'Datenbank',
    ok: problems.length === 0,
    detail:
      problems.length === 0
        ? `unbeschädigt, ${numberOf(db, 'SELECT count(*) AS n FROM paper')} Papiere`
        : problems.join('; '),
    repair: onlyIndexes ? 'indexes' : null,
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
    if (createHash('sha512').update(row.bytes).digest('hex') !== row.sha512) damaged.push(row.sha512.slice(0, 12));
  }
  const unused = numberOf(
    db,
    `SELECT count(*) AS n FROM blob WHERE ${['file', 'issue_file', 'letter_file']
      .map((table) => `NOT EXISTS (SELECT 1 FROM ${table} WHERE ${table}.sha512 = blob.sha512)`)
      .join(' AND ')}`,
  );
  const repair: Repair | null = unused > 0 && damaged.length === 0 ? 'unused-files' : null;
  return {
    area: 'Dateien',
    ok: damaged.length === 0,
    detail:
      damaged.length > 0
        ? `${damaged.length} Dateien verändert (${damaged.slice(0, 3).join(', ')})`
        : `${count} Dateien unverändert${unused > 0 ? `, ${unused} nicht mehr verwendet` : ''}`,
    repair,
  };
}

function searchIndex(db: Sqlite.Database): DatabaseFinding {
  const missing = numberOf(db, 'SELECT count(*) AS n FROM paper WHERE no NOT IN (SELECT rowid FROM paper_search)');
  const surplus = numberOf(db, 'SELECT count(*) AS n FROM paper_search WHERE rowid NOT IN (SELECT no FROM paper)');
  const ok = missing === 0 && surplus === 0;
  return {
    area: 'Suche',
    ok,
    detail: ok ? 'vollständig' : `${missing} Papiere fehlen, ${surplus} Einträge zu viel`,
    repair: ok ? null : 'search-index',
  };
}

export function examineDatabase(db: Sqlite.Database): readonly DatabaseFinding[] {
  const foreign = db.pragma('foreign_key_check') as unknown[];
  const broken = firstBrokenEntry(
    db.prepare('SELECT * FROM change_log ORDER BY seq').iterate() as Iterable<ChangeLogTable>,
  );
  const count = numberOf(db, 'SELECT count(*) AS n FROM change_log');
  const journal = db.pragma('journal_mode', { simple: true });
  const synchronous = db.pragma('synchronous', { simple: true });
  const isDurable = journal === 'wal' && synchronous === 2;
  return [
    integrity(db),
    {
      area: 'Verknüpfungen',
      ok: foreign.length === 0,
      detail: foreign.length === 0 ? 'vollständig' : `${foreign.length} ins Leere`,
      repair: null,
    },
    {
      area: 'Protokoll',
      ok: broken === null,
      detail: broken === null ? `${count} Einträge, Kette geschlossen` : `Eintrag ${broken} passt nicht zur Kette`,
      repair: null,
    },
    keptBytes(db),
    searchIndex(db),
    {
      area: 'Schreibsicherheit',
      ok: isDurable,
      detail: isDurable
        ? 'jede Änderung steht sofort auf dem Datenträger'
        : `nicht wie vorgesehen (Journal ${String(journal)}, synchronous ${String(synchronous)})`,
      repair: null,
    },
  ];
}
