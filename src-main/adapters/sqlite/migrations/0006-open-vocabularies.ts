/**
 * Sixth migration: papers, consultations and attachments are made anew without lists of allowed words in their columns: a word that a later
 * version adds, as `unknown` for the publicity, needs no new table. Which words there are says the contract. Never edited after a release.
 *
 * Every row is put back under its number, so the search finds it as before. References into `paper` are broken for a moment and whole again
 * before the end: checked once, at the commit. The two passing indices spare a scan of each referring table for every paper.
 */
const id = `TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 80)`;
const date = `date TEXT CHECK (date IS NULL OR date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`;

const remade = (table: string, columns: string, indices = ''): string => `
CREATE TABLE former AS SELECT * FROM ${table};
DROP TABLE ${table};
CREATE TABLE ${table} (${columns}) STRICT;
INSERT INTO ${table} SELECT * FROM former;
DROP TABLE former;
${indices}`;

export const openVocabularies = `
PRAGMA defer_foreign_keys = ON;
CREATE INDEX passing_number_entry ON number_entry (paper_id);
CREATE INDEX passing_agenda_item ON agenda_item (paper_id);
${remade(
  'paper',
  `
  no INTEGER PRIMARY KEY,
  id ${id} UNIQUE,
  paper_type TEXT NOT NULL,
  class TEXT NOT NULL,
  reference TEXT UNIQUE CHECK (reference IS NULL OR reference <> ''),
  original_reference TEXT,
  year INTEGER,
  name TEXT NOT NULL,
  name_folded TEXT NOT NULL,
  ${date},
  publicity TEXT NOT NULL,
  lead_unit TEXT NOT NULL,
  printed_originators TEXT NOT NULL,
  text_id TEXT REFERENCES rich_text (id),
  sort_key TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  updated_at TEXT NOT NULL
`,
  `
CREATE INDEX paper_sort ON paper (sort_key DESC, id DESC);
CREATE INDEX paper_class_sort ON paper (class, sort_key DESC, id DESC);
CREATE INDEX paper_type_sort ON paper (paper_type, sort_key DESC, id DESC);`,
)}
${remade(
  'consultation',
  `
  id ${id},
  paper_id TEXT NOT NULL REFERENCES paper (id),
  seq INTEGER NOT NULL,
  organization_id TEXT REFERENCES organization (id),
  organization_text TEXT NOT NULL,
  meeting_id TEXT REFERENCES meeting (id),
  ${date},
  role TEXT,
  publicity TEXT NOT NULL,
  result TEXT,
  PRIMARY KEY (paper_id, seq),
  UNIQUE (paper_id, id)
`,
)}
${remade(
  'file',
  `
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 80),
  paper_id TEXT NOT NULL REFERENCES paper (id),
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  file_name TEXT NOT NULL,
  mime_type TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size >= 0),
  sha512 TEXT REFERENCES blob (sha512),
  publicity TEXT NOT NULL,
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL,
  removed_at TEXT
`,
  `
CREATE INDEX file_paper ON file (paper_id, seq);
CREATE INDEX file_blob ON file (sha512);`,
)}
DROP INDEX passing_number_entry;
DROP INDEX passing_agenda_item;
`;
