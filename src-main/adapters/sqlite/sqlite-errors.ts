/** From SQLite's result codes to what a person can do. Anything else stays what it is: unexpected. */
import { Refusal } from '../../contract/errors.ts';

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

export function translateSqliteError(error: unknown, folder: string): unknown {
  if (error instanceof Refusal) return error;
  const code = codeOf(error);
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new Refusal('database-busy', { folder }, { cause: error });
  }
  if (code === 'SQLITE_FULL') return new Refusal('disk-full', { target: folder }, { cause: error });
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN') || code === 'SQLITE_PERM') {
    return new Refusal('data-folder-not-writable', { folder }, { cause: error });
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new Refusal('database-damaged', { folder }, { cause: error });
  }
  return error;
}
