/** Seventeenth migration: points of answered papers, and how statements answer them. Never edited after a release. */
export const points = `
CREATE TABLE point_set (
  paper_id TEXT PRIMARY KEY REFERENCES paper (id),
  revision INTEGER NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL
) STRICT;

CREATE TABLE point (
  id TEXT PRIMARY KEY,
  paper_id TEXT NOT NULL REFERENCES paper (id),
  seq INTEGER NOT NULL,
  level INTEGER NOT NULL,
  label TEXT NOT NULL,
  kind TEXT NOT NULL,
  is_group INTEGER NOT NULL,
  text TEXT NOT NULL,
  places_json TEXT NOT NULL CHECK (json_valid(places_json)),
  change TEXT,
  former_text TEXT
) STRICT;
CREATE INDEX point_paper ON point (paper_id, seq);

CREATE TABLE point_answer (
  statement_id TEXT NOT NULL REFERENCES paper (id),
  point_id TEXT NOT NULL,
  position TEXT,
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  same_as TEXT,
  passages_json TEXT NOT NULL CHECK (json_valid(passages_json)),
  is_stale INTEGER NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  PRIMARY KEY (statement_id, point_id)
) STRICT;
CREATE INDEX point_answer_point ON point_answer (point_id);
`;
