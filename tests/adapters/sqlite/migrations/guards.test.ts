/** The eighth migration: what an issue or a letter holds, in the hands of a program that keeps none of our settings. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { MIGRATIONS } from '../../../../src-main/adapters/sqlite/migrations/migrations.ts';
import { guards } from '../../../../src-main/adapters/sqlite/migrations/0008-guards.ts';
import { DATABASE_FILE, openFile } from '../../../../src-main/adapters/sqlite/open-file.ts';
import { tempFolder } from '../../../support/builders.ts';

const BEFORE = MIGRATIONS.slice(0, MIGRATIONS.indexOf(guards));
const digest = (text: string): string => createHash('sha512').update(text).digest('hex');
const [ISSUED, WRITTEN, LOOSE] = [digest('Ausfertigung'), digest('Brief'), digest('lose')];

let folder: string;
let db: Sqlite.Database;

function fill(open: Sqlite.Database): void {
  const insert = (table: string, row: Record<string, unknown>): void => {
    const names = Object.keys(row);
    open.prepare(`INSERT INTO ${table} (${names.join()}) VALUES (${names.map((name) => `@${name}`).join()})`).run(row);
  };
  for (const id of ['q', 'r']) insert('rich_text', { id, schema_version: 1, json: '{}' });
  const paper = { paper_type: 'statement', class: 'S', publicity: 'public', lead_unit: '', printed_originators: '' };
  insert('paper', { ...paper, id: 'p', name: 'A', name_folded: 'a', sort_key: '', revision: 1, updated_at: '' });
  const texts = { quotation_id: 'q', reply_id: 'r', quotation_locked: 1, hinge: '' };
  insert('statement', { paper_id: 'p', body_name: '', state: 'issued', ...texts });
  const by = { at: '', actor: 'ada' };
  insert('"release"', { id: 'f', statement_id: 'p', edition: 1, revision: 1, protocol_json: '{}', ...by });
  const json = { snapshot_json: '{}', conformance_json: '[]', template_hash: '' };
  insert('issue', { id: 'i', statement_id: 'p', edition: 1, release_id: 'f', ...json, ...by });
  for (const [sha512, text] of [
    [ISSUED, 'Ausfertigung'],
    [WRITTEN, 'Brief'],
    [LOOSE, 'lose'],
  ] as const)
    open.prepare('INSERT INTO blob VALUES (?, ?)').run(sha512, Buffer.from(text));
  const file = { name: '', file_name: 'a.pdf', mime_type: '', size: 12, publicity: 'public', note: '' };
  insert('issue_file', { id: 'd', issue_id: 'i', seq: 0, kind: 'record', ...file, sha512: ISSUED, ...by });
  insert('statement_event', { statement_id: 'p', issue_id: 'i', kind: 'withdrawn', reason: 'x', ...by });
  insert('letter_run', { id: 'l', paper_id: 'p', input_json: '{}', ...by });
  const letter = { paper_id: 'p', kind: 'cover', content_json: '{}', template_hash: '' };
  insert('letter', { id: 'b', ...letter, run_id: 'l', recipient_key: 'k', ...by });
  insert('letter_file', { letter_id: 'b', kind: 'pdf', file_name: 'b.pdf', size: 5, sha512: WRITTEN });
  const sent = { channel: 'print', copy_kind: 'copy', recipient_json: '{}', file_name: '', sha512: '', detail: '' };
  insert('dispatch', { id: 's', paper_id: 'p', ...sent, ...by });
  insert('change_log', { action: 'x', entity: 'x', entity_id: 'x', prev_hash: '', hash: 'h', ...by });
}

beforeEach(() => {
  folder = tempFolder();
  const old = openFile(folder, BEFORE);
  fill(old);
  old.close();
  openFile(folder).close();
  // As the program of a stranger opens it: neither foreign keys nor recursive triggers.
  db = new Sqlite(join(folder, DATABASE_FILE));
  db.pragma('foreign_keys = OFF');
  db.pragma('recursive_triggers = OFF');
  onTestFinished(() => void db.close());
});

const TABLES = [
  'release',
  'issue',
  'issue_file',
  'statement_event',
  'letter_run',
  'letter',
  'letter_file',
  'dispatch',
  'change_log',
];

describe('migration 8: guards', () => {
  it('keeps every row of a filled database', () => {
    for (const table of TABLES) expect(db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get(), table).toBe(1);
    expect(db.prepare('SELECT count(*) FROM blob').pluck().get()).toBe(3);
  });

  it.each(TABLES)('lets nobody change, delete or replace a row of %s', (table) => {
    const rows = (): unknown[] => db.prepare(`SELECT rowid, * FROM "${table}"`).all();
    const before = rows();
    const columns = (db.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => `"${name}"`);
    for (const sql of [
      `DELETE FROM "${table}"`,
      `UPDATE "${table}" SET actor = 'x'`.replace('letter_file" SET actor', 'letter_file" SET file_name'),
      `UPDATE OR REPLACE "${table}" SET rowid = rowid + 1`,
      `INSERT OR REPLACE INTO "${table}" SELECT * FROM "${table}"`,
      `REPLACE INTO "${table}" (rowid, ${columns.join()}) SELECT rowid, ${columns.join()} FROM "${table}"`,
    ])
      expect(() => db.exec(sql), sql).toThrow(/append-only/);
    expect(rows()).toEqual(before);
  });

  it.each([
    [
      'the edition of an issue',
      "'anders', statement_id, edition",
      'issue',
      'id, statement_id, edition',
      'release_id, snapshot_json, conformance_json, template_hash, at, actor',
    ],
    [
      'the recipient of a run',
      "'anders', run_id, recipient_key",
      'letter',
      'id, run_id, recipient_key',
      'paper_id, kind, content_json, template_hash, at, actor',
    ],
  ])('lets nobody replace a row by %s', (_, values, table, keys, rest) => {
    const sql = `INSERT OR REPLACE INTO ${table} (${keys}, ${rest}) SELECT ${values}, ${rest} FROM ${table}`;
    expect(() => db.exec(sql)).toThrow('append-only');
  });

  it('lets nobody change kept bytes, and nobody replace them', () => {
    expect(() => db.exec("UPDATE blob SET bytes = x'00'")).toThrow('kept bytes are never changed');
    expect(() => db.exec("UPDATE blob SET sha512 = substr('0' || sha512, 1, 128)")).toThrow('never changed');
    for (const sha512 of [ISSUED, WRITTEN, LOOSE])
      expect(() => db.prepare("INSERT OR REPLACE INTO blob VALUES (?, x'00')").run(sha512)).toThrow('never changed');
    expect(() =>
      db.prepare("INSERT OR REPLACE INTO blob (rowid, sha512, bytes) VALUES (1, ?, x'00')").run(digest('neu')),
    ).toThrow('never changed');
  });

  it('lets bytes go that nothing holds, and no others', () => {
    for (const sha512 of [ISSUED, WRITTEN])
      expect(() => db.prepare('DELETE FROM blob WHERE sha512 = ?').run(sha512)).toThrow('holds these bytes');
    db.prepare('DELETE FROM blob WHERE sha512 = ?').run(LOOSE);
    expect(db.prepare('SELECT count(*) FROM blob').pluck().get()).toBe(2);
  });
});
