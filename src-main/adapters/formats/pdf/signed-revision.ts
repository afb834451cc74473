/**
 * Whether the signed revision itself can be read in one way only: its whole chain of cross-references is well-formed, every entry leads to the
 * object it names, and none stands twice. An author could have prepared it so that two programs find different objects; what is appended
 * later would then change what one of them shows and the other does not.
 */
import {
  ensure,
  integerAt,
  readObject,
  readPacked,
  readStream,
  readTable,
  type Entry,
  type Section,
} from './cross-references.ts';
import { startOfReferences } from './appended-updates.ts';
import { readValue, type Dict } from './pdf-value.ts';

const MOST_SECTIONS = 128;

/**
 * The whole chain of cross-references: where the newest version of each object stands, and the newest trailer. `end`: behind %%EOF. Throws
 * where it is not well-formed.
 */
export function readReferences(text: string, end: number): Section {
  const newest = new Map<number, Entry>();
  const freed = new Set<number>();
  const visited = new Set<number>();
  let trailer: Dict | null = null;
  let at: number | null = startOfReferences(text, end);
  while (at !== null) {
    ensure(at < end && !visited.has(at) && visited.size < MOST_SECTIONS, 'cross-references in a circle');
    visited.add(at);
    const section: Section = text.startsWith('xref', at)
      ? readTable(text, at, null, true)
      : readStream(text, at, null, true);
    trailer ??= section.trailer;
    for (const [number, entry] of section.entries)
      if (!newest.has(number) && !freed.has(number)) newest.set(number, entry);
    for (const number of section.freed) if (!newest.has(number)) freed.add(number);
    at = section.trailer.dict.has('Prev') ? integerAt(section.trailer, 'Prev') : null;
  }
  ensure(trailer !== null, 'no cross-references');
  return { entries: newest, freed, trailer };
}

/** Throws where it could be read in two ways. `end`: behind %%EOF of the revision. */
export function requireOneReading(text: string, end: number): void {
  const newest = readReferences(text, end).entries;
  const packed = new Map<number, ReturnType<typeof readPacked>>();
  for (const [number, entry] of newest) {
    if (entry.kind === 'plain') {
      const head = /^(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+obj\b/.exec(
        text.slice(entry.offset, entry.offset + 40),
      );
      const isNamed = head !== null && Number(head[1]) === number && Number(head[2]) === entry.generation;
      ensure(isNamed && entry.offset < end, 'an entry that leads to another object');
      // Of a key that stands twice some take the first value, some the last.
      readValue(text, entry.offset + head[0].length);
      continue;
    }
    const container = newest.get(entry.container);
    ensure(container?.kind === 'plain', 'an object packed into none');
    const inside = packed.get(entry.container) ?? readPacked(readObject(text, container.offset));
    packed.set(entry.container, inside);
    ensure(inside[entry.index]?.[0] === number, 'a packed object under another number');
  }
}
