/** Names of the columns from the first row of a list. */
import type { NoteBook } from './notes.ts';

/** Every column gets a name of its own: "Spalte 3" for none, "Name (2)" for one that is taken. Case counts as the same name. */
export function uniqueColumnNames(header: readonly string[], width: number, row: number, notes: NoteBook): string[] {
  const wanted = Array.from({ length: width }, (_, index) => (header[index] ?? '').replace(/\s+/g, ' '));
  const key = (name: string): string => name.toLocaleLowerCase('de');
  // Names the list itself gives come first, so that its own "Spalte 3" is not taken by an unnamed third column.
  const taken = new Set(wanted.map(key));
  const seen = new Set<string>();
  return wanted.map((name, index) => {
    if (name !== '' && !seen.has(key(name))) {
      seen.add(key(name));
      return name;
    }
    const base = name || `Spalte ${index + 1}`;
    let unique = base;
    for (let count = 2; taken.has(key(unique)); count += 1) unique = `${base} (${count})`;
    taken.add(key(unique));
    notes.add('column-named', row, unique);
    return unique;
  });
}
