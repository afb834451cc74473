import { describe, expect, it } from 'vitest';
import { translateSqliteError } from '../../../src-main/adapters/sqlite/sqlite-errors.ts';
import { Refusal } from '../../../src-main/contract/shared/errors.ts';

const withCode = (code: string): Error => Object.assign(new Error('database disk image is malformed'), { code });

describe('errors of SQLite', () => {
  it.each([
    ['SQLITE_BUSY', 'database-busy'],
    ['SQLITE_BUSY_SNAPSHOT', 'database-busy'],
    ['SQLITE_LOCKED', 'database-busy'],
    ['SQLITE_FULL', 'disk-full'],
    ['SQLITE_READONLY', 'data-folder-not-writable'],
    ['SQLITE_READONLY_DBMOVED', 'data-folder-not-writable'],
    ['SQLITE_CANTOPEN', 'data-folder-not-writable'],
    ['SQLITE_PERM', 'data-folder-not-writable'],
    ['SQLITE_CORRUPT', 'database-damaged'],
    ['SQLITE_CORRUPT_VTAB', 'database-damaged'],
    ['SQLITE_NOTADB', 'database-damaged'],
  ])('translates %s to %s and keeps the cause', (code, expected) => {
    const error = withCode(code);
    const translated = translateSqliteError(error, '/daten');
    expect(translated).toBeInstanceOf(Refusal);
    expect(translated).toMatchObject({ code: expected, cause: error });
  });

  it('leaves what it does not know as it is, decided by code and never by message', () => {
    for (const error of [withCode('SQLITE_CONSTRAINT'), withCode(''), new Error('SQLITE_FULL'), 'SQLITE_FULL', null]) {
      expect(translateSqliteError(error, '/daten')).toBe(error);
    }
  });

  it('does not translate a refusal twice', () => {
    const refusal = new Refusal('conflict');
    expect(translateSqliteError(refusal, '/daten')).toBe(refusal);
  });
});
