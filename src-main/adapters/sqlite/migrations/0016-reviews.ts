/** Sixteenth migration: comments at passages of a statement, and what came back from copies given out for editing. Never edited after a release. */
export const reviews = `
CREATE TABLE comment (
  id TEXT PRIMARY KEY,
  statement_id TEXT NOT NULL REFERENCES paper (id),
  field TEXT NOT NULL,
  block_id TEXT,
  start_sign INTEGER NOT NULL,
  end_sign INTEGER NOT NULL,
  words TEXT NOT NULL,
  text TEXT NOT NULL,
  author TEXT NOT NULL,
  written_at TEXT NOT NULL,
  source TEXT,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  resolved_at TEXT,
  resolved_by TEXT
) STRICT;
CREATE INDEX comment_statement ON comment (statement_id);
CREATE UNIQUE INDEX comment_source ON comment (source);

CREATE TABLE review (
  id TEXT PRIMARY KEY,
  statement_id TEXT NOT NULL REFERENCES paper (id),
  file_name TEXT NOT NULL,
  review_json TEXT NOT NULL CHECK (json_valid(review_json)),
  refused_json TEXT NOT NULL CHECK (json_valid(refused_json)),
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  closed_at TEXT
) STRICT;
CREATE INDEX review_statement ON review (statement_id);
`;
