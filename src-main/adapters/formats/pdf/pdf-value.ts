/**
 * Reads single PDF values exactly as ISO 32000-1, 7.3 writes them, for updates that must not be read in two ways: a key named twice, a
 * number that is none or a bracket too many throws. Also turns the library's objects into the same values, so that both can be compared.
 */
import {
  PdfArray,
  PdfBool,
  PdfDict,
  PdfName,
  PdfNumber,
  PdfRef,
  PdfStream,
  PdfString,
  type PdfObject,
} from './library.ts';

export type Value = null | boolean | number | Real | Name | Text | Ref | readonly Value[] | Dict;
/** Every number that is not written with digits alone: where a whole number belongs, readers take it differently. */
export interface Real {
  readonly real: string;
}
export interface Name {
  readonly name: string;
}
/** Bytes in latin1. */
export interface Text {
  readonly text: string;
}
export interface Ref {
  readonly ref: number;
  readonly generation: number;
}
/** A stream is its dictionary, with `isStream`; its bytes are looked at elsewhere. */
export interface Dict {
  readonly dict: ReadonlyMap<string, Value>;
  readonly isStream: boolean;
}

const DEEPEST = 60;
const SPACE = /[\0\t\n\f\r ]*(?:%[^\r\n]*[\0\t\n\f\r ]*)*/y;
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?=[\0\t\n\f\r ()<>[\]{}/%]|$)/y;
const REFERENCE = /(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+R(?=[\0\t\n\f\r ()<>[\]{}/%]|$)/y;
const NAME = /\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y;
const HEX = /<([\0\t\n\f\r 0-9A-Fa-f]*)>/y;
const WORD = /(?:true|false|null)(?=[\0\t\n\f\r ()<>[\]{}/%]|$)/y;

/** Position behind white space and comments. */
export function skipSpace(text: string, at: number): number {
  SPACE.lastIndex = at;
  return SPACE.test(text) ? SPACE.lastIndex : at;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const plainName = (name: string): string =>
  name.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** From behind "(" to behind ")"; brackets inside are counted (7.3.4.2). */
function endOfString(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '(') depth += 1;
    else if (character === ')' && (depth -= 1) === 0) return at + 1;
  }
  throw new Error('a string without end');
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Table 3: escapes, octal codes, and ends of lines, which count as one line feed or, behind a backslash, as nothing. */
const unescaped = (text: string): string =>
  text.replace(
    /\\(?:([0-7]{1,3})|(\r\n?|\n)|([\s\S]?))|\r\n?/g,
    (_, octal?: string, lineEnd?: string, sign?: string) => {
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
      if (lineEnd !== undefined) return '';
      return sign === undefined ? '\n' : (ESCAPED[sign] ?? sign);
    },
  );

interface Read<T extends Value> {
  readonly value: T;
  readonly end: number;
}

/** The value that begins at `at`, white space before it skipped. Throws where there is none, or one that could be read differently. */
export function readValue(text: string, at: number, depth = 0): Read<Value> {
  if (depth > DEEPEST) throw new Error('nested beyond measure');
  const start = skipSpace(text, at);
  const reference = match(REFERENCE, text, start);
  if (reference) {
    const value = { ref: Number(reference[1]), generation: Number(reference[2]) };
    return { value, end: REFERENCE.lastIndex };
  }
  const number = match(NUMBER, text, start);
  if (number)
    return { value: /^\d{1,10}$/.test(number[0]) ? Number(number[0]) : { real: number[0] }, end: NUMBER.lastIndex };
  const word = match(WORD, text, start);
  if (word) return { value: word[0] === 'null' ? null : word[0] === 'true', end: WORD.lastIndex };
  const name = match(NAME, text, start);
  if (name) return { value: { name: plainName(name[1] ?? '') }, end: NAME.lastIndex };
  if (text.startsWith('<<', start)) return readDict(text, start + 2, depth);
  const hex = match(HEX, text, start);
  if (hex) {
    const digits = (hex[1] ?? '').replace(/[\0\s]/g, '');
    const bytes = Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
    return { value: { text: bytes.toString('latin1') }, end: HEX.lastIndex };
  }
  if (text[start] === '[') return readArray(text, start + 1, depth);
  if (text[start] === '(') {
    const end = endOfString(text, start + 1);
    return { value: { text: unescaped(text.slice(start + 1, end - 1)) }, end };
  }
  throw new Error('no value');
}

/** A value inside another one and where it stands: `from` its first byte, `end` behind its last. `key` in a dictionary only. */
export interface Piece {
  readonly key: string;
  readonly from: number;
  readonly end: number;
  readonly value: Value;
}
interface Pieces {
  readonly pieces: readonly Piece[];
  /** Of the bracket that closes. */
  readonly close: number;
}

function arrayPieces(text: string, from: number, depth: number): Pieces {
  const pieces: Piece[] = [];
  for (let at = skipSpace(text, from); ; at = skipSpace(text, at)) {
    if (text[at] === ']') return { pieces, close: at };
    const { value, end } = readValue(text, at, depth + 1);
    pieces.push({ key: '', from: at, end, value });
    at = end;
  }
}

function dictPieces(text: string, from: number, depth: number): Pieces {
  const pieces: Piece[] = [];
  const keys = new Set<string>();
  for (let at = skipSpace(text, from); ; at = skipSpace(text, at)) {
    if (text.startsWith('>>', at)) return { pieces, close: at };
    const name = match(NAME, text, at);
    const key = plainName(name?.[1] ?? '');
    if (!name || keys.has(key)) throw new Error('no key, or one that stands twice');
    keys.add(key);
    const start = skipSpace(text, NAME.lastIndex);
    const { value, end } = readValue(text, start, depth + 1);
    pieces.push({ key, from: start, end, value });
    at = end;
  }
}

/** What the array or dictionary that begins at `at` consists of; throws where none does, or as `readValue`. */
export function piecesOf(text: string, at: number): Pieces {
  if (text.startsWith('<<', at)) return dictPieces(text, at + 2, 0);
  if (text[at] === '[') return arrayPieces(text, at + 1, 0);
  throw new Error('neither an array nor a dictionary');
}

function readArray(text: string, from: number, depth: number): Read<readonly Value[]> {
  const { pieces, close } = arrayPieces(text, from, depth);
  return { value: pieces.map(({ value }) => value), end: close + 1 };
}

function readDict(text: string, from: number, depth: number): Read<Dict> {
  const { pieces, close } = dictPieces(text, from, depth);
  return { value: { dict: new Map(pieces.map(({ key, value }) => [key, value])), isStream: false }, end: close + 2 };
}

export const isDict = (value: Value | undefined): value is Dict =>
  typeof value === 'object' && value !== null && 'dict' in value;
export const isRef = (value: Value | undefined): value is Ref =>
  typeof value === 'object' && value !== null && 'ref' in value;
export const nameOf = (value: Value | undefined): string | null =>
  typeof value === 'object' && value !== null && 'name' in value ? value.name : null;

const asWritten = (value: number): Value =>
  Number.isInteger(value) && value >= 0 && value < 1e10 ? value : { real: String(value) };

/** The library's object as a value; nested objects too, references stay references. */
export function valueOf(object: PdfObject | null | undefined, depth = 0): Value {
  if (depth > DEEPEST) throw new Error('nested beyond measure');
  if (object instanceof PdfRef) return { ref: object.objectNumber, generation: object.generation };
  if (object instanceof PdfArray) return object.toArray().map((item) => valueOf(item, depth + 1));
  if (object instanceof PdfDict) {
    const dict = new Map([...object.keys()].map(({ value }) => [value, valueOf(object.get(value), depth + 1)]));
    return { dict, isStream: object instanceof PdfStream };
  }
  if (object instanceof PdfNumber) return asWritten(object.value);
  if (object instanceof PdfBool) return object.value;
  if (object instanceof PdfName) return { name: object.value };
  if (object instanceof PdfString) return { text: Buffer.from(object.bytes).toString('latin1') };
  return null;
}

/** Equal values have equal texts; the order of keys does not count. */
export function textOf(value: Value | undefined): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join(' ')}]`;
  if (isDict(value)) {
    const entries = [...value.dict].sort(([a], [b]) => (a < b ? -1 : 1));
    return `${value.isStream ? 'stream' : ''}<<${entries.map(([key, item]) => `${JSON.stringify(key)} ${textOf(item)}`).join(' ')}>>`;
  }
  // As a number: 0.50 and .5 are the same.
  if (typeof value === 'object' && value !== null && 'real' in value) return String(Number(value.real));
  return JSON.stringify(value ?? null);
}
