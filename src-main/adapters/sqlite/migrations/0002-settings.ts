/** Second migration: settings with history, reach of organizations and persons, preferences of the installation. Never edited after a release. */
const date = (name: string): string =>
  `${name} TEXT CHECK (${name} IS NULL OR ${name} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`;
const reach = (table: string): string =>
  ['street', 'postal_code', 'city', 'room', 'telephone', 'email']
    .map((column) => `ALTER TABLE ${table} ADD COLUMN ${column} TEXT NOT NULL DEFAULT '';`)
    .join('\n');

export const settings = `
${reach('organization')}
ALTER TABLE organization ADD COLUMN ${date('start_date')};
ALTER TABLE organization ADD COLUMN ${date('end_date')};

${reach('person')}
ALTER TABLE person ADD COLUMN given_name TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN family_name TEXT NOT NULL DEFAULT '';

CREATE TABLE setting_version (
  seq INTEGER PRIMARY KEY,
  area TEXT NOT NULL CHECK (area IN ('office', 'organization', 'person')),
  entity_id TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  ${date('valid_from')},
  json TEXT CHECK (json IS NULL OR json_valid(json)),
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  batch TEXT,
  UNIQUE (area, entity_id, revision)
) STRICT;
CREATE INDEX setting_version_batch ON setting_version (batch) WHERE batch IS NOT NULL;
CREATE TRIGGER setting_version_no_update BEFORE UPDATE ON setting_version
BEGIN SELECT RAISE(ABORT, 'the history of settings is append-only'); END;
CREATE TRIGGER setting_version_no_delete BEFORE DELETE ON setting_version
BEGIN SELECT RAISE(ABORT, 'the history of settings is append-only'); END;

CREATE TABLE preference (
  key TEXT PRIMARY KEY,
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;
`;
