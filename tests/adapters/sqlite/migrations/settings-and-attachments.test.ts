/** A database as the first version left it, filled with an office, and what the second and third migration make of it. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { MIGRATIONS } from '../../../../src-main/adapters/sqlite/migrations/migrations.ts';
import { DATABASE_FILE, openFile } from '../../../../src-main/adapters/sqlite/open-file.ts';
import { builtInProfile } from '../../../../src-main/core/office/office-service.ts';
import { idNumber, richText, tempFolder } from '../../../support/builders.ts';
import { testHost, type TestHost } from '../../../support/test-host.ts';

type Row = Record<string, string | number | null>;
const FIRST_VERSION = MIGRATIONS.slice(0, 1);
const OLD_TABLES = [
  'office',
  'organization',
  'person',
  'membership',
  'rich_text',
  'paper',
  'statement',
  'paper_relation',
  'paper_originator',
  'consultation',
  'meeting',
  'version',
  'number_entry',
  'blob',
  'external_ref',
  'change_log',
];
const [COUNCIL, FACTION, ADA, BO, MOTION, STATEMENT] = [1, 2, 3, 4, 5, 6].map(idNumber) as [
  string,
  string,
  string,
  string,
  string,
  string,
];

function insert(db: Sqlite.Database, table: string, row: Row): void {
  const names = Object.keys(row);
  db.prepare(`INSERT INTO ${table} (${names.join()}) VALUES (${names.map((name) => `@${name}`).join()})`).run(row);
}

const paperRow = (id: string, type: string, reference: string, name: string): Row => ({
  id,
  paper_type: type,
  class: reference.slice(0, 1),
  reference,
  original_reference: null,
  year: 2026,
  name,
  name_folded: name.toLowerCase(),
  date: '2026-01-12',
  publicity: 'public',
  lead_unit: 'FB 7',
  printed_originators: '',
  text_id: null,
  sort_key: `2026-01-12 ${reference}`,
  revision: 3,
  updated_at: '2026-01-12T08:00:00.000Z',
});

/** Answers the folder; what was in it is read again by the tests themselves. */
function folderOfFirstVersion(): string {
  const folder = tempFolder();
  const db = openFile(folder, FIRST_VERSION);
  insert(db, 'office', { id: 1, kind: 'own', profile_json: JSON.stringify(builtInProfile('Stadt Auental')) });
  insert(db, 'organization', { id: COUNCIL, name: 'Stadtrat', short_name: 'SR', organization_type: 'council' });
  insert(db, 'organization', { id: FACTION, name: 'Fraktion Weiher', short_name: '', organization_type: 'faction' });
  insert(db, 'person', { id: ADA, name: 'Ada von der Heide', title: 'Dr.', form_of_address: 'Frau' });
  insert(db, 'person', { id: BO, name: 'Muster', title: null, form_of_address: 'Exzellenz' });
  const member = { role: 'Vorsitz', start_date: '2019-07-01', end_date: null };
  insert(db, 'membership', { id: idNumber(11), person_id: ADA, organization_id: FACTION, ...member });
  for (const id of ['quotation', 'reply'])
    insert(db, 'rich_text', { id, schema_version: 1, json: JSON.stringify(richText(`Text der ${id}`)) });
  insert(db, 'paper', paperRow(MOTION, 'motion', 'A0001/26', 'Bänke'));
  insert(db, 'paper', paperRow(STATEMENT, 'statement', 'S0001/26', 'Bänke am Weiher'));
  insert(db, 'statement', {
    paper_id: STATEMENT,
    body_name: 'Stadt Auental',
    state: 'draft',
    quotation_id: 'quotation',
    quotation_locked: 1,
    hinge: 'Dazu:',
    reply_id: 'reply',
  });
  insert(db, 'paper_relation', { from_id: STATEMENT, to_id: MOTION, kind: 'answers', seq: 0 });
  insert(db, 'paper_originator', {
    paper_id: MOTION,
    seq: 0,
    organization_id: FACTION,
    organization_text: 'Fraktion Weiher',
    person_id: ADA,
    person_text: 'Ada von der Heide',
    function_text: 'Stadträtin',
  });
  insert(db, 'meeting', { id: 'm1', organization_id: COUNCIL, start: '2026-02-20T17:00', state: 'planned' });
  insert(db, 'consultation', {
    id: idNumber(12),
    paper_id: STATEMENT,
    seq: 0,
    organization_id: COUNCIL,
    organization_text: 'Stadtrat',
    meeting_id: 'm1',
    date: '2026-02-20',
    publicity: 'public',
  });
  insert(db, 'version', { statement_id: STATEMENT, revision: 1, snapshot_json: '{}', at: '', actor: 'ada' });
  const number = { class: 'S', year: 2026, n: 1, suffix: '', state: 'given', at: '', actor: 'ada' };
  insert(db, 'number_entry', { ...number, paper_id: STATEMENT });
  insert(db, 'external_ref', { source: 'x', external_id: '1', entity: 'paper', entity_id: MOTION });
  insert(db, 'change_log', {
    at: '',
    actor: 'ada',
    action: 'statement-created',
    entity: 'paper',
    entity_id: STATEMENT,
    revision: 1,
    prev_hash: '',
    hash: 'h',
  });
  db.exec(
    "INSERT INTO paper_search (rowid, reference, name, originators, body) VALUES (2, 's0001', 'banke', '', 'text')",
  );
  db.close();
  return folder;
}

function opened(folder: string, migrations: readonly string[] = MIGRATIONS): Sqlite.Database {
  const db = openFile(folder, migrations);
  onTestFinished(() => void db.close());
  return db;
}
function rowsBefore(folder: string): Record<string, Row[]> {
  const db = new Sqlite(join(folder, DATABASE_FILE), { readonly: true });
  try {
    return Object.fromEntries(OLD_TABLES.map((table) => [table, db.prepare(`SELECT * FROM ${table}`).all() as Row[]]));
  } finally {
    db.close();
  }
}
function hostOf(folder: string): TestHost {
  const host = testHost({ folder });
  onTestFinished(() => host.dispose());
  return host;
}

describe('migrations 2 and 3', () => {
  it('keep every row of a filled database of the first version', () => {
    const folder = folderOfFirstVersion();
    const before = rowsBefore(folder);
    const db = opened(folder);
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    for (const [table, rows] of Object.entries(before)) {
      const after = db.prepare(`SELECT * FROM ${table}`).all() as Row[];
      expect(after, table).toHaveLength(rows.length);
      for (const [index, row] of rows.entries()) expect(after[index], table).toMatchObject(row);
    }
    expect(db.prepare("SELECT rowid FROM paper_search WHERE paper_search MATCH 'banke'").all()).toEqual([{ rowid: 2 }]);
  });

  it('leave no reference into nothing and a sound file', () => {
    const db = opened(folderOfFirstVersion());
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('make strict tables only', () => {
    const db = opened(folderOfFirstVersion());
    const tables = db.pragma('table_list') as { name: string; type: string; strict: number; schema: string }[];
    const own = tables.filter(
      (table) => table.type === 'table' && table.schema === 'main' && !table.name.startsWith('sqlite_'),
    );
    expect(own.map((table) => table.name)).toEqual(
      expect.arrayContaining(['setting_version', 'preference', 'file', 'file_text']),
    );
    expect(own.filter((table) => table.strict !== 1)).toEqual([]);
  });

  it('give the same tables to a new database as to an old one', () => {
    const shape = (db: Sqlite.Database) =>
      db.prepare('SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name').all();
    expect(shape(opened(folderOfFirstVersion()))).toEqual(shape(opened(tempFolder())));
  });

  it('can be gone one after the other', () => {
    const folder = folderOfFirstVersion();
    openFile(folder, MIGRATIONS.slice(0, 2)).close();
    const db = opened(folder);
    expect(db.prepare('SELECT name FROM person ORDER BY name').all()).toEqual([
      { name: 'Ada von der Heide' },
      { name: 'Muster' },
    ]);
  });
});

describe('an office of the first version', () => {
  it('shows its organizations, persons and papers in the settings and the register', async () => {
    const { app } = hostOf(folderOfFirstVersion());
    const organizations = await app.settings.organizations();
    expect(organizations.map(({ id, revision, content }) => [id, revision, content.name, content.shortName])).toEqual([
      [FACTION, 1, 'Fraktion Weiher', ''],
      [COUNCIL, 1, 'Stadtrat', 'SR'],
    ]);
    const persons = new Map((await app.settings.persons()).map((entry) => [entry.id, entry.content]));
    expect(persons.get(ADA)).toMatchObject({
      givenName: 'Ada',
      familyName: 'von der Heide',
      title: 'Dr.',
      formOfAddress: 'Frau',
      memberships: [{ organizationId: FACTION, role: 'Vorsitz', startDate: '2019-07-01', endDate: null }],
    });
    expect(persons.get(BO)).toMatchObject({ givenName: '', familyName: 'Muster', memberships: [] });
    expect((await app.settings.office()).profile.bodyName).toBe('Stadt Auental');
    const record = await app.statements.record('S0001/26');
    expect(record).toMatchObject({ name: 'Bänke am Weiher', replyText: ['Text der reply'], attachments: [] });
    expect(record.consultations).toEqual([{ organization: 'Stadtrat', date: '2026-02-20', role: null }]);
  });

  it('begins its history with the first change, which can be taken back', async () => {
    const { app } = hostOf(folderOfFirstVersion());
    expect(await app.settings.history({})).toEqual([]);
    const before = (await app.settings.persons()).find((entry) => entry.id === ADA);
    if (!before) throw new Error('Ada is gone');
    await app.settings.savePerson({
      id: ADA,
      expectedRevision: 1,
      content: { ...before.content, familyName: 'Beispiel', memberships: [] },
    });
    const history = await app.settings.history({});
    expect(history.map(({ kind, title }) => [kind, title])).toEqual([['changed', 'Ada Beispiel']]);
    await app.settings.undo(history[0]?.seq ?? 0);
    expect((await app.settings.persons()).find((entry) => entry.id === ADA)?.content).toEqual(before.content);
  });

  it('removes nothing that a meeting, a paper or a person needs', async () => {
    const folder = folderOfFirstVersion();
    const { app } = hostOf(folder);
    const db = opened(folder);
    db.exec('DELETE FROM consultation');
    for (const id of [COUNCIL, FACTION])
      await expect(app.settings.removeOrganization({ id, expectedRevision: 1 })).rejects.toMatchObject({
        code: 'setting-in-use',
      });
    await expect(app.settings.removePerson({ id: ADA, expectedRevision: 1 })).rejects.toMatchObject({
      code: 'setting-in-use',
    });
    await app.settings.removePerson({ id: BO, expectedRevision: 1 });
  });

  it('takes attachments', async () => {
    const { app } = hostOf(folderOfFirstVersion());
    const bytes = new TextEncoder().encode('Plan');
    await app.attachments.add({ id: idNumber(50), ref: 'S0001/26', fileName: 'plan.txt', bytes });
    expect((await app.statements.record('S0001/26')).attachments).toEqual([{ name: 'plan' }]);
  });
});

describe('the history of settings', () => {
  const version: Row = {
    area: 'organization',
    entity_id: 'x',
    revision: 1,
    valid_from: null,
    json: '{}',
    at: '',
    actor: '',
    batch: null,
  };

  it('is changed and deleted by nobody', () => {
    const db = opened(tempFolder());
    insert(db, 'setting_version', version);
    expect(() => db.exec("UPDATE setting_version SET actor = 'x'")).toThrow('append-only');
    expect(() => db.exec('DELETE FROM setting_version')).toThrow('append-only');
    expect(() =>
      db.exec(
        "INSERT OR REPLACE INTO setting_version (area, entity_id, revision, at, actor) VALUES ('organization', 'x', 1, '', 'y')",
      ),
    ).toThrow();
    expect(db.prepare('SELECT actor FROM setting_version').all()).toEqual([{ actor: '' }]);
  });

  it.each([
    ['an unknown area', { area: 'paper' }],
    ['revision 0', { revision: 0 }],
    ['a day that is no ISO day', { valid_from: '01.02.2026' }],
    ['a state that is no JSON', { json: '{' }],
    ['the same revision twice', {}],
  ])('refuses %s', (_, changes) => {
    const db = opened(tempFolder());
    insert(db, 'setting_version', version);
    expect(() => insert(db, 'setting_version', { ...version, ...changes })).toThrow(/constraint failed/);
  });

  it('has preferences beside it that must be JSON', () => {
    const db = opened(tempFolder());
    expect(() => insert(db, 'preference', { key: 'theme', json: 'dark' })).toThrow('CHECK');
  });
});

describe('attachments in the database', () => {
  const sha512 = createHash('sha512').update('Plan').digest('hex');
  const file: Row = {
    id: 'f1',
    paper_id: MOTION,
    seq: 0,
    kind: 'attachment',
    name: 'Plan',
    file_name: 'plan.txt',
    mime_type: 'text/plain',
    size: 4,
    sha512,
    publicity: 'public',
    added_at: '',
    added_by: '',
    removed_at: null,
  };
  function withBlob(): Sqlite.Database {
    const db = opened(folderOfFirstVersion());
    db.prepare('INSERT INTO blob VALUES (?, ?)').run(sha512, Buffer.from('Plan'));
    return db;
  }

  it('need a paper and, when they have bytes, these bytes', () => {
    const db = withBlob();
    insert(db, 'file', file);
    insert(db, 'file', { ...file, id: 'f2', sha512: null, size: 0 });
    expect(() => insert(db, 'file', { ...file, id: 'f3', paper_id: 'nobody' })).toThrow('FOREIGN KEY');
    expect(() => insert(db, 'file', { ...file, id: 'f3', sha512: 'f'.repeat(128) })).toThrow('FOREIGN KEY');
    expect(() => db.prepare('DELETE FROM blob').run()).toThrow('FOREIGN KEY');
    expect(() => db.prepare('DELETE FROM paper WHERE id = ?').run(MOTION)).toThrow('FOREIGN KEY');
    expect(() => insert(db, 'file_text', { sha512: 'f'.repeat(128), status: 'text' })).toThrow('FOREIGN KEY');
  });

  it.each([
    ['a negative size', { size: -1 }],
    ['no name', { name: null }],
    ['an empty id', { id: '' }],
  ])('refuse %s', (_, changes) => {
    const db = withBlob();
    expect(() => insert(db, 'file', { ...file, ...changes })).toThrow(/constraint failed/);
  });

  it('know one answer about the words of a file', () => {
    const db = withBlob();
    insert(db, 'file_text', { sha512, status: 'text', reason: null });
    expect(() => insert(db, 'file_text', { sha512, status: 'none', reason: null })).toThrow('UNIQUE');
    expect(() => db.exec("UPDATE file_text SET status = 'maybe'")).toThrow('CHECK');
  });
});
