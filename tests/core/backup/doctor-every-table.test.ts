/**
 * One row of any table, deleted, changed in any column or added behind the program's back by somebody who lays the guards aside and puts them
 * back: the examination names it, or the table is one of those of which nothing is recorded.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEALED_TABLES, UNSEALED_TABLES } from '../../../src-main/adapters/sqlite/sealed-tables.ts';
import { MIGRATIONS } from '../../../src-main/adapters/sqlite/migrations/migrations.ts';
import { doctorTexts as words } from '../../../src-main/contract/backup/texts-de.ts';
import { databaseIn } from '../../support/survival-office.ts';
import { testHost, type TestHost } from '../../support/test-host.ts';
import { fillWholeOffice } from '../../support/whole-office.ts';

let folder: string;
let host: TestHost;
let db: Sqlite.Database;
/** Rows by table, before anything is planted. */
let held: Readonly<Record<string, number>>;

beforeAll(async () => {
  const made = mkdtempSync(join(tmpdir(), 'stellwerk-test-'));
  await fillWholeOffice(made);
  folder = mkdtempSync(join(tmpdir(), 'stellwerk-test-'));
  copyFileSync(databaseIn(made), databaseIn(folder));
  rmSync(made, { recursive: true, force: true });
  host = testHost({ folder });
  db = new Sqlite(databaseIn(folder));
  db.pragma('foreign_keys = OFF');
  db.pragma('ignore_check_constraints = ON');
  const tables = [...Object.keys(SEALED_TABLES), ...Object.keys(UNSEALED_TABLES)];
  held = Object.fromEntries(tables.map((table) => [table, rowsOf(table).length]));
});
afterAll(async () => {
  db.close();
  await host.dispose();
  rmSync(folder, { recursive: true, force: true });
});

type Value = string | number | Buffer | null;
type Row = Record<string, Value>;

/** All triggers taken away, the work done, all made again word for word. */
function pastGuards(work: () => void): void {
  const guards = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string;
    sql: string;
  }[];
  db.transaction(() => {
    for (const { name } of guards) db.exec(`DROP TRIGGER "${name}"`);
    work();
    for (const { sql } of guards) db.exec(sql);
  })();
}

const columnsOf = (table: string, at: Sqlite.Database = db) =>
  at.prepare('SELECT name, type, pk FROM pragma_table_info(?)').all(table) as {
    name: string;
    type: string;
    pk: number;
  }[];
const rowsOf = (table: string): Row[] => db.prepare(`SELECT * FROM "${table}"`).all() as Row[];
const where = (row: Row): string =>
  Object.keys(row)
    .map((column) => `"${column}" IS ?`)
    .join(' AND ');
const remove = (table: string, row: Row): void => {
  expect(db.prepare(`DELETE FROM "${table}" WHERE ${where(row)}`).run(Object.values(row)).changes).toBe(1);
};
const add = (table: string, row: Row): void => {
  const columns = Object.keys(row);
  db.prepare(
    `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  ).run(Object.values(row));
};

function other(value: Value, type: string): Value {
  if (type === 'INTEGER') return (typeof value === 'number' ? value : 0) + 1000;
  if (type === 'BLOB') return Buffer.from(`anders${String(value).length}`);
  return typeof value === 'string' && value.startsWith('{')
    ? `${value} `
    : `${typeof value === 'string' ? value : ''}x`;
}

const findingOf = async (area: string) => {
  const { findings } = await host.app.backup.doctor();
  return findings.find((finding) => finding.area === area);
};

/** Deleted, added under another key, and changed in each column in turn; the row stands as it stood afterwards. */
async function eachEdit(table: string, row: Row, judge: (edit: string) => Promise<void>): Promise<void> {
  const columns = columnsOf(table);
  /** Judged once edited, and undone whatever the judgement is. */
  const edited = async (edit: string, work: () => void, undo: () => void): Promise<void> => {
    pastGuards(work);
    await judge(edit).finally(() => pastGuards(undo));
  };
  await edited(
    'deleted',
    () => remove(table, row),
    () => add(table, row),
  );
  const keys = columns.filter(({ pk }) => pk > 0);
  const twin = { ...row };
  // Other columns may be unique, too.
  for (const { name, type } of keys.length > 0 ? columns : []) twin[name] = other(row[name] ?? null, type);
  await edited(
    'added',
    () => add(table, twin),
    () => remove(table, twin),
  );
  for (const { name, type } of columns) {
    const changed = { ...row, [name]: other(row[name] ?? null, type) };
    const change = (from: Row, to: Row) => (): void =>
      void db.prepare(`UPDATE "${table}" SET "${name}" = ? WHERE ${where(from)}`).run(to[name], ...Object.values(from));
    await edited(`changed in ${name}`, change(row, changed), change(changed, row));
  }
}

/** No version of the program wrote such a row. */
const NEVER_WRITTEN = ['pending_step'];
const SHADOWS = /^(paper|file)_search_/;

describe('the list of tables', () => {
  it('knows every table and every column that the migrations make', () => {
    const made = new Sqlite(':memory:');
    for (const migration of MIGRATIONS) made.exec(migration);
    const tables = made.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
    expect(tables.filter((name) => !SHADOWS.test(name) && !name.startsWith('sqlite_')).sort()).toEqual(
      [...Object.keys(SEALED_TABLES), ...Object.keys(UNSEALED_TABLES)].sort(),
    );
    for (const [table, { key, columns, later = {} }] of Object.entries(SEALED_TABLES)) {
      expect([...key, ...columns, ...Object.keys(later)].sort(), table).toEqual(
        columnsOf(table, made)
          .map(({ name }) => name)
          .sort(),
      );
      expect([...key].sort(), table).toEqual(
        columnsOf(table, made)
          .filter(({ pk, name }) => pk > 0 && !(table === 'paper' && name === 'no'))
          .map(({ name }) => name)
          .concat(table === 'paper' ? ['id'] : [])
          .sort(),
      );
      expect(words.rows.kinds, table).toHaveProperty(table);
    }
    made.close();
  });
});

describe('a row that somebody edits by hand', () => {
  it('is none in an office at work', async () => {
    expect((await host.app.backup.doctor()).findings.filter(({ ok }) => !ok)).toEqual([]);
    expect(Object.keys(held).filter((table) => held[table] === 0)).toEqual(NEVER_WRITTEN);
  });

  it.each(Object.keys(SEALED_TABLES).filter((table) => !NEVER_WRITTEN.includes(table)))(
    'of %s is named',
    async (table) => {
      const rows = rowsOf(table);
      const row = rows[Math.floor(rows.length / 2)] ?? {};
      await eachEdit(table, row, async (edit) => {
        expect(await findingOf(words.areas.rows), edit).toMatchObject({
          ok: false,
          detail: expect.stringContaining(words.rows.kinds[table] ?? table) as unknown,
        });
      });
      expect(await findingOf(words.areas.rows)).toMatchObject({ ok: true });
    },
    60_000,
  );

  it.each<[string, string]>([
    ['change_log', words.areas.log],
    ['log_end', words.areas.log],
    ['row_seal', words.areas.rows],
  ])(
    'of %s is found by its own anchor',
    async (table, area) => {
      const rows = rowsOf(table);
      for (const row of new Set([rows[0], rows.at(-1)]))
        await eachEdit(table, row ?? {}, async (edit) => {
          expect(await findingOf(area), edit).toMatchObject({ ok: false });
        });
      expect(await findingOf(area)).toMatchObject({ ok: true });
    },
    60_000,
  );

  it('of the kept bytes is found by their digest and by those who hold them; bytes that nobody holds are counted', async () => {
    const [row] = rowsOf('blob');
    await eachEdit('blob', row ?? {}, async (edit) => {
      const { findings } = await host.app.backup.doctor();
      const wrong = findings.filter(({ ok }) => !ok).map(({ area }) => area);
      expect(wrong, edit).toContain(edit === 'deleted' ? words.areas.links : words.areas.files);
    });
  });

  it.each(Object.entries(UNSEALED_TABLES).filter(([, why]) => why !== 'own-anchor'))(
    'of %s tells nothing of what was recorded (%s)',
    async (table, why) => {
      pastGuards(() => db.exec(`DELETE FROM ${table}`));
      const wrong = (await host.app.backup.doctor()).findings.filter(({ ok }) => !ok);
      // The search of papers is counted, and made anew from them.
      expect(wrong.map(({ repair }) => repair)).toEqual(table === 'paper_search' ? ['search-index'] : []);
      if (why === 'derived') await host.app.backup.repair('search-index');
      expect((await host.app.backup.doctor()).ok).toBe(true);
    },
  );
});
