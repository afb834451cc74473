/** Fifteenth migration: papers of the register keep earlier states as statements do. Never edited after a release. */
export const paperVersions = `
CREATE TABLE paper_version (
  paper_id TEXT NOT NULL REFERENCES paper (id),
  revision INTEGER NOT NULL,
  snapshot_json TEXT NOT NULL CHECK (json_valid(snapshot_json)),
  name TEXT,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  PRIMARY KEY (paper_id, revision)
) STRICT;
`;
