/** The tables, indices, triggers and views that the migrations make, and how a file differs from them. Nothing of the file is executed. */
import { hash } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import { schemaPartName } from '../../contract/backup/texts-de.ts';

export interface SchemaPart {
  readonly type: string;
  readonly name: string;
  readonly sql: string;
}
export interface SchemaDifference {
  /** What the migrations do not make, or make otherwise: whoever wrote it, it does not come from here. */
  readonly foreign: readonly SchemaPart[];
  /** What the migrations make and the file lacks. */
  readonly missing: readonly SchemaPart[];
}

/** SQLite makes these itself, for keys and for planning. */
const OF_SQLITE = /^sqlite_(autoindex_|stat[14]$|sequence$)/;
/** Tables in which the full-text index keeps itself; their wording belongs to SQLite's version. */
const OF_SEARCH = /^(paper|file)_search_(data|idx|docsize|config|content)$/;

/**
 * What all migrations make, remembered by its digest: making it takes longer than all else that opening a file does. A file that differs, or
 * a list of migrations that does, is compared part by part. The test of this file says the value when a migration is added.
 */
export const KNOWN_SCHEMA = {
  migrations: 'b5131c445704747671d68d725d35568c4c0cbc8badbc9d78c64c4a9124caf44b',
  parts: '4273e0f3cb3c0ddc9425c50f397d6328b5451f15868c7231594b6ff3c65daab7',
};

const keyOf = ({ type, name }: SchemaPart): string => `${type} ${name}`;
/** A renamed table is written with quotes, and blanks mean nothing between words. */
const plainSql = (sql: string): string =>
  sql
    .replace(/"(\w+)"/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

/** Reading the list of what is there fires no trigger and opens no view. */
function partsOf(db: Sqlite.Database): ReadonlyMap<string, SchemaPart> {
  const rows = db.prepare('SELECT type, name, sql FROM sqlite_schema').all() as {
    type: string;
    name: string;
    sql: string | null;
  }[];
  const own = rows.filter(({ type, name }) => !(OF_SQLITE.test(name) && (type === 'index' || type === 'table')));
  return new Map(
    own.map(({ type, name, sql }) => {
      const part = { type, name, sql: OF_SEARCH.test(name) && type === 'table' ? '' : (sql ?? '') };
      return [keyOf(part), part];
    }),
  );
}

const digestOf = (text: string): string => hash('sha256', text, 'hex');
export const migrationsDigest = (migrations: readonly string[]): string => digestOf(migrations.join('\n'));
export const partsDigest = (db: Sqlite.Database): string =>
  digestOf(JSON.stringify([...partsOf(db)].sort(([a], [b]) => (a < b ? -1 : 1))));

const made = new Map<string, ReadonlyMap<string, SchemaPart>>();

/** Made by the migrations themselves, in memory: no list beside them can grow old. */
function expectedParts(migrations: readonly string[]): ReadonlyMap<string, SchemaPart> {
  const script = migrations.join('\n');
  const known = made.get(script);
  if (known) return known;
  const db = new Sqlite(':memory:');
  try {
    db.exec(script);
    const parts = partsOf(db);
    made.set(script, parts);
    return parts;
  } finally {
    db.close();
  }
}

/** `migrations` are those the file has been through: a file of an older version is compared with the tables of its version. */
export function schemaDifference(db: Sqlite.Database, migrations: readonly string[]): SchemaDifference {
  if (KNOWN_SCHEMA.migrations === migrationsDigest(migrations) && KNOWN_SCHEMA.parts === partsDigest(db))
    return { foreign: [], missing: [] };
  const expected = expectedParts(migrations);
  const found = partsOf(db);
  return {
    foreign: [...found].flatMap(([key, part]) => {
      const wanted = expected.get(key);
      return wanted && plainSql(wanted.sql) === plainSql(part.sql) ? [] : [part];
    }),
    missing: [...expected].flatMap(([key, part]) => (found.has(key) ? [] : [part])),
  };
}

/** What no migration made, by name, for a sentence. */
export function foreignParts(db: Sqlite.Database, migrations: readonly string[]): readonly string[] {
  return schemaDifference(db, migrations).foreign.map(({ type, name }) => schemaPartName(type, name));
}

/** Triggers and indices can be made anew; a table that is gone or changed cannot. */
export const canBeMade = ({ type }: SchemaPart): boolean => type === 'trigger' || type === 'index';
