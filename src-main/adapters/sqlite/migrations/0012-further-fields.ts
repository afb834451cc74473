/**
 * Twelfth migration: further fields of a statement stand beside each other in one column, so that a new one needs no migration. Never edited
 * after a release.
 */
export const furtherFields = `
ALTER TABLE statement ADD COLUMN further TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(further));
`;
