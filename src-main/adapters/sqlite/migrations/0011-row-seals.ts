/**
 * Eleventh migration: every row whose change the log accounts for has a seal – its digest and the entry under which it was last written –,
 * and the last entry of a transaction carries the sum of all seals inside of the chain. So a row that was deleted, changed or added behind the
 * program's back is found by its seal, and a seal that was made to fit by the sum. Where the log ended is kept beside it, so that its last
 * entries cannot be missing unseen. Rows from before get their seal from the program that opens the file. Never edited after a release.
 */
export const rowSeals = `
ALTER TABLE change_log ADD COLUMN state_digest TEXT CHECK (state_digest IS NULL OR length(state_digest) = 64);
CREATE INDEX change_log_state ON change_log (seq) WHERE state_digest IS NOT NULL;

CREATE TABLE row_seal (
  row_table TEXT NOT NULL,
  row_key TEXT NOT NULL CHECK (json_valid(row_key)),
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  seq INTEGER NOT NULL,
  PRIMARY KEY (row_table, row_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE log_end (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;
INSERT INTO log_end
  SELECT 1, coalesce(max(seq), 0), coalesce((SELECT hash FROM change_log ORDER BY seq DESC LIMIT 1), '') FROM change_log;
CREATE TRIGGER log_end_moves AFTER INSERT ON change_log
BEGIN UPDATE log_end SET seq = NEW.seq, hash = NEW.hash; END;
`;
