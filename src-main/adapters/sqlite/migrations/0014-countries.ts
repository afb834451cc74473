/** Fourteenth migration: contacts abroad have a country. Never edited after a release. */
export const countries = `
ALTER TABLE organization ADD COLUMN country TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN country TEXT NOT NULL DEFAULT '';
`;
