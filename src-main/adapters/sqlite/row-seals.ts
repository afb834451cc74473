/**
 * Seals: the digest of every row the log accounts for, written with the last entry of the transaction that wrote the row. Triggers of this
 * connection alone note which rows were touched, so no store can forget it, and nobody else's edits are sealed by mistake.
 */
import { hash } from 'node:crypto';
import type Sqlite from 'better-sqlite3';
import { nextNumber, writeEntry } from './log-chain.ts';
import { SEALED_TABLES, type SealedTable } from './sealed-tables.ts';

/** Of what stood before there were seals. */
export const ROWS_SEALED = 'rows-sealed';
const SUM_BITS = 256;

const has = (db: Sqlite.Database, query: string): boolean => db.prepare(query).get() !== undefined;

type Value = string | number | Uint8Array | null;
const quoted = (table: string): string => `"${table}"`;
const keyOf = ({ key }: SealedTable, of = ''): string => `json_array(${key.map((column) => of + column).join(', ')})`;

/** NULL where they hold what rows from before hold. */
const laterOf = ({ later = {} }: SealedTable): string[] =>
  Object.entries(later).map(([column, before]) => `nullif(${column}, '${before}')`);

/** Rows as arrays: the key as JSON, then key, columns and later columns. */
export const sealedRowsQuery = (table: string, sealed: SealedTable): string =>
  `SELECT ${[keyOf(sealed), ...sealed.key, ...sealed.columns, ...laterOf(sealed)].join(', ')} FROM ${quoted(table)}`;

/** Every value under its kind and length, so that no two rows read the same. */
function framed(value: Value): string {
  if (value === null) return 'n';
  if (typeof value === 'number') return `i${value};`;
  if (typeof value === 'string') return `s${value.length};${value}`;
  return `b${value.length};${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`;
}

/** SHA-256 of a row of `sealedRowsQuery`, hexadecimal. Hundreds of thousands at once: text is joined, not serialised. */
export function sealOf(table: string, row: readonly Value[]): string {
  let text = `${table};`;
  const later = Object.keys(SEALED_TABLES[table]?.later ?? {});
  const from = row.length - later.length;
  for (let at = 1; at < from; at += 1) text += framed(row[at] ?? null);
  // Under its name, so that no later column stands for another one.
  for (const [index, column] of later.entries()) {
    const value = row[from + index] ?? null;
    if (value !== null) text += `${column}=${framed(value)}`;
  }
  return hash('sha256', text, 'hex');
}

/** Digest of a row (hexadecimal) and the entry under which it was last written. */
export interface Seal {
  readonly digest: string;
  readonly seq: number;
}

/** All seals as one number (additive multiset hash): a row that comes, goes or changes moves it without the others being read. */
export class SealSum {
  #sum: bigint;

  constructor(digest: string | null = null) {
    this.#sum = digest === null ? 0n : BigInt(`0x${digest}`);
  }
  add({ digest, seq }: Seal): void {
    this.#sum += BigInt(`0x${digest}`) + BigInt(seq);
  }
  remove({ digest, seq }: Seal): void {
    this.#sum -= BigInt(`0x${digest}`) + BigInt(seq);
  }
  /** 64 hexadecimal digits. */
  toString(): string {
    return BigInt.asUintN(SUM_BITS, this.#sum).toString(16).padStart(64, '0');
  }
}

/** The sum that the chain holds last; null before anything was sealed. */
export const lastSum = (db: Sqlite.Database): string | null =>
  (db
    .prepare('SELECT state_digest FROM change_log WHERE state_digest IS NOT NULL ORDER BY seq DESC LIMIT 1')
    .pluck()
    .get() as string | undefined) ?? null;

/** At the beginning of every transaction that writes: the first makes what the later ones find. Other connections know nothing of it. */
export function noteTouchedRows(db: Sqlite.Database): void {
  if (has(db, "SELECT 1 FROM temp.sqlite_schema WHERE name = 'touched_row'")) return;
  const triggers = Object.entries(SEALED_TABLES).flatMap(([table, sealed]) => {
    const noted = (of: 'NEW.' | 'OLD.'): string => `INSERT INTO touched_row VALUES ('${table}', ${keyOf(sealed, of)});`;
    return (
      [
        ['INSERT', noted('NEW.')],
        ['UPDATE', noted('OLD.') + noted('NEW.')],
        ['DELETE', noted('OLD.')],
      ] as const
    ).map(
      ([event, work]) =>
        `CREATE TEMP TRIGGER touched_${table}_${event.toLowerCase()} AFTER ${event} ON main.${quoted(table)} BEGIN ${work} END;`,
    );
  });
  db.exec(`CREATE TEMP TABLE touched_row (row_table TEXT NOT NULL, row_key TEXT NOT NULL); ${triggers.join('\n')}`);
}

export interface SealChange {
  readonly table: string;
  readonly key: string;
  /** Null where the row is gone. */
  readonly digest: string | null;
}
export interface SealChanges {
  readonly changes: readonly SealChange[];
  /** Of all seals once the changes are written. */
  readonly sum: string;
}

/** What the transaction that is open did to sealed rows, to be written with entry `seq`; null when it left all as they were. */
export function takeSealChanges(db: Sqlite.Database, seq: number): SealChanges | null {
  const touched = db.prepare('SELECT DISTINCT row_table, row_key FROM temp.touched_row').raw().all() as [
    string,
    string,
  ][];
  if (touched.length === 0) return null;
  db.prepare('DELETE FROM temp.touched_row').run();
  const sealed = db.prepare(
    'SELECT lower(hex(digest)) AS digest, seq FROM row_seal WHERE row_table = ? AND row_key = ?',
  );
  const sum = new SealSum(lastSum(db));
  const changes: SealChange[] = [];
  for (const [table, key] of touched) {
    const definition = SEALED_TABLES[table];
    if (!definition) continue;
    const found = definition.key.map((column) => `${column} = ?`).join(' AND ');
    const row = db
      .prepare(`${sealedRowsQuery(table, definition)} WHERE ${found}`)
      .raw()
      .get(JSON.parse(key) as Value[]) as Value[] | undefined;
    const digest = row === undefined ? null : sealOf(table, row);
    const former = sealed.get(table, key) as Seal | undefined;
    if (digest === (former?.digest ?? null)) continue;
    if (former) sum.remove(former);
    if (digest !== null) sum.add({ digest, seq });
    changes.push({ table, key, digest });
  }
  return changes.length === 0 ? null : { changes, sum: sum.toString() };
}

export function writeSeals(db: Sqlite.Database, changes: readonly SealChange[], seq: number): void {
  const put = db.prepare(
    `INSERT INTO row_seal (row_table, row_key, digest, seq) VALUES (?, ?, unhex(?), ?)
     ON CONFLICT (row_table, row_key) DO UPDATE SET digest = excluded.digest, seq = excluded.seq`,
  );
  const drop = db.prepare('DELETE FROM row_seal WHERE row_table = ? AND row_key = ?');
  for (const { table, key, digest } of changes)
    if (digest === null) drop.run(table, key);
    else put.run(table, key, digest, seq);
}

/** What stood before there were seals gets them once, under an entry of its own: from then on it can be examined. */
export function sealWhatStood(db: Sqlite.Database, by: { readonly actor: string; readonly at: string }): void {
  const isSealed = (): boolean => has(db, 'SELECT 1 FROM row_seal LIMIT 1') || lastSum(db) !== null;
  // A new folder has nothing to seal, and nobody waits for its lock.
  if (isSealed() || !has(db, 'SELECT 1 FROM office LIMIT 1')) return;
  db.transaction(() => {
    // Another process may have done it while we waited for the lock.
    if (isSealed()) return;
    const seq = nextNumber(db);
    const sum = new SealSum();
    const changes = Object.entries(SEALED_TABLES).flatMap(([table, sealed]) =>
      (db.prepare(sealedRowsQuery(table, sealed)).raw().all() as Value[][]).map((row) => {
        const digest = sealOf(table, row);
        sum.add({ digest, seq });
        return { table, key: row[0] as string, digest };
      }),
    );
    if (changes.length === 0) return;
    const about = { action: ROWS_SEALED, entity: 'installation', entity_id: 'rows', revision: null, row_digest: null };
    writeEntry(db, { ...by, ...about, state_digest: sum.toString() });
    writeSeals(db, changes, seq);
  }).immediate();
}
