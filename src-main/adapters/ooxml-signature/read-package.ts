/**
 * Reads a ZIP package from a stranger (ECMA-376 Part 2, annex B). Stricter than other readers on purpose: what two programs could read
 * differently – a name twice, a wrong checksum, local headers that contradict the directory – is refused, so that what was verified is
 * also what is shown.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import type { UnjudgedReason } from '../../contract/signature/shapes.ts';
import { isBeyondLimits, MOST_ARCHIVE_ENTRIES } from '../formats/archive-limits.ts';
import { PackageProblem } from './signature-problem.ts';

/** Name without leading slash → bytes, in the order of the archive. */
export type Package = ReadonlyMap<string, Uint8Array>;

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED_FLAG = 1;
const UTF8_FLAG = 0x800;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  readonly localOffset: number;
}

const ensure: (condition: boolean, what: string, reason?: UnjudgedReason) => asserts condition = (
  condition,
  what,
  reason = 'file-unreadable',
) => {
  if (!condition) throw new PackageProblem(reason, `package: ${what}`);
};

/** Part names are equal without regard to case (ECMA-376 Part 2, 6.2.2.3) and however their signs are escaped. */
export function canonicalName(name: string): string {
  const plain = name.replaceAll('\\', '/').replace(/^\/+/, '');
  try {
    return decodeURIComponent(plain).toLowerCase();
  } catch {
    return plain.toLowerCase();
  }
}

function endOfDirectory(zip: Buffer): number {
  // Without a comment: one could hold a second archive, which other readers would take for the file.
  const at = zip.length - END_LENGTH;
  if (at >= 0 && zip.readUInt32LE(at) === END_OF_DIRECTORY && zip.readUInt16LE(at + 20) === 0) return at;
  throw new PackageProblem('file-unreadable', 'package: no end of the directory');
}

function readEntry(zip: Buffer, at: number): { readonly entry: Entry; readonly next: number } {
  ensure(zip.readUInt32LE(at) === DIRECTORY_HEADER, 'no entry where one is announced');
  const flags = zip.readUInt16LE(at + 8);
  ensure((flags & ENCRYPTED_FLAG) === 0, 'encrypted', 'encrypted');
  ensure(zip.readUInt16LE(at + 32) === 0, 'a comment on an entry');
  const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
  const entry: Entry = {
    name: zip.toString((flags & UTF8_FLAG) !== 0 ? 'utf8' : 'latin1', at + 46, nameEnd),
    method: zip.readUInt16LE(at + 10),
    checksum: zip.readUInt32LE(at + 16),
    packedSize: zip.readUInt32LE(at + 20),
    size: zip.readUInt32LE(at + 24),
    localOffset: zip.readUInt32LE(at + 42),
  };
  ensure(zip.readUInt32LE(entry.localOffset) === LOCAL_HEADER, 'an entry without content');
  const localName = zip.subarray(
    entry.localOffset + 30,
    entry.localOffset + 30 + zip.readUInt16LE(entry.localOffset + 26),
  );
  ensure(localName.equals(zip.subarray(at + 46, nameEnd)), 'two names for one entry');
  return { entry, next: nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32) };
}

function directory(zip: Buffer): Entry[] {
  const end = endOfDirectory(zip);
  const count = zip.readUInt16LE(end + 10);
  ensure(
    count <= MOST_ARCHIVE_ENTRIES && count === zip.readUInt16LE(end + 8),
    'too many entries, or in several volumes',
    'too-large',
  );
  const entries: Entry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = readEntry(zip, at);
    entries.push(entry);
    at = next;
  }
  ensure(at === end, 'something between the directory and its end');
  return entries;
}

function unpack(zip: Buffer, { name, method, checksum, packedSize, size, localOffset }: Entry): Uint8Array {
  ensure(zip.readUInt16LE(localOffset + 8) === method, `two methods for ${name}`);
  const start = localOffset + 30 + zip.readUInt16LE(localOffset + 26) + zip.readUInt16LE(localOffset + 28);
  const packed = zip.subarray(start, start + packedSize);
  ensure(packed.length === packedSize && (method === STORED || method === DEFLATED), `${name} cannot be unpacked`);
  // The limit is what the directory promises: a longer content throws.
  const content = method === STORED ? packed : inflated(packed, size, name);
  // A wrong checksum is certain: these are not the bytes that were packed.
  ensure(content.length === size && crc32(content) === checksum, `${name} is not what the directory says`, 'damaged');
  return content;
}

function inflated(packed: Uint8Array, size: number, name: string): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch {
    throw new PackageProblem('damaged', `package: ${name} cannot be unpacked`);
  }
}

/** Throws `PackageProblem` where the package is damaged, beyond its limits or not readable in one way only. */
export function readPackage(bytes: Uint8Array): Package {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries = directory(zip);
  ensure(!isBeyondLimits(entries.map(({ size }) => size)), 'beyond its limits', 'too-large');
  const names = entries.map(({ name }) => canonicalName(name));
  ensure(new Set(names).size === names.length, 'the same name twice');
  const isFolder = ({ name, size }: Entry): boolean => name.endsWith('/') && size === 0;
  return new Map(entries.filter((entry) => !isFolder(entry)).map((entry) => [entry.name, unpack(zip, entry)]));
}
