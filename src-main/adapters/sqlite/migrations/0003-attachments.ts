/**
 * Third migration: attachments. The table of the first migration held no row in any version that was used, so it is made anew: a file that
 * a record names but that has not arrived yet has no bytes. Never edited after a release.
 */
export const attachments = `
DROP TABLE file;
CREATE TABLE file (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 80),
  paper_id TEXT NOT NULL REFERENCES paper (id),
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('attachment')),
  name TEXT NOT NULL,
  file_name TEXT NOT NULL,
  mime_type TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size >= 0),
  sha512 TEXT REFERENCES blob (sha512),
  publicity TEXT NOT NULL CHECK (publicity IN ('public', 'non-public')),
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX file_paper ON file (paper_id, seq);
CREATE INDEX file_blob ON file (sha512);

CREATE TABLE file_text (
  no INTEGER PRIMARY KEY,
  sha512 TEXT NOT NULL UNIQUE REFERENCES blob (sha512),
  status TEXT NOT NULL CHECK (status IN ('text', 'none', 'refused')),
  reason TEXT
) STRICT;
CREATE VIRTUAL TABLE file_search USING fts5 (
  body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3'
);
`;
