/** Does every row read as the log accounts for it: none gone, none changed, none added behind the program's back? */
import type Sqlite from 'better-sqlite3';
import { doctorTexts as words } from '../../contract/backup/texts-de.ts';
import type { DatabaseFinding } from '../../core/ports/ports.ts';
import { finding } from './finding.ts';
import { lastSum, ROWS_SEALED, SealSum, sealedRowsQuery, sealOf, type Seal } from './row-seals.ts';
import { SEALED_TABLES, type SealedTable } from './sealed-tables.ts';

type Row = (string | number | Uint8Array | null)[];

/** Written by SQLite; a seal that somebody wrote by hand may hold anything. */
function keyParts(rowKey: string): readonly (string | number)[] {
  try {
    return JSON.parse(rowKey) as (string | number)[];
  } catch {
    return [rowKey];
  }
}

/** How a row is called: by its paper where it has one, and by what else its key says. Only asked for rows that are wrong. */
function nameOf(db: Sqlite.Database, { key, columns, paper }: SealedTable, rowKey: string, row: Row | null): string {
  const parts = keyParts(rowKey);
  const place = paper === undefined ? -1 : [...key, ...columns].indexOf(paper);
  const value = row?.[place + 1] ?? parts[place];
  // Texts stand under the id of their paper and what they are of it.
  const id = place < 0 || typeof value !== 'string' ? undefined : value.split(':')[0];
  const called = db
    .prepare(
      `SELECT coalesce(paper.reference, discarded_paper.reference, paper.name) FROM paper
       LEFT JOIN discarded_paper ON discarded_paper.paper_id = paper.id WHERE paper.id = ?`,
    )
    .pluck()
    .get(id ?? '') as string | undefined;
  const others = parts.filter((part) => part !== '' && (id === undefined || !String(part).startsWith(id)));
  return [called ?? id, others.join(' ')].filter(Boolean).join(', ');
}

/** By table and key; their sum is taken on the way. */
function sealsOf(db: Sqlite.Database, sum: SealSum): ReadonlyMap<string, Map<string, Seal>> {
  const seals = new Map<string, Map<string, Seal>>();
  const stored = db.prepare('SELECT row_table, row_key, lower(hex(digest)), seq FROM row_seal').raw();
  for (const [table, key, digest, seq] of stored.all() as [string, string, string, number][]) {
    let ofTable = seals.get(table);
    if (!ofTable) seals.set(table, (ofTable = new Map<string, Seal>()));
    ofTable.set(key, { digest, seq });
    sum.add({ digest, seq });
  }
  return seals;
}

function faultsOfTable(
  db: Sqlite.Database,
  table: string,
  sealed: SealedTable,
  seals: Map<string, Seal>,
): readonly string[] {
  const kind = words.rows.kinds[table] ?? table;
  const faults: string[] = [];
  for (const row of db.prepare(sealedRowsQuery(table, sealed)).raw().iterate() as Iterable<Row>) {
    const key = row[0] as string;
    const seal = seals.get(key);
    seals.delete(key);
    if (seal?.digest === sealOf(table, row)) continue;
    const name = nameOf(db, sealed, key, row);
    faults.push(seal ? words.rows.changed(kind, name, seal.seq) : words.rows.surplus(kind, name));
  }
  for (const [key, { seq }] of seals) faults.push(words.rows.gone(kind, nameOf(db, sealed, key, null), seq));
  return faults;
}

/** Rows that were here before they could be examined count as read when they were first sealed. */
function sealedLate(db: Sqlite.Database): { readonly rows: number; readonly day: string } | null {
  const late = db
    .prepare(
      `SELECT strftime('%d.%m.%Y', at) AS day, (SELECT count(*) FROM row_seal WHERE row_seal.seq = change_log.seq) AS rows
       FROM change_log WHERE action = ? ORDER BY seq LIMIT 1`,
    )
    .get(ROWS_SEALED) as { day: string; rows: number } | undefined;
  return late && late.rows > 0 ? late : null;
}

export function examineRowSeals(db: Sqlite.Database): DatabaseFinding {
  const sum = new SealSum();
  const seals = sealsOf(db, sum);
  const count = [...seals.values()].reduce((all, { size }) => all + size, 0);
  const faults = Object.entries(SEALED_TABLES).flatMap(([table, sealed]) =>
    faultsOfTable(db, table, sealed, seals.get(table) ?? new Map<string, Seal>()),
  );
  const isForeign = [...seals.keys()].some((table) => !Object.hasOwn(SEALED_TABLES, table));
  const held = lastSum(db) ?? new SealSum().toString();
  if (isForeign || held !== sum.toString()) faults.push(words.rows.sealsDiffer);
  return finding(words.areas.rows, faults, words.rows.fine(count, sealedLate(db)));
}
