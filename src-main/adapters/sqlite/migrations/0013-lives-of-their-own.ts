/**
 * Thirteenth migration: what was issued, written and dispatched is made anew without lists of allowed words, so that a kind, a channel or a
 * step that a later version adds needs no new table; a paper knows the day it was received; a meeting finds its papers by link; issued papers of which
 * something may still have to go out are known without looking at all of them. What SQL alone
 * cannot do – compare names as people write them – is left to the program that opens the file (`pending_step`). Never edited after a
 * release.
 *
 * Every row is put back in its order. The passing index spares a scan of the table for every file of an issue.
 */
const id = `TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 80)`;
const date = (name: string): string =>
  `${name} TEXT CHECK (${name} IS NULL OR ${name} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`;
const json = (name: string): string => `${name} TEXT NOT NULL CHECK (json_valid(${name}))`;

const remade = (table: string, columns: string, rest: string): string => `
CREATE TABLE former AS SELECT * FROM ${table} ORDER BY rowid;
DROP TABLE ${table};
CREATE TABLE ${table} (${columns}) STRICT;
INSERT INTO ${table} SELECT * FROM former ORDER BY rowid;
DROP TABLE former;
${rest}`;

/** As they were before: only ever added to, and nothing put in the place of a row. */
const stays = (table: string, key: string): string => `
CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table}
BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table}
BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
CREATE TRIGGER ${table}_no_replace BEFORE INSERT ON ${table}
WHEN EXISTS (SELECT 1 FROM ${table} WHERE rowid = NEW.rowid OR (${key
  .split(', ')
  .map((column) => `${column} = NEW.${column}`)
  .join(' AND ')}))
BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;`;

export const livesOfTheirOwn = `
PRAGMA defer_foreign_keys = ON;
CREATE INDEX passing_derived_from ON issue_file (derived_from);
${remade(
  'issue_file',
  `
  id ${id} PRIMARY KEY,
  issue_id TEXT NOT NULL REFERENCES issue (id),
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  file_name TEXT NOT NULL,
  mime_type TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size >= 0),
  sha512 TEXT NOT NULL REFERENCES blob (sha512),
  publicity TEXT NOT NULL CHECK (publicity IN ('public', 'non-public')),
  derived_from TEXT REFERENCES issue_file (id),
  note TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL
`,
  `
CREATE INDEX issue_file_issue ON issue_file (issue_id, seq);
CREATE INDEX issue_file_blob ON issue_file (sha512);
${stays('issue_file', 'id')}`,
)}
${remade(
  'statement_event',
  `
  seq INTEGER PRIMARY KEY,
  statement_id TEXT NOT NULL REFERENCES statement (paper_id),
  issue_id TEXT REFERENCES issue (id),
  kind TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  at TEXT NOT NULL,
  actor TEXT NOT NULL
`,
  `
CREATE INDEX statement_event_statement ON statement_event (statement_id);
${stays('statement_event', 'seq')}`,
)}
${remade(
  'letter_file',
  `
  letter_id TEXT NOT NULL REFERENCES letter (id),
  kind TEXT NOT NULL,
  file_name TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size >= 0),
  sha512 TEXT NOT NULL REFERENCES blob (sha512),
  PRIMARY KEY (letter_id, kind)
`,
  `
CREATE INDEX letter_file_blob ON letter_file (sha512);
${stays('letter_file', 'letter_id, kind')}`,
)}
${remade(
  'distribution_entry',
  `
  id ${id} PRIMARY KEY,
  paper_id TEXT NOT NULL REFERENCES paper (id),
  seq INTEGER NOT NULL,
  ${json('recipient_json')},
  copy_kind TEXT NOT NULL,
  copies INTEGER NOT NULL CHECK (copies BETWEEN 1 AND 999),
  ${date('follow_up')}
`,
  `
CREATE INDEX distribution_entry_paper ON distribution_entry (paper_id, seq);`,
)}
${remade(
  'dispatch',
  `
  id ${id} PRIMARY KEY,
  paper_id TEXT NOT NULL REFERENCES paper (id),
  issue_id TEXT REFERENCES issue (id),
  letter_id TEXT REFERENCES letter (id),
  channel TEXT NOT NULL,
  copy_kind TEXT NOT NULL,
  ${date('follow_up')},
  ${json('recipient_json')},
  file_name TEXT NOT NULL,
  sha512 TEXT NOT NULL,
  detail TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL
`,
  `
CREATE INDEX dispatch_paper ON dispatch (paper_id, at);
CREATE INDEX dispatch_at ON dispatch (at) WHERE issue_id IS NOT NULL;
${stays('dispatch', 'id')}`,
)}
ALTER TABLE paper ADD COLUMN ${date('received_on')};
CREATE INDEX consultation_meeting ON consultation (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX consultation_date ON consultation (date) WHERE date IS NOT NULL;
CREATE INDEX meeting_start ON meeting (start);

CREATE TABLE dispatch_open (
  paper_id TEXT PRIMARY KEY REFERENCES paper (id),
  issue_id TEXT NOT NULL REFERENCES issue (id)
) STRICT;

CREATE TABLE pending_step (name TEXT PRIMARY KEY) STRICT;
INSERT INTO pending_step VALUES ('link-consultations'), ('open-dispatch');
`;
