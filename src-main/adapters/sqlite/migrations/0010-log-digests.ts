/**
 * Tenth migration: an entry of the log carries a digest of the rows it speaks of, so that proofs, releases and issues that were changed later
 * no longer fit the chain. Entries made before carry none. The index finds the entries of a row without reading the whole log. Never edited after a release.
 */
export const logDigests = `
ALTER TABLE change_log ADD COLUMN row_digest TEXT CHECK (row_digest IS NULL OR length(row_digest) = 64);
CREATE INDEX change_log_entity ON change_log (entity_id, action);
`;
