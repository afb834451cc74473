/** Is the file sound? SQLite's own checks, foreign keys, the log chain, settings. */
import type Sqlite from 'better-sqlite3';
import type { DatabaseFinding } from '../../core/ports.ts';
import { firstBrokenEntry } from './log-chain.ts';
import type { ChangeLogTable } from './tables.ts';

export function examineDatabase(db: Sqlite.Database): readonly DatabaseFinding[] {
  const integrity = db.pragma('integrity_check(5)') as { integrity_check: string }[];
  const problems = integrity.map((row) => row.integrity_check).filter((text) => text !== 'ok');
  const foreign = db.pragma('foreign_key_check') as unknown[];
  const broken = firstBrokenEntry(
    db.prepare('SELECT * FROM change_log ORDER BY seq').iterate() as Iterable<ChangeLogTable>,
  );
  const count = (db.prepare('SELECT count(*) AS n FROM change_log').get() as { n: number }).n;
  const journal = db.pragma('journal_mode', { simple: true });
  const synchronous = db.pragma('synchronous', { simple: true });
  const papers = (db.prepare('SELECT count(*) AS n FROM paper').get() as { n: number }).n;
  return [
    {
      area: 'Datenbank',
      ok: problems.length === 0,
      detail: problems.length === 0 ? `unbeschädigt, ${papers} Papiere` : problems.join('; '),
    },
    {
      area: 'Verknüpfungen',
      ok: foreign.length === 0,
      detail: foreign.length === 0 ? 'vollständig' : `${foreign.length} ins Leere`,
    },
    {
      area: 'Protokoll',
      ok: broken === null,
      detail: broken === null ? `${count} Einträge, Kette geschlossen` : `Eintrag ${broken} passt nicht zur Kette`,
    },
    {
      area: 'Schreibsicherheit',
      ok: journal === 'wal' && synchronous === 2,
      detail: `Journal ${String(journal)}, synchronous ${String(synchronous)}`,
    },
  ];
}
