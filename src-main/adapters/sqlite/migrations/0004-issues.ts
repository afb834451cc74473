/**
 * Fourth migration: releases, issues with their files, meetings' agendas, distribution and its proofs, letters, the office's trust list.
 * What was issued, released or dispatched is only ever added to. Never edited after a release.
 */
const id = `TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 80)`;
const publicity = `publicity TEXT NOT NULL CHECK (publicity IN ('public', 'non-public'))`;
const json = (name: string): string => `${name} TEXT NOT NULL CHECK (json_valid(${name}))`;
const stays = (table: string): string => `
CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table}
BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table}
BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;`;

export const issues = `
ALTER TABLE statement ADD COLUMN edition INTEGER NOT NULL DEFAULT 1 CHECK (edition >= 1);

CREATE TABLE "release" (
  id ${id} PRIMARY KEY,
  statement_id TEXT NOT NULL REFERENCES statement (paper_id),
  edition INTEGER NOT NULL CHECK (edition >= 1),
  revision INTEGER NOT NULL,
  ${json('protocol_json')},
  at TEXT NOT NULL,
  actor TEXT NOT NULL
) STRICT;
CREATE INDEX release_statement ON "release" (statement_id, at);
${stays('release').replaceAll(' ON release', ' ON "release"')}

CREATE TABLE issue (
  id ${id} PRIMARY KEY,
  statement_id TEXT NOT NULL REFERENCES statement (paper_id),
  edition INTEGER NOT NULL CHECK (edition >= 1),
  release_id TEXT NOT NULL REFERENCES "release" (id),
  ${json('snapshot_json')},
  ${json('conformance_json')},
  template_hash TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  UNIQUE (statement_id, edition)
) STRICT;
${stays('issue')}

CREATE TABLE issue_file (
  id ${id} PRIMARY KEY,
  issue_id TEXT NOT NULL REFERENCES issue (id),
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('form-sheet-pdf', 'form-sheet-docx', 'distribution-pdf', 'distribution-docx', 'protocol-pdf', 'record', 'attachment', 'redacted-pdf')),
  name TEXT NOT NULL,
  file_name TEXT NOT NULL,
  mime_type TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size >= 0),
  sha512 TEXT NOT NULL REFERENCES blob (sha512),
  ${publicity},
  derived_from TEXT REFERENCES issue_file (id),
  note TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL
) STRICT;
CREATE INDEX issue_file_issue ON issue_file (issue_id, seq);
CREATE INDEX issue_file_blob ON issue_file (sha512);
${stays('issue_file')}

CREATE TABLE statement_event (
  seq INTEGER PRIMARY KEY,
  statement_id TEXT NOT NULL REFERENCES statement (paper_id),
  issue_id TEXT REFERENCES issue (id),
  kind TEXT NOT NULL CHECK (kind IN ('returned', 'withdrawn', 'corrected')),
  reason TEXT NOT NULL CHECK (reason <> ''),
  at TEXT NOT NULL,
  actor TEXT NOT NULL
) STRICT;
CREATE INDEX statement_event_statement ON statement_event (statement_id);
${stays('statement_event')}

CREATE TABLE trusted_certificate (
  fingerprint TEXT PRIMARY KEY CHECK (length(fingerprint) = 64),
  certificate BLOB NOT NULL,
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL,
  removed_at TEXT
) STRICT;

CREATE TABLE agenda_item (
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  paper_id TEXT NOT NULL REFERENCES paper (id),
  seq INTEGER NOT NULL,
  number TEXT NOT NULL,
  PRIMARY KEY (meeting_id, paper_id)
) STRICT;

CREATE TABLE distribution (
  paper_id TEXT PRIMARY KEY REFERENCES paper (id),
  revision INTEGER NOT NULL CHECK (revision >= 1)
) STRICT;
CREATE TABLE distribution_entry (
  id ${id} PRIMARY KEY,
  paper_id TEXT NOT NULL REFERENCES paper (id),
  seq INTEGER NOT NULL,
  ${json('recipient_json')},
  copy_kind TEXT NOT NULL CHECK (copy_kind IN ('original', 'copy', 'draft', 'follow-up')),
  copies INTEGER NOT NULL CHECK (copies BETWEEN 1 AND 999),
  follow_up TEXT CHECK (follow_up GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX distribution_entry_paper ON distribution_entry (paper_id, seq);

CREATE TABLE letter_run (
  id ${id} PRIMARY KEY,
  paper_id TEXT NOT NULL REFERENCES paper (id),
  ${json('input_json')},
  at TEXT NOT NULL,
  actor TEXT NOT NULL
) STRICT;
CREATE INDEX letter_run_paper ON letter_run (paper_id, at);
${stays('letter_run')}
CREATE TABLE letter (
  id ${id} PRIMARY KEY,
  paper_id TEXT NOT NULL REFERENCES paper (id),
  kind TEXT NOT NULL,
  ${json('content_json')},
  template_hash TEXT NOT NULL,
  run_id TEXT,
  recipient_key TEXT,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  CHECK ((run_id IS NULL) = (recipient_key IS NULL)),
  UNIQUE (run_id, recipient_key)
) STRICT;
CREATE INDEX letter_paper ON letter (paper_id);
${stays('letter')}
CREATE TABLE letter_file (
  letter_id TEXT NOT NULL REFERENCES letter (id),
  kind TEXT NOT NULL CHECK (kind IN ('pdf', 'docx')),
  file_name TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size >= 0),
  sha512 TEXT NOT NULL REFERENCES blob (sha512),
  PRIMARY KEY (letter_id, kind)
) STRICT;
CREATE INDEX letter_file_blob ON letter_file (sha512);
${stays('letter_file')}

CREATE TABLE dispatch (
  id ${id} PRIMARY KEY,
  paper_id TEXT NOT NULL REFERENCES paper (id),
  issue_id TEXT REFERENCES issue (id),
  letter_id TEXT REFERENCES letter (id),
  channel TEXT NOT NULL CHECK (channel IN ('print', 'folder', 'email', 'hand')),
  copy_kind TEXT NOT NULL CHECK (copy_kind IN ('original', 'copy', 'draft', 'follow-up')),
  follow_up TEXT CHECK (follow_up GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  ${json('recipient_json')},
  file_name TEXT NOT NULL,
  sha512 TEXT NOT NULL,
  detail TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL
) STRICT;
CREATE INDEX dispatch_paper ON dispatch (paper_id, at);
${stays('dispatch')}
`;
