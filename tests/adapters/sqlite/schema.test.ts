import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../../src-main/adapters/sqlite/migrations/migrations.ts';
import {
  KNOWN_SCHEMA,
  migrationsDigest,
  partsDigest,
  schemaDifference,
} from '../../../src-main/adapters/sqlite/schema.ts';

function made(...more: string[]): Sqlite.Database {
  const db = new Sqlite(':memory:');
  for (const script of [...MIGRATIONS, ...more]) db.exec(script);
  return db;
}

describe('the schema of a file', () => {
  it('is remembered by its digest, of all migrations and what they make', () => {
    expect(KNOWN_SCHEMA).toEqual({ migrations: migrationsDigest(MIGRATIONS), parts: partsDigest(made()) });
  });

  it('is the same through the digest and part by part', () => {
    expect(schemaDifference(made(), MIGRATIONS)).toEqual({ foreign: [], missing: [] });
    // Another list of migrations is unknown to the digest, and makes the same.
    expect(schemaDifference(made(), [...MIGRATIONS, 'SELECT 1;'])).toEqual({ foreign: [], missing: [] });
  });

  it.each([
    ['a trigger more', 'CREATE TRIGGER odd AFTER INSERT ON paper BEGIN DELETE FROM office; END;', ['odd'], []],
    ['a view more', 'CREATE VIEW odd AS SELECT 1;', ['odd'], []],
    ['a guard that is gone', 'DROP TRIGGER log_end_moves;', [], ['log_end_moves']],
    [
      'a guard that does something else',
      'DROP TRIGGER log_end_moves; CREATE TRIGGER log_end_moves AFTER INSERT ON change_log BEGIN SELECT 1; END;',
      ['log_end_moves'],
      [],
    ],
  ])('is not with %s', (_, script, foreign, missing) => {
    const found = schemaDifference(made(script), MIGRATIONS);
    expect(found.foreign.map(({ name }) => name)).toEqual(foreign);
    expect(found.missing.map(({ name }) => name)).toEqual(missing);
  });
});
