/** Fifth migration: what somebody was writing when the page was left, before it is a paper or a letter that went out. */
export const unfinished = `
CREATE TABLE unfinished (
  place TEXT NOT NULL CHECK (length(place) BETWEEN 1 AND 200),
  actor TEXT NOT NULL,
  text TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (place, actor)
) STRICT, WITHOUT ROWID;
`;
