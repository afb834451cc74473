/**
 * Eighth migration: bytes that were kept are never changed, and those that an issue or a letter holds never deleted. Replacing is deleting
 * and inserting, and a program that has not switched recursive triggers on fires none for the deletion: so inserting over a row is
 * refused, too. Never edited after a release.
 */
const HELD_BY = ['issue_file', 'letter_file'];

/** Every key of the tables that are only added to. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  '"release"': ['id'],
  issue: ['id', 'statement_id, edition'],
  issue_file: ['id'],
  statement_event: ['seq'],
  letter_run: ['id'],
  letter: ['id', 'run_id, recipient_key'],
  letter_file: ['letter_id, kind'],
  dispatch: ['id'],
  change_log: ['seq'],
};

const sameKey = (columns: string): string =>
  columns
    .split(', ')
    .map((column) => `${column} = NEW.${column}`)
    .join(' AND ');

const noReplace = ([table, keys]: readonly [string, readonly string[]]): string => `
CREATE TRIGGER ${table.replaceAll('"', '')}_no_replace BEFORE INSERT ON ${table}
WHEN EXISTS (SELECT 1 FROM ${table} WHERE rowid = NEW.rowid OR ${keys.map((key) => `(${sameKey(key)})`).join(' OR ')})
BEGIN SELECT RAISE(ABORT, '${table.replaceAll('"', '')} is append-only'); END;`;

export const guards = `
CREATE TRIGGER blob_no_update BEFORE UPDATE ON blob
BEGIN SELECT RAISE(ABORT, 'kept bytes are never changed'); END;
CREATE TRIGGER blob_no_replace BEFORE INSERT ON blob
WHEN EXISTS (SELECT 1 FROM blob WHERE rowid = NEW.rowid OR sha512 = NEW.sha512)
BEGIN SELECT RAISE(ABORT, 'kept bytes are never changed'); END;
CREATE TRIGGER blob_no_delete BEFORE DELETE ON blob
WHEN ${HELD_BY.map((table) => `EXISTS (SELECT 1 FROM ${table} WHERE ${table}.sha512 = OLD.sha512)`).join(' OR ')}
BEGIN SELECT RAISE(ABORT, 'an issue or a letter holds these bytes'); END;
${Object.entries(KEYS).map(noReplace).join('\n')}
`;
