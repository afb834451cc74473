/** First migration: the register. Shapes and reasons: decisions on the record (docs/architecture.md names them). Never edited after a release. */
const id = `TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 80)`;
const date = (name: string): string =>
  `${name} TEXT CHECK (${name} IS NULL OR ${name} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`;
const publicity = `publicity TEXT NOT NULL CHECK (publicity IN ('public', 'non-public'))`;

export const register = `
CREATE TABLE office (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  kind TEXT NOT NULL CHECK (kind IN ('own', 'example')),
  profile_json TEXT NOT NULL
) STRICT;

CREATE TABLE organization (
  id ${id} PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  short_name TEXT NOT NULL,
  organization_type TEXT NOT NULL CHECK (organization_type IN ('council', 'mayor', 'committee', 'faction', 'unit', 'other'))
) STRICT;

CREATE TABLE person (
  id ${id} PRIMARY KEY,
  name TEXT NOT NULL,
  title TEXT,
  form_of_address TEXT
) STRICT;

CREATE TABLE membership (
  id ${id} PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  organization_id TEXT NOT NULL REFERENCES organization (id),
  role TEXT NOT NULL,
  ${date('start_date')},
  ${date('end_date')},
  CHECK (start_date IS NULL OR end_date IS NULL OR start_date <= end_date)
) STRICT;
CREATE INDEX membership_person ON membership (person_id);
CREATE INDEX membership_organization ON membership (organization_id);

CREATE TABLE rich_text (
  id ${id} PRIMARY KEY,
  schema_version INTEGER NOT NULL,
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

CREATE TABLE paper (
  no INTEGER PRIMARY KEY,
  id ${id} UNIQUE,
  paper_type TEXT NOT NULL
    CHECK (paper_type IN ('statement', 'motion', 'amendment', 'inquiry', 'information', 'proposal', 'other')),
  class TEXT NOT NULL,
  reference TEXT UNIQUE CHECK (reference IS NULL OR reference <> ''),
  original_reference TEXT,
  year INTEGER,
  name TEXT NOT NULL,
  name_folded TEXT NOT NULL,
  ${date('date')},
  ${publicity},
  lead_unit TEXT NOT NULL,
  printed_originators TEXT NOT NULL,
  text_id TEXT REFERENCES rich_text (id),
  sort_key TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX paper_sort ON paper (sort_key DESC, id DESC);
CREATE INDEX paper_class_sort ON paper (class, sort_key DESC, id DESC);
CREATE INDEX paper_type_sort ON paper (paper_type, sort_key DESC, id DESC);

CREATE TABLE statement (
  paper_id TEXT PRIMARY KEY REFERENCES paper (id),
  body_name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'released', 'issued', 'dispatched')),
  quotation_id TEXT NOT NULL REFERENCES rich_text (id),
  quotation_source TEXT,
  quotation_locked INTEGER NOT NULL CHECK (quotation_locked IN (0, 1)),
  hinge TEXT NOT NULL,
  reply_id TEXT NOT NULL REFERENCES rich_text (id),
  signatory_name TEXT,
  signatory_role TEXT,
  signatory_prefix TEXT,
  our_sign TEXT,
  clerk TEXT,
  room TEXT,
  telephone TEXT,
  email TEXT,
  CHECK (signatory_name IS NOT NULL OR (signatory_role IS NULL AND signatory_prefix IS NULL))
) STRICT;

CREATE TABLE paper_relation (
  from_id TEXT NOT NULL REFERENCES paper (id),
  to_id TEXT NOT NULL REFERENCES paper (id),
  kind TEXT NOT NULL CHECK (kind IN ('answers', 'amends')),
  seq INTEGER NOT NULL,
  PRIMARY KEY (from_id, kind, seq),
  UNIQUE (from_id, to_id, kind),
  CHECK (from_id <> to_id)
) STRICT;
CREATE INDEX paper_relation_to ON paper_relation (to_id, kind);

CREATE TABLE paper_originator (
  paper_id TEXT NOT NULL REFERENCES paper (id),
  seq INTEGER NOT NULL,
  organization_id TEXT REFERENCES organization (id),
  organization_text TEXT NOT NULL,
  person_id TEXT REFERENCES person (id),
  person_text TEXT NOT NULL,
  function_text TEXT NOT NULL,
  PRIMARY KEY (paper_id, seq)
) STRICT;

CREATE TABLE meeting (
  id ${id} PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organization (id),
  start TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'invited', 'held', 'cancelled')),
  location TEXT
) STRICT;

CREATE TABLE consultation (
  id ${id},
  paper_id TEXT NOT NULL REFERENCES paper (id),
  seq INTEGER NOT NULL,
  organization_id TEXT REFERENCES organization (id),
  organization_text TEXT NOT NULL,
  meeting_id TEXT REFERENCES meeting (id),
  ${date('date')},
  role TEXT,
  ${publicity},
  result TEXT,
  PRIMARY KEY (paper_id, seq),
  UNIQUE (paper_id, id)
) STRICT;

CREATE TABLE version (
  statement_id TEXT NOT NULL REFERENCES statement (paper_id),
  revision INTEGER NOT NULL,
  snapshot_json TEXT NOT NULL CHECK (json_valid(snapshot_json)),
  name TEXT,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  PRIMARY KEY (statement_id, revision)
) STRICT;

CREATE TABLE number_entry (
  class TEXT NOT NULL,
  year INTEGER NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 1),
  suffix TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('reserved', 'given', 'void')),
  paper_id TEXT REFERENCES paper (id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  PRIMARY KEY (class, year, n, suffix),
  CHECK (state <> 'void' OR reason IS NOT NULL)
) STRICT;
CREATE TRIGGER number_entry_stays BEFORE DELETE ON number_entry
BEGIN SELECT RAISE(ABORT, 'a number is never deleted'); END;
CREATE TRIGGER number_entry_void BEFORE UPDATE ON number_entry WHEN OLD.state = 'void'
BEGIN SELECT RAISE(ABORT, 'a voided number is never given again'); END;

CREATE TABLE blob (
  sha512 TEXT PRIMARY KEY CHECK (length(sha512) = 128),
  bytes BLOB NOT NULL
) STRICT;
CREATE TABLE file (
  id ${id} PRIMARY KEY,
  paper_id TEXT NOT NULL REFERENCES paper (id),
  seq INTEGER NOT NULL,
  sha512 TEXT NOT NULL REFERENCES blob (sha512),
  file_name TEXT NOT NULL,
  mime_type TEXT NOT NULL,
  ${publicity},
  kind TEXT NOT NULL
) STRICT;
CREATE INDEX file_paper ON file (paper_id);

CREATE TABLE external_ref (
  source TEXT NOT NULL,
  external_id TEXT NOT NULL,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  PRIMARY KEY (source, external_id, entity)
) STRICT;

CREATE TABLE change_log (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  revision INTEGER,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER change_log_no_update BEFORE UPDATE ON change_log
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER change_log_no_delete BEFORE DELETE ON change_log
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE VIRTUAL TABLE paper_search USING fts5 (
  reference, name, originators, body,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3'
);
`;
