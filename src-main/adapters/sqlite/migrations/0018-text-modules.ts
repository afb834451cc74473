/** Eighteenth migration: text modules with their versions. Never edited after a release. */
export const textModules = `
CREATE TABLE text_module (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  owner TEXT NOT NULL,
  content_json TEXT NOT NULL CHECK (json_valid(content_json)),
  removed_at TEXT,
  at TEXT NOT NULL,
  actor TEXT NOT NULL
) STRICT;

CREATE TABLE text_module_version (
  module_id TEXT NOT NULL REFERENCES text_module (id),
  revision INTEGER NOT NULL,
  content_json TEXT NOT NULL CHECK (json_valid(content_json)),
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  PRIMARY KEY (module_id, revision)
) STRICT;
CREATE TRIGGER text_module_version_no_update BEFORE UPDATE ON text_module_version
BEGIN SELECT RAISE(ABORT, 'the versions of text modules are append-only'); END;
`;
