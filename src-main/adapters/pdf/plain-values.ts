/**
 * PDF values as plain data, and how they are written (ISO 32000-1, 7.3). For files of our own typesetter only: what may come from a stranger
 * is read by `openPdf`.
 */

export class Name {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}
export class Ref {
  readonly number: number;
  constructor(number: number) {
    this.number = number;
  }
}
export type Dict = ReadonlyMap<string, Value>;
/** `data` as it stands in the file: packed, where the dictionary names a filter. */
export class Stream {
  readonly dict: Dict;
  readonly data: Uint8Array;
  constructor(dict: Dict, data: Uint8Array) {
    this.dict = dict;
    this.data = data;
  }
}
/** Strings are bytes. */
export type Value = null | boolean | number | Name | Ref | Uint8Array | readonly Value[] | Dict | Stream;

export const isDict = (value: Value | undefined): value is Dict => value instanceof Map;
export const isArray = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);
export const dict = (entries: Record<string, Value>): Dict => new Map(Object.entries(entries));
export const withEntries = (former: Dict, entries: Record<string, Value>): Dict =>
  new Map([...former, ...Object.entries(entries)]);
export const name = (text: string): Name => new Name(text);

const REGULAR = /[^A-Za-z0-9_.+\-:@]/g;
const writtenName = (text: string): string =>
  `/${text.replace(REGULAR, (sign) => `#${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;

/** Hexadecimal strings need no escaping. Names hold what ASCII has. */
export function written(value: Value): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (value instanceof Name) return writtenName(value.name);
  if (value instanceof Ref) return `${value.number} 0 R`;
  if (value instanceof Uint8Array) return `<${Buffer.from(value).toString('hex')}>`;
  if (value instanceof Stream) throw new Error('a stream is an object of its own');
  if (isArray(value)) return `[${value.map(written).join(' ')}]`;
  return `<<${[...value].map(([key, entry]) => `${writtenName(key)} ${written(entry)}`).join(' ')}>>`;
}
