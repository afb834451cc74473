/** Lines as people type them into the guide: "FB 32; Ordnung und Bürgerdienste" or only a name. Pure. */

export interface NamedLine {
  readonly shortName: string;
  readonly name: string;
}

/** A semicolon, a tab or a spaced dash parts the short name from the name; empty lines do not count. */
export function readLines(text: string): readonly NamedLine[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const parts = /^([^;\t]{1,30}?)\s*(?:;|\t|\s–\s)\s*(.+)$/.exec(line);
      return parts ? { shortName: parts[1] ?? '', name: parts[2] ?? '' } : { shortName: '', name: line };
    });
}
