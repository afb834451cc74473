/** Ninth migration: what was typed where a date belongs and is none ("31.04.2023"). It stands beside the empty date until somebody mends it. */
export const unreadDates = `
CREATE TABLE unread_date (
  paper_id TEXT NOT NULL REFERENCES paper (id),
  place TEXT NOT NULL CHECK (length(place) BETWEEN 1 AND 80),
  text TEXT NOT NULL CHECK (text <> ''),
  PRIMARY KEY (paper_id, place)
) STRICT, WITHOUT ROWID;
`;
