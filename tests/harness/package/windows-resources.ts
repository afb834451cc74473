/** Reads the resources of a Windows program: a tree of type, name and language, as the PE format lays it out. */
import { readFileSync } from 'node:fs';

export interface ProgramResource {
  readonly type: number | string;
  readonly name: number | string;
  readonly language: number;
  readonly bytes: Buffer;
}

const NEXT_LEVEL = 0x80000000;
const SECTION_HEADER_BYTES = 40;

function resourceSection(program: Buffer): { readonly bytes: Buffer; readonly address: number } {
  const pe = program.readUInt32LE(0x3c);
  const first = pe + 24 + program.readUInt16LE(pe + 20);
  for (let index = 0; index < program.readUInt16LE(pe + 6); index += 1) {
    const at = first + SECTION_HEADER_BYTES * index;
    if (program.toString('latin1', at, at + 6) !== '.rsrc\0') continue;
    const place = program.readUInt32LE(at + 20);
    return {
      bytes: program.subarray(place, place + program.readUInt32LE(at + 16)),
      address: program.readUInt32LE(at + 12),
    };
  }
  throw new Error('The program has no resources');
}

export function readResources(file: string): readonly ProgramResource[] {
  const { bytes, address } = resourceSection(readFileSync(file));
  const idOf = (field: number): number | string => {
    if (field < NEXT_LEVEL) return field;
    const at = field - NEXT_LEVEL;
    return bytes.toString('utf16le', at + 2, at + 2 + 2 * bytes.readUInt16LE(at));
  };
  const entries = (at: number): { readonly id: number | string; readonly offset: number }[] =>
    Array.from({ length: bytes.readUInt16LE(at + 12) + bytes.readUInt16LE(at + 14) }, (_, index) => ({
      id: idOf(bytes.readUInt32LE(at + 16 + 8 * index)),
      offset: bytes.readUInt32LE(at + 20 + 8 * index) & ~NEXT_LEVEL,
    }));
  return entries(0).flatMap((type) =>
    entries(type.offset).flatMap((name) =>
      entries(name.offset).map(({ id, offset }) => {
        const begin = bytes.readUInt32LE(offset) - address;
        const content = bytes.subarray(begin, begin + bytes.readUInt32LE(offset + 4));
        return { type: type.id, name: name.id, language: Number(id), bytes: content };
      }),
    ),
  );
}

export interface VersionInformation {
  /** Numbers of VS_FIXEDFILEINFO, which the Explorer and installers compare. */
  readonly fileNumbers: string;
  readonly productNumbers: string;
  readonly strings: Readonly<Record<string, string>>;
  /** Names of the string tables: language and code page, four hexadecimal digits each. */
  readonly tables: readonly string[];
}

const upToFour = (at: number): number => (at + 3) & ~3;

interface Part {
  readonly name: string;
  readonly valueAt: number;
  readonly valueLength: number;
  readonly end: number;
}

function partAt(bytes: Buffer, at: number): Part {
  let end = at + 6;
  while (bytes.readUInt16LE(end) !== 0) end += 2;
  const name = bytes.toString('utf16le', at + 6, end);
  return {
    name,
    valueAt: upToFour(end + 2),
    valueLength: bytes.readUInt16LE(at + 2),
    end: at + bytes.readUInt16LE(at),
  };
}

function partsBetween(bytes: Buffer, begin: number, end: number): Part[] {
  const parts: Part[] = [];
  for (let at = upToFour(begin); at + 6 < end; at = upToFour(parts.at(-1)?.end ?? end)) parts.push(partAt(bytes, at));
  return parts;
}

export function readVersionInformation(bytes: Buffer): VersionInformation {
  const root = partAt(bytes, 0);
  const numbers = (at: number): string =>
    [at + 2, at, at + 6, at + 4].map((place) => bytes.readUInt16LE(root.valueAt + place)).join('.');
  const tables = partsBetween(bytes, root.valueAt + root.valueLength, root.end)
    .filter(({ name }) => name === 'StringFileInfo')
    .flatMap((part) => partsBetween(bytes, part.valueAt, part.end));
  const strings = tables
    .flatMap((table) => partsBetween(bytes, table.valueAt, table.end))
    .map(({ name, valueAt, valueLength }): [string, string] => [
      name,
      bytes.toString('utf16le', valueAt, valueAt + 2 * Math.max(0, valueLength - 1)),
    ]);
  return {
    fileNumbers: numbers(8),
    productNumbers: numbers(16),
    strings: Object.fromEntries(strings),
    tables: tables.map(({ name }) => name),
  };
}
