/**
 * The updates behind a signed revision, read strictly (ISO 32000-1, 7.5.6): cross-references and trailer exactly where and as the norm has
 * them, every object listed once, in the appended part only, at its place, under its number and generation. What passes is read the same
 * way by every reader; what does not pass is not judged.
 */
import {
  ensure,
  integerAt,
  readObject,
  readPacked,
  readStream,
  readTable,
  type ReadObject,
} from './cross-references.ts';
import { isRef, skipSpace, textOf, type Dict, type Value } from './pdf-value.ts';

export interface Update {
  /** Number → value of each object the update brings. */
  readonly objects: ReadonlyMap<number, Value>;
  /** Those of them that hold the update together: streams of cross-references and of packed objects, which nothing refers to. */
  readonly frame: ReadonlySet<number>;
  /** Where it ends in the file, white space behind it not counted. */
  readonly end: number;
  /** How many of them stand in the file itself, not packed into others. */
  readonly plain: number;
}

const WHITE = [0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20];
const MOST_UPDATES = 64;
/** Readers look for the end of a file in its last kilobyte; with more behind it some of them put the file together anew from its pieces. */
const MOST_WHITE_SPACE = 8;

/** White space at the end is no content (7.2.2). */
export function contentEnd(file: Uint8Array, until = file.length): number {
  let end = until;
  while (end > 0 && WHITE.includes(file[end - 1] ?? -1)) end -= 1;
  return end;
}

/** The position that the last lines before `end` name; throws where they are not there. */
export function startOfReferences(text: string, end: number): number {
  const [, at] = /\bstartxref[\r\n ]+(\d{1,10})[\r\n ]+%%EOF$/.exec(text.slice(Math.max(0, end - 64), end)) ?? [];
  ensure(at !== undefined, 'does not end by saying where its cross-references stand');
  return Number(at);
}

interface Placed {
  readonly update: Update;
  readonly trailer: Dict;
  readonly start: number;
}

/** The update that ends at `end`; throws where it is not well-formed. `from`: where the signed revision ends. */
function readUpdate(text: string, from: number, end: number): Placed {
  const at = startOfReferences(text, end);
  ensure(at >= from && at < end, 'its cross-references stand in the signed part');
  const tail = text.lastIndexOf('startxref', end);
  const section = text.startsWith('xref', at) ? readTable(text, at, tail) : readStream(text, at, tail);
  const plain = [...section.entries]
    .flatMap(([number, entry]) => (entry.kind === 'plain' ? [{ number, ...entry }] : []))
    .sort((a, b) => a.offset - b.offset);
  const start = Math.min(at, plain[0]?.offset ?? at);
  ensure(start >= from, 'an object stands in the signed part');
  const objects = new Map<number, ReadObject>();
  let position = start;
  for (const { number, offset, generation } of plain) {
    // Objects follow each other without a gap, so that none stands there unlisted.
    ensure(skipSpace(text, position) === offset, 'something stands between its objects');
    const object = readObject(text, offset);
    ensure(object.number === number && object.generation === generation, 'an object under another number');
    ensure(generation === 0, 'an object of a later generation');
    objects.set(number, object);
    position = object.end;
  }
  if (plain.at(-1)?.offset !== at) ensure(skipSpace(text, position) === at, 'something before its cross-references');
  const values = new Map([...objects].map(([number, { value }]) => [number, value]));
  const packed = [...section.entries].flatMap(([number, entry]) =>
    entry.kind === 'packed' ? [{ number, ...entry }] : [],
  );
  const containers = new Set(packed.map((entry) => entry.container));
  for (const container of containers) {
    const stream = objects.get(container);
    ensure(stream !== undefined, 'an object packed into one of the signed part');
    const listed = packed.filter((entry) => entry.container === container);
    const inside = readPacked(stream);
    ensure(inside.length === listed.length, 'a packed object that is not listed');
    for (const { number, index } of listed) {
      const found = inside[index];
      ensure(found?.[0] === number && !values.has(number), 'a packed object under another number');
      values.set(number, found[1]);
    }
  }
  const references = plain.filter(({ offset }) => offset === at).map(({ number }) => number);
  const frame = new Set([...containers, ...references]);
  return { update: { objects: values, frame, end, plain: plain.length }, trailer: section.trailer, start };
}

const sameEntry = (a: Dict, b: Dict, key: string): boolean => textOf(a.dict.get(key)) === textOf(b.dict.get(key));

/**
 * In order. `signed`: the end of the signed revision and its trailer. Throws where anything behind it is not a well-formed update of it.
 */
export function readUpdates(file: Uint8Array, signed: { readonly until: number; readonly trailer: Dict }): Update[] {
  const text = Buffer.from(file.buffer, file.byteOffset, file.byteLength).toString('latin1');
  const from = contentEnd(file, signed.until);
  ensure(file.length - contentEnd(file) <= MOST_WHITE_SPACE, 'white space at the end without end');
  const found: Placed[] = [];
  for (let end = contentEnd(file); end > from; end = contentEnd(file, found[0]?.start ?? from)) {
    ensure(found.length < MOST_UPDATES, 'more updates than anybody makes');
    const placed = readUpdate(text, signed.until, end);
    ensure(placed.start - contentEnd(file, placed.start) <= MOST_WHITE_SPACE, 'white space before it without end');
    found.unshift(placed);
  }
  // Whoever puts a file together anew takes every object head for one, wherever it stands.
  const listed = found.reduce((sum, { update }) => sum + update.plain, 0);
  const heads = text.slice(signed.until).match(/\d[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+obj/g)?.length ?? 0;
  ensure(heads === listed, 'object heads that nothing lists');
  let before: Dict = signed.trailer;
  let end = from;
  for (const { update, trailer } of found) {
    ensure(integerAt(trailer, 'Prev') === startOfReferences(text, end), 'does not follow the one before');
    ensure(isRef(trailer.dict.get('Root')) && sameEntry(before, trailer, 'Root'), 'has another root');
    ensure(sameEntry(before, trailer, 'Info') && !trailer.dict.has('Encrypt'), 'changes what the file says of itself');
    const largest = Math.max(integerAt(before, 'Size') - 1, ...update.objects.keys());
    ensure(integerAt(trailer, 'Size') === largest + 1, 'states a wrong number of objects');
    before = trailer;
    end = update.end;
  }
  return found.map(({ update }) => update);
}
