/** Tables and streams of cross-references, and numbered objects, read strictly (ISO 32000-1, 7.3.10, 7.5.4, 7.5.7, 7.5.8). */
import { inflateSync } from 'node:zlib';
import { isDict, nameOf, readValue, skipSpace, type Dict, type Value } from './pdf-value.ts';

/** Where an object stands: in the file, or packed into a stream of objects. */
export type Entry =
  | { readonly kind: 'plain'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'packed'; readonly container: number; readonly index: number };
export interface Section {
  readonly entries: ReadonlyMap<number, Entry>;
  /** Numbers of objects that are gone. */
  readonly freed: ReadonlySet<number>;
  readonly trailer: Dict;
}
export interface ReadObject {
  readonly number: number;
  readonly generation: number;
  readonly value: Value;
  /** Of a stream, in latin1. */
  readonly bytes: string;
  readonly end: number;
}

/** As Acrobat counts; a larger one wraps round in some readers (ISO 32000-1, annex C). */
const LARGEST_NUMBER = 8_388_607;
/** Some writers give places the eight bytes of a long number. */
const WIDEST_FIELD = 8;
const LARGEST_UNPACKED = 16 * 1024 * 1024;

export const ensure: (condition: boolean, what: string) => asserts condition = (condition, what) => {
  if (!condition) throw new Error(`update: ${what}`);
};

export const integerAt = (dict: Dict, key: string): number => {
  const value = dict.dict.get(key);
  ensure(typeof value === 'number' && Number.isInteger(value) && value >= 0, `${key} is no whole number`);
  return value;
};

/** `xref`, sections, `trailer` (7.5.4); entries have 20 bytes. `mayFree`: objects may be said to be gone. */
export function readTable(text: string, at: number, tail: number | null, mayFree = false): Section {
  const entries = new Map<number, Entry>();
  const freed = new Set<number>();
  const begin = /^xref *(?:\r\n|\r|\n)/.exec(text.slice(at, at + 16));
  ensure(begin !== null, 'a table without its own line');
  let position = at + begin[0].length;
  while (!text.startsWith('trailer', position)) {
    const head = /^(0|[1-9]\d{0,9}) (0|[1-9]\d{0,6}) ?(?:\r\n|\r|\n)/.exec(text.slice(position, position + 24));
    ensure(head !== null, 'a section of the table has no head');
    ensure(Number(head[2]) > 0 || Number(head[1]) === 0, 'an empty section');
    position += head[0].length;
    for (let number = Number(head[1]), left = Number(head[2]); left > 0; left -= 1, number += 1, position += 20) {
      const entry = /^(\d{10}) (\d{5}) ([nf])(?: \r| \n|\r\n)$/.exec(text.slice(position, position + 20));
      ensure(entry !== null && !entries.has(number), 'an entry is malformed, or stands twice');
      // The head of the list of free entries is written along by many programs.
      ensure(number <= LARGEST_NUMBER, 'a number beyond measure');
      if (entry[3] === 'f') {
        ensure(number === 0 || mayFree, 'frees an object');
        freed.add(number);
      } else entries.set(number, { kind: 'plain', offset: Number(entry[1]), generation: Number(entry[2]) });
    }
    position = skipSpace(text, position);
  }
  const { value, end } = readValue(text, position + 'trailer'.length);
  ensure(isDict(value) && (tail === null || skipSpace(text, end) === tail), 'something behind the trailer');
  ensure(!value.dict.has('XRefStm'), 'has a second table, which some readers prefer');
  return { entries, freed, trailer: value };
}

/** The value of `n g obj … endobj` at `at`, and where it ends. */
export function readObject(text: string, at: number): ReadObject {
  const head = /^(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+obj\b/.exec(text.slice(at, at + 40));
  ensure(head !== null, 'no object where one is announced');
  const { value, end } = readValue(text, at + head[0].length);
  const identity = { number: Number(head[1]), generation: Number(head[2]) };
  const behind = skipSpace(text, end);
  if (text.startsWith('endobj', behind)) return { ...identity, value, bytes: '', end: behind + 'endobj'.length };
  ensure(isDict(value), 'something behind the value of an object');
  const stream = /^stream\r?\n/.exec(text.slice(behind, behind + 8));
  ensure(stream !== null, 'something behind the value of an object');
  const start = behind + stream[0].length;
  const length = integerAt(value, 'Length');
  const close = /^(?:\r\n|\r|\n)?endstream[\0\t\n\f\r ]+endobj/.exec(text.slice(start + length, start + length + 32));
  ensure(close !== null, 'a stream of another length than it says');
  return {
    ...identity,
    value: { dict: value.dict, isStream: true },
    bytes: text.slice(start, start + length),
    end: start + length + close[0].length,
  };
}

const numbers = (value: Value | undefined): number[] => {
  ensure(Array.isArray(value), 'no list');
  return value.map((item: Value) => {
    ensure(typeof item === 'number' && Number.isInteger(item) && item >= 0, 'no whole number');
    return item;
  });
};

/** Undoes the predictors of PNG (RFC 2083, 6), of which writers use "up" and "none" for tables. */
function withoutPredictor(data: Buffer, parameters: Value | undefined): Buffer {
  if (parameters === undefined) return data;
  ensure(isDict(parameters), 'parameters that stand elsewhere');
  if ((parameters.dict.get('Predictor') ?? 1) === 1) return data;
  ensure(
    [...parameters.dict.keys()].every((key) => ['Predictor', 'Columns'].includes(key)),
    'an unusual predictor',
  );
  ensure(integerAt(parameters, 'Predictor') >= 10, 'an unusual predictor');
  const columns = integerAt(parameters, 'Columns');
  ensure(columns > 0 && data.length % (columns + 1) === 0, 'a table cut short');
  const rows = data.length / (columns + 1);
  const plain = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const kind = data[row * (columns + 1)];
    ensure(kind === 0 || kind === 2, 'an unusual predictor');
    for (let column = 0; column < columns; column += 1) {
      const above = kind === 2 && row > 0 ? (plain[(row - 1) * columns + column] ?? 0) : 0;
      plain[row * columns + column] = (data[row * (columns + 1) + 1 + column] ?? 0) + above;
    }
  }
  return plain;
}

/** Other files, and names that only pictures inside pages may shorten. */
const STRANGE = ['F', 'FFilter', 'FDecodeParms', 'DP', 'DL'];

/** The bytes of a stream that is not packed, or by Flate alone. */
function unpacked(stream: Dict, bytes: string): Buffer {
  ensure(![...stream.dict.keys()].some((key) => STRANGE.includes(key)), 'a stream that stands elsewhere');
  const packed = Buffer.from(bytes, 'latin1');
  const filter = stream.dict.get('Filter');
  ensure(filter === undefined || nameOf(filter) === 'FlateDecode', 'an unusual filter');
  const data = filter === undefined ? packed : inflateSync(packed, { maxOutputLength: LARGEST_UNPACKED });
  return withoutPredictor(data, stream.dict.get('DecodeParms'));
}

/** Objects of a stream of objects (7.5.7) in their order, each under its number. */
export function readPacked({ value, bytes }: ReadObject): (readonly [number: number, value: Value])[] {
  ensure(isDict(value) && nameOf(value.dict.get('Type')) === 'ObjStm', 'no stream of objects');
  ensure(!value.dict.has('Extends'), 'a stream of objects that continues another');
  const text = unpacked(value, bytes).toString('latin1');
  const first = integerAt(value, 'First');
  const written = text.slice(0, first).trim();
  ensure(/^\d{1,10}(?:[\0\t\n\f\r ]+\d{1,10})*$/.test(written), 'a malformed stream of objects');
  const head = written.split(/[\0\t\n\f\r ]+/).map(Number);
  ensure(head.length === 2 * integerAt(value, 'N') && head.every(Number.isInteger), 'a malformed stream of objects');
  return Array.from({ length: head.length / 2 }, (_, place) => {
    const from = first + (head[2 * place + 1] ?? 0);
    const next = place + 1 < head.length / 2 ? first + (head[2 * place + 3] ?? 0) : text.length;
    const read = readValue(text, from);
    ensure(skipSpace(text, read.end) === Math.max(read.end, next), 'something between packed objects');
    return [head[2 * place] ?? 0, read.value] as const;
  });
}

/** A cross-reference stream (7.5.8). */
export function readStream(text: string, at: number, tail: number | null, mayFree = false): Section {
  const { number, generation, value, bytes, end } = readObject(text, at);
  ensure(
    isDict(value) && nameOf(value.dict.get('Type')) === 'XRef' && (tail === null || skipSpace(text, end) === tail),
    'no cross-references',
  );
  const data = unpacked(value, bytes);
  const widths = numbers(value.dict.get('W'));
  const [kindWidth = 0, offsetWidth = 0, generationWidth = 0] = widths;
  const rowLength = kindWidth + offsetWidth + generationWidth;
  ensure(widths.length === 3 && offsetWidth > 0 && Math.max(...widths) <= WIDEST_FIELD, 'unusual widths');
  const index = value.dict.has('Index') ? numbers(value.dict.get('Index')) : [0, integerAt(value, 'Size')];
  ensure(index.length % 2 === 0, 'half a section');
  const entries = new Map<number, Entry>();
  const freed = new Set<number>();
  let position = 0;
  const next = (width: number): number => {
    ensure(position + width <= data.length, 'a table cut short');
    const field = data.subarray(position, position + width);
    position += width;
    // A place beyond 48 bits is none in a file that fits into memory.
    const beyond = field.subarray(0, Math.max(0, width - 6));
    ensure(
      beyond.every((byte) => byte === 0),
      'a number beyond measure',
    );
    return width === 0 ? 0 : field.readUIntBE(beyond.length, width - beyond.length);
  };
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    ensure((index[pair + 1] ?? 0) * rowLength <= data.length, 'a table cut short');
    for (let left = index[pair + 1] ?? 0, listed = index[pair] ?? 0; left > 0; left -= 1, listed += 1) {
      const kind = kindWidth === 0 ? 1 : next(kindWidth);
      const [second, third] = [next(offsetWidth), next(generationWidth)];
      ensure(!entries.has(listed) && kind <= 2, 'an entry stands twice, or is of an unknown kind');
      ensure(listed <= LARGEST_NUMBER, 'a number beyond measure');
      if (kind === 0) {
        ensure(listed === 0 || mayFree, 'frees an object');
        freed.add(listed);
      } else if (kind === 1) entries.set(listed, { kind: 'plain', offset: second, generation: third });
      else entries.set(listed, { kind: 'packed', container: second, index: third });
    }
  }
  ensure(position === data.length, 'more than its table says');
  entries.set(number, { kind: 'plain', offset: at, generation });
  return { entries, freed, trailer: value };
}
