/** A database of version 5 with rows in every table, and what the sixth migration makes of it. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { MIGRATIONS } from '../../../../src-main/adapters/sqlite/migrations/migrations.ts';
import { DATABASE_FILE, openFile } from '../../../../src-main/adapters/sqlite/open-file.ts';
import { builtInProfile } from '../../../../src-main/core/office/office-service.ts';
import { idNumber, richText, tempFolder } from '../../../support/builders.ts';
import { testHost } from '../../../support/test-host.ts';

type Row = Record<string, string | number | Buffer | null>;
const BEFORE = MIGRATIONS.slice(0, 5);
const SIXTH = MIGRATIONS.slice(0, 6);
const [MOTION, STATEMENT, COUNCIL, ADA, MEETING, BENCHES] = [1, 2, 3, 4, 5, 6].map(idNumber) as [
  string,
  string,
  string,
  string,
  string,
  string,
];
const PLAN = Buffer.from('Plan des Weihers');
const SHA = createHash('sha512').update(PLAN).digest('hex');
const BY = { at: '2026-02-01T08:00:00.000Z', actor: 'ada' };

const paper = (no: number, id: string, type: string, reference: string | null, changes: Row = {}): Row => ({
  no,
  id,
  paper_type: type,
  class: reference?.slice(0, 1) ?? '',
  reference,
  year: 2026,
  name: 'Bänke',
  name_folded: 'banke',
  date: '2026-01-12',
  publicity: 'public',
  lead_unit: 'FB 7',
  printed_originators: '',
  text_id: null,
  sort_key: `2026-01-12 ${reference ?? id}`,
  revision: 3,
  updated_at: BY.at,
  ...changes,
});
const file = (id: string, changes: Row = {}): Row => ({
  id,
  paper_id: STATEMENT,
  seq: 0,
  kind: 'attachment',
  name: 'Plan',
  file_name: 'plan.txt',
  mime_type: 'text/plain',
  size: PLAN.length,
  sha512: SHA,
  publicity: 'public',
  added_at: BY.at,
  added_by: 'ada',
  ...changes,
});
const recipient = '{"kind":"external","name":"Bo Muster","lines":["Bo Muster"],"email":""}';

/** Rows of every table, in an order in which each finds what it refers to. */
const ROWS: readonly (readonly [table: string, ...rows: Row[]])[] = [
  ['office', { id: 1, kind: 'own', profile_json: JSON.stringify(builtInProfile('Stadt Auental')) }],
  ['organization', { id: COUNCIL, name: 'Stadtrat', short_name: 'SR', organization_type: 'council' }],
  ['person', { id: ADA, name: 'Ada Beispiel', title: null, form_of_address: 'Frau', family_name: 'Beispiel' }],
  ['membership', { id: idNumber(20), person_id: ADA, organization_id: COUNCIL, role: 'Vorsitz' }],
  ['setting_version', { area: 'person', entity_id: ADA, revision: 1, json: '{}', ...BY }],
  ['preference', { key: 'theme', json: '"dark"' }],
  ['unfinished', { place: 'letter', text: '{}', ...BY }],
  [
    'rich_text',
    ...['motion', 'quotation', 'reply'].map((id) => ({
      id,
      schema_version: 1,
      json: JSON.stringify(richText(`Text der ${id}`)),
    })),
  ],
  [
    'paper',
    // Numbers with a gap and out of order: the search finds papers by them.
    paper(3, MOTION, 'motion', 'A0001/26', { text_id: 'motion', original_reference: 'A 1/26' }),
    paper(9, STATEMENT, 'statement', 'S0001/26', { publicity: 'non-public' }),
    paper(7, BENCHES, 'other', null, { year: null, date: null }),
  ],
  [
    'statement',
    {
      paper_id: STATEMENT,
      body_name: 'Stadt Auental',
      state: 'issued',
      quotation_id: 'quotation',
      quotation_locked: 1,
      hinge: 'Dazu:',
      reply_id: 'reply',
      edition: 2,
    },
  ],
  ['paper_relation', { from_id: STATEMENT, to_id: MOTION, kind: 'answers', seq: 0 }],
  [
    'paper_originator',
    { paper_id: MOTION, seq: 0, person_id: ADA, organization_text: '', person_text: 'Ada Beispiel', function_text: '' },
  ],
  ['meeting', { id: MEETING, organization_id: COUNCIL, start: '2026-02-20T17:00', state: 'planned' }],
  [
    'consultation',
    ...[MOTION, STATEMENT].map((paper_id, at) => ({
      id: idNumber(30 + at),
      paper_id,
      seq: 0,
      organization_id: COUNCIL,
      organization_text: 'Stadtrat',
      meeting_id: MEETING,
      date: '2026-02-20',
      role: 'Kenntnisnahme',
      publicity: at === 0 ? 'public' : 'non-public',
      result: 'vertagt',
    })),
  ],
  ['version', { statement_id: STATEMENT, revision: 1, snapshot_json: '{}', ...BY }],
  ['number_entry', { class: 'S', year: 2026, n: 1, suffix: '', state: 'given', paper_id: STATEMENT, ...BY }],
  ['blob', { sha512: SHA, bytes: PLAN }],
  ['file', file('f1'), file('f2', { seq: 1, sha512: null, size: 0, publicity: 'non-public', removed_at: BY.at })],
  ['file_text', { no: 4, sha512: SHA, status: 'text' }],
  ['external_ref', { source: 'x', external_id: '1', entity: 'paper', entity_id: MOTION }],
  ['change_log', { action: 'a', entity: 'paper', entity_id: MOTION, prev_hash: '', hash: 'h', ...BY }],
  ['"release"', { id: 'r1', statement_id: STATEMENT, edition: 1, revision: 3, protocol_json: '{}', ...BY }],
  [
    'issue',
    {
      id: 'i1',
      statement_id: STATEMENT,
      edition: 1,
      release_id: 'r1',
      snapshot_json: '{}',
      conformance_json: '[]',
      template_hash: 't',
      ...BY,
    },
  ],
  [
    'issue_file',
    {
      id: 'if1',
      issue_id: 'i1',
      seq: 0,
      kind: 'attachment',
      name: 'Plan',
      file_name: 'plan.txt',
      mime_type: 'text/plain',
      size: PLAN.length,
      sha512: SHA,
      publicity: 'public',
      note: '',
      ...BY,
    },
  ],
  ['statement_event', { statement_id: STATEMENT, issue_id: 'i1', kind: 'corrected', reason: 'Tag', ...BY }],
  ['trusted_certificate', { fingerprint: 'f'.repeat(64), certificate: PLAN, added_at: BY.at, added_by: 'ada' }],
  ['agenda_item', { meeting_id: MEETING, paper_id: STATEMENT, seq: 0, number: 'Ö 7.1' }],
  ['distribution', { paper_id: STATEMENT, revision: 1 }],
  [
    'distribution_entry',
    { id: 'd1', paper_id: STATEMENT, seq: 0, recipient_json: recipient, copy_kind: 'copy', copies: 1 },
  ],
  ['letter_run', { id: 'lr1', paper_id: MOTION, input_json: '{}', ...BY }],
  ['letter', { id: 'l1', paper_id: MOTION, kind: 'internal', content_json: '{}', template_hash: 't', ...BY }],
  ['letter_file', { letter_id: 'l1', kind: 'pdf', file_name: 'a.pdf', size: PLAN.length, sha512: SHA }],
  [
    'dispatch',
    {
      id: 'dp1',
      paper_id: STATEMENT,
      issue_id: 'i1',
      letter_id: 'l1',
      channel: 'print',
      copy_kind: 'copy',
      recipient_json: recipient,
      file_name: 'a.pdf',
      sha512: SHA,
      detail: '',
      ...BY,
    },
  ],
];
/** The index of words keeps none of them as a table, so it is asked. */
const SEARCHES = ['paper_search', 'file_search'];

function opened(folder: string, migrations: readonly string[]): Sqlite.Database {
  const db = openFile(folder, migrations);
  onTestFinished(() => void db.close());
  return db;
}

function folderOfFifthVersion(): string {
  const folder = tempFolder();
  const db = openFile(folder, BEFORE);
  for (const [table, ...rows] of ROWS)
    for (const row of rows) {
      const names = Object.keys(row);
      db.prepare(`INSERT INTO ${table} (${names.join()}) VALUES (${names.map((name) => `@${name}`).join()})`).run(row);
    }
  db.exec(`INSERT INTO paper_search (rowid, reference, name, originators, body) VALUES (9, 's0001', 'banke', '', 'x');
    INSERT INTO paper_search (rowid, reference, name, originators, body) VALUES (3, 'a0001', 'banke', '', 'weiher');
    INSERT INTO file_search (rowid, body) VALUES (4, 'plan')`);
  db.close();
  return folder;
}

const tablesOf = (db: Sqlite.Database): string[] =>
  (db.pragma('table_list') as { name: string; type: string; schema: string }[])
    .filter(({ type, schema, name }) => type === 'table' && schema === 'main' && !name.startsWith('sqlite_'))
    .map(({ name }) => name)
    .sort();
const contentOf = (db: Sqlite.Database): Record<string, unknown> =>
  Object.fromEntries(
    tablesOf(db).map((table) => {
      const rows = db
        .prepare(`SELECT * FROM "${table}"`)
        .all()
        .map((row) => JSON.stringify(row));
      return [table, rows.sort()];
    }),
  );
const found = (db: Sqlite.Database, table: string, word: string): unknown[] =>
  db.prepare(`SELECT rowid FROM ${table} WHERE ${table} MATCH ? ORDER BY rowid`).pluck().all(word);
const shapesOf = (db: Sqlite.Database, type: string): unknown[] =>
  db
    .prepare('SELECT name, tbl_name, sql FROM sqlite_master WHERE type = ? AND sql IS NOT NULL ORDER BY name')
    .all(type);

describe('the migration that drops lists of allowed words', () => {
  it('is tried on rows in every table', () => {
    const db = opened(folderOfFifthVersion(), BEFORE);
    const empty = tablesOf(db).filter((table) => db.prepare(`SELECT 1 FROM "${table}" LIMIT 1`).get() === undefined);
    expect(empty).toEqual([]);
  });

  it('keeps every row of every table as it was', () => {
    const folder = folderOfFifthVersion();
    const before = opened(folder, BEFORE);
    const content = contentOf(before);
    before.close();
    expect(contentOf(opened(folder, SIXTH))).toEqual(content);
  });

  it('keeps the numbers of papers and with them what the search finds', () => {
    const db = opened(folderOfFifthVersion(), SIXTH);
    expect(found(db, 'paper_search', 'banke')).toEqual([3, 9]);
    expect(found(db, 'paper_search', 'weiher')).toEqual([3]);
    expect(found(db, 'file_search', 'plan')).toEqual([4]);
    for (const table of SEARCHES)
      expect(() => db.exec(`INSERT INTO ${table} (${table}) VALUES ('integrity-check')`), table).not.toThrow();
  });

  it('keeps every trigger and every index, and leaves nothing of its own behind', () => {
    const folder = folderOfFifthVersion();
    const before = opened(folder, BEFORE);
    const shapes = ['trigger', 'index'].map((type) => shapesOf(before, type));
    const tables = tablesOf(before);
    before.close();
    const db = opened(folder, SIXTH);
    expect(['trigger', 'index'].map((type) => shapesOf(db, type))).toEqual(shapes);
    expect(tablesOf(db)).toEqual(tables);
  });

  it('leaves whole references, a sound file and guards that still hold', () => {
    const db = opened(folderOfFifthVersion(), SIXTH);
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    db.exec('DELETE FROM consultation WHERE paper_id <> (SELECT max(paper_id) FROM consultation)');
    for (const table of ['paper', 'consultation', 'file'])
      expect(() => db.exec(`UPDATE ${table} SET ${table === 'paper' ? 'text_id' : 'paper_id'} = 'nobody'`)).toThrow(
        'FOREIGN KEY',
      );
    expect(() => db.prepare('DELETE FROM paper WHERE id = ?').run(MOTION)).toThrow('FOREIGN KEY');
    expect(() => db.prepare('DELETE FROM blob').run()).toThrow('FOREIGN KEY');
    expect(() => db.exec("UPDATE issue SET actor = 'x'")).toThrow('append-only');
    expect(() => db.exec('DELETE FROM number_entry')).toThrow('a number is never deleted');
  });

  it('has no list of words in the tables it made, and takes a word that came later', () => {
    const db = opened(folderOfFifthVersion(), SIXTH);
    const made = ['paper', 'consultation', 'file'];
    const sql = (table: string) =>
      String(db.prepare('SELECT sql FROM sqlite_master WHERE name = ?').pluck().get(table));
    expect(made.filter((table) => / IN \(/i.test(sql(table)))).toEqual([]);
    for (const table of made) db.exec(`UPDATE ${table} SET publicity = 'unknown'`);
    expect(() => db.exec("UPDATE paper SET id = ''")).toThrow('CHECK');
    expect(() => db.exec("UPDATE paper SET date = '1.2.2026'")).toThrow('CHECK');
    expect(() => db.exec('UPDATE file SET size = -1')).toThrow('CHECK');
    // What was issued is public or not, for good.
    expect(() =>
      db.exec(
        "INSERT INTO issue_file SELECT 'if2', issue_id, seq, kind, name, file_name, mime_type, size, sha512, 'unknown', derived_from, note, at, actor FROM issue_file",
      ),
    ).toThrow('CHECK');
  });

  it('makes the same tables in a new database as in an old one', () => {
    const shape = (db: Sqlite.Database) => ['table', 'index', 'trigger'].map((type) => shapesOf(db, type));
    expect(shape(opened(folderOfFifthVersion(), SIXTH))).toEqual(shape(opened(tempFolder(), SIXTH)));
  });

  it('changes nothing when a later step fails', () => {
    const folder = folderOfFifthVersion();
    expect(() => openFile(folder, [...SIXTH, 'INSERT INTO nowhere VALUES (1)'])).toThrow();
    const db = new Sqlite(join(folder, DATABASE_FILE), { readonly: true });
    onTestFinished(() => void db.close());
    expect(db.pragma('user_version', { simple: true })).toBe(5);
    expect(shapesOf(db, 'table')).toEqual(shapesOf(opened(folderOfFifthVersion(), BEFORE), 'table'));
  });

  it('lets the office go on: papers are read, and a word of a later version is undecided, never public', async () => {
    const folder = folderOfFifthVersion();
    const db = opened(folder, SIXTH);
    db.exec("UPDATE paper SET publicity = 'restricted'; UPDATE file SET publicity = 'restricted'");
    const { app, dispose } = testHost({ folder });
    onTestFinished(dispose);
    const motion = await app.papers.get('A0001/26');
    expect(motion.content).toMatchObject({
      publicity: 'unknown',
      name: 'Bänke',
      consultations: [{ publicity: 'public' }],
    });
    expect((await app.papers.list({ text: '', limit: 10 })).items.map(({ publicity }) => publicity)).toEqual(
      Array(3).fill('unknown'),
    );
    expect((await app.attachments.list('S0001/26')).attachments).toMatchObject([
      { name: 'Plan', publicity: 'unknown' },
    ]);
  });
});
