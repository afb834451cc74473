/** A database as the sixth version left it, and what the seventh migration makes of its numbers and statements. */
import type Sqlite from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { deadEnds } from '../../../../src-main/adapters/sqlite/migrations/0007-dead-ends.ts';
import { MIGRATIONS } from '../../../../src-main/adapters/sqlite/migrations/migrations.ts';
import { openFile } from '../../../../src-main/adapters/sqlite/open-file.ts';
import { idNumber, tempFolder } from '../../../support/builders.ts';

type Row = Record<string, string | number | null>;
const [MOTION, WRITTEN, IMPORTED, NUMBERED] = [1, 2, 3, 4].map(idNumber) as [string, string, string, string];

function insert(db: Sqlite.Database, table: string, row: Row): void {
  const names = Object.keys(row);
  db.prepare(`INSERT INTO ${table} (${names.join()}) VALUES (${names.map((name) => `@${name}`).join()})`).run(row);
}

function paper(db: Sqlite.Database, id: string, type: string, reference: string): void {
  const named = { name: 'Bänke', name_folded: 'banke', lead_unit: '', printed_originators: '', sort_key: reference };
  const row = { id, paper_type: type, class: reference.slice(0, 1), reference, year: 2026, date: '2026-01-12' };
  insert(db, 'paper', { ...row, ...named, publicity: 'public', revision: 1, updated_at: '2026-01-12T08:00:00.000Z' });
}

function statement(db: Sqlite.Database, id: string, reference: string): void {
  paper(db, id, 'statement', reference);
  for (const part of ['quotation', 'reply'])
    insert(db, 'rich_text', { id: `${id}:${part}`, schema_version: 1, json: '{"type":"doc","content":[]}' });
  insert(db, 'statement', {
    paper_id: id,
    body_name: 'Stadt Auental',
    state: 'draft',
    quotation_id: `${id}:quotation`,
    quotation_locked: 1,
    hinge: 'Die Verwaltung nimmt Stellung:',
    reply_id: `${id}:reply`,
    signatory_name: 'Erika Muster',
    edition: 1,
  });
  insert(db, 'version', { statement_id: id, revision: 1, snapshot_json: '{}', at: '', actor: 'alt' });
}

const entry = (db: Sqlite.Database, className: string, n: number, state: string, paperId: string | null): void =>
  insert(db, 'number_entry', {
    class: className,
    year: 2026,
    n,
    suffix: '',
    state,
    paper_id: paperId,
    reason: state === 'void' ? 'verschrieben' : null,
    at: '2026-01-12T08:00:00.000Z',
    actor: 'alt',
  });

const logged = (db: Sqlite.Database, seq: number, action: string, entityId: string): void =>
  insert(db, 'change_log', {
    seq,
    at: '',
    actor: 'alt',
    action,
    entity: 'statement',
    entity_id: entityId,
    prev_hash: '',
    hash: '',
  });

function migrated(): Sqlite.Database {
  const folder = tempFolder();
  const before = openFile(folder, MIGRATIONS.slice(0, MIGRATIONS.indexOf(deadEnds)));
  paper(before, MOTION, 'motion', 'A0001/26');
  statement(before, WRITTEN, 'S0001/26');
  statement(before, IMPORTED, 'S0002/26');
  statement(before, NUMBERED, 'S0003/26');
  insert(before, 'paper_relation', { from_id: WRITTEN, to_id: MOTION, kind: 'answers', seq: 0 });
  entry(before, 'A', 1, 'given', MOTION);
  entry(before, 'S', 1, 'given', WRITTEN);
  entry(before, 'S', 2, 'given', IMPORTED);
  entry(before, 'S', 3, 'given', NUMBERED);
  entry(before, 'S', 4, 'void', WRITTEN);
  logged(before, 1, 'statement-imported', IMPORTED);
  logged(before, 2, 'statement-imported', NUMBERED);
  logged(before, 3, 'number-given', NUMBERED);
  before.close();
  const db = openFile(folder, MIGRATIONS.slice(0, MIGRATIONS.indexOf(deadEnds) + 1));
  onTestFinished(() => void db.close());
  return db;
}

const change = (db: Sqlite.Database, where: string, set: string): void =>
  void db.prepare(`UPDATE number_entry SET ${set} WHERE ${where}`).run();

describe('migration 7: dead ends', () => {
  it('tells who gave a number: what came with its paper was given elsewhere', () => {
    const rows = migrated().prepare('SELECT class, n, state, given_by FROM number_entry ORDER BY class, n').all();
    expect(rows).toEqual([
      { class: 'A', n: 1, state: 'given', given_by: 'elsewhere' },
      { class: 'S', n: 1, state: 'given', given_by: 'office' },
      { class: 'S', n: 2, state: 'given', given_by: 'elsewhere' },
      { class: 'S', n: 3, state: 'given', given_by: 'office' },
      { class: 'S', n: 4, state: 'void', given_by: 'office' },
    ]);
  });

  it('keeps every statement with what points to it', () => {
    const db = migrated();
    expect(db.prepare('SELECT paper_id, state, hinge, edition FROM statement ORDER BY paper_id').all()).toEqual(
      [WRITTEN, IMPORTED, NUMBERED].map((id) => ({
        paper_id: id,
        state: 'draft',
        hinge: 'Die Verwaltung nimmt Stellung:',
        edition: 1,
      })),
    );
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(() =>
      insert(db, 'version', { statement_id: MOTION, revision: 1, snapshot_json: '{}', at: '', actor: '' }),
    ).toThrow(/FOREIGN KEY/);
    change(db, "class = 'A'", "state = 'free', reason = 'verworfen'");
    db.prepare("UPDATE statement SET state = 'imported' WHERE paper_id = ?").run(IMPORTED);
  });

  it('never frees or passes on a number that we gave', () => {
    const db = migrated();
    for (const set of ["state = 'free', reason = 'x'", "given_by = 'elsewhere'", `paper_id = '${MOTION}'`])
      expect(() => change(db, "class = 'S' AND n = 1", set)).toThrow('never free again');
    expect(() => change(db, "class = 'S' AND n = 4", `state = 'given', paper_id = '${MOTION}'`)).toThrow(
      /a number we gave|another paper/,
    );
    change(db, "class = 'S' AND n = 4", `state = 'given'`);
    expect(() => db.exec('DELETE FROM number_entry')).toThrow('never deleted');
    expect(() => change(db, "class = 'A'", "state = 'free', reason = NULL")).toThrow(/CHECK/);
  });

  it('never takes an issued statement into the bin', () => {
    const db = migrated();
    const issued = { statement_id: WRITTEN, edition: 1, at: '', actor: '' };
    insert(db, '"release"', { ...issued, id: idNumber(11), revision: 1, protocol_json: '{}' });
    insert(db, 'issue', {
      ...issued,
      id: idNumber(12),
      release_id: idNumber(11),
      snapshot_json: '{}',
      conformance_json: '[]',
      template_hash: '',
    });
    const discarded = (id: string): Row => ({ paper_id: id, reference: null, at: '', actor: '' });
    expect(() => insert(db, 'discarded_paper', discarded(WRITTEN))).toThrow('never discarded');
    insert(db, 'discarded_paper', discarded(IMPORTED));
  });
});
