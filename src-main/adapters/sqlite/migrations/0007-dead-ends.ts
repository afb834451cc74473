/**
 * Seventh migration: who gave a number, numbers that are free again, papers in the bin, statements that were taken over finished.
 * Never edited after a release.
 *
 * A number stays ours where this program gave it: then it is void for everybody but the paper it was taken from, which gets it back when
 * the step is taken back. What came with a paper – a motion's number, an imported statement's – was given elsewhere and becomes free.
 */
const STATEMENT_COLUMNS = `paper_id, body_name, state, edition, quotation_id, quotation_source, quotation_locked, hinge, reply_id,
  signatory_name, signatory_role, signatory_prefix, our_sign, clerk, room, telephone, email`;

const logged = (action: string): string =>
  `EXISTS (SELECT 1 FROM change_log WHERE entity_id = number_entry.paper_id AND action = '${action}')`;

export const deadEnds = `
CREATE TABLE number_entry_next (
  class TEXT NOT NULL,
  year INTEGER NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 1),
  suffix TEXT NOT NULL,
  state TEXT NOT NULL,
  given_by TEXT NOT NULL DEFAULT 'office',
  paper_id TEXT REFERENCES paper (id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  PRIMARY KEY (class, year, n, suffix),
  CHECK (state NOT IN ('void', 'free') OR reason IS NOT NULL)
) STRICT;
INSERT INTO number_entry_next
  SELECT class, year, n, suffix, state,
    CASE
      WHEN EXISTS (SELECT 1 FROM paper WHERE paper.id = number_entry.paper_id AND paper.paper_type <> 'statement') THEN 'elsewhere'
      WHEN ${logged('statement-imported')} AND NOT ${logged('number-given')} THEN 'elsewhere'
      ELSE 'office'
    END,
    paper_id, reason, at, actor
  FROM number_entry;
DROP TABLE number_entry;
ALTER TABLE number_entry_next RENAME TO number_entry;
CREATE TRIGGER number_entry_stays BEFORE DELETE ON number_entry
BEGIN SELECT RAISE(ABORT, 'a number is never deleted'); END;
CREATE TRIGGER number_entry_void BEFORE UPDATE ON number_entry
WHEN OLD.state = 'void' AND NOT (NEW.state = 'given' AND OLD.paper_id IS NOT NULL AND NEW.paper_id IS OLD.paper_id)
BEGIN SELECT RAISE(ABORT, 'a voided number is never given to another paper'); END;
CREATE TRIGGER number_entry_ours BEFORE UPDATE ON number_entry
WHEN OLD.given_by = 'office' AND OLD.state IN ('given', 'void')
  AND (NEW.given_by <> 'office' OR NEW.state NOT IN ('given', 'void') OR NEW.paper_id IS NOT OLD.paper_id)
BEGIN SELECT RAISE(ABORT, 'a number we gave is never free again'); END;

CREATE TABLE discarded_paper (
  paper_id TEXT PRIMARY KEY REFERENCES paper (id),
  reference TEXT,
  original_reference TEXT,
  at TEXT NOT NULL,
  actor TEXT NOT NULL
) STRICT;
CREATE INDEX discarded_paper_reference ON discarded_paper (reference);
CREATE TRIGGER discarded_paper_not_issued BEFORE INSERT ON discarded_paper
WHEN EXISTS (SELECT 1 FROM issue WHERE issue.statement_id = NEW.paper_id)
BEGIN SELECT RAISE(ABORT, 'what was issued is never discarded'); END;

PRAGMA defer_foreign_keys = ON;
CREATE TABLE statement_former AS SELECT ${STATEMENT_COLUMNS} FROM statement;
DROP TABLE statement;
CREATE TABLE statement (
  paper_id TEXT PRIMARY KEY REFERENCES paper (id),
  body_name TEXT NOT NULL,
  state TEXT NOT NULL,
  edition INTEGER NOT NULL DEFAULT 1 CHECK (edition >= 1),
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
INSERT INTO statement (${STATEMENT_COLUMNS}) SELECT ${STATEMENT_COLUMNS} FROM statement_former;
DROP TABLE statement_former;
`;
