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

/** A text string (7.9.2.2): ASCII as it is, else UTF-16 with a mark. */
export const textString = (text: string): Uint8Array =>
  /^[\x20-\x7e]*$/.test(text) ? Buffer.from(text, 'latin1') : utf16String(text);
export const utf16String = (text: string): Uint8Array =>
  Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]);

const REGULAR = /[^A-Za-z0-9_.+\-:@]/g;
const writtenName = (text: string): string =>
  `/${text.replace(REGULAR, (sign) => `#${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;

/** Printable ASCII that needs no escaping as it is, everything else in hexadecimal digits. */
function writtenString(bytes: Uint8Array): string {
  const isPlain = bytes.every((code) => code >= 0x20 && code < 0x7f && code !== 0x28 && code !== 0x29 && code !== 0x5c);
  return isPlain ? `(${Buffer.from(bytes).toString('latin1')})` : `<${Buffer.from(bytes).toString('hex')}>`;
}

/** Names hold what ASCII has. */
export function written(value: Value): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (value instanceof Name) return writtenName(value.name);
  if (value instanceof Ref) return `${value.number} 0 R`;
  if (value instanceof Uint8Array) return writtenString(value);
  if (value instanceof Stream) throw new Error('a stream is an object of its own');
  if (isArray(value)) return `[${value.map(written).join(' ')}]`;
  return `<<${[...value].map(([key, entry]) => `${writtenName(key)} ${written(entry)}`).join(' ')}>>`;
}
