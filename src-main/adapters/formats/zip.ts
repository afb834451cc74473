/**
 * ZIP archives from strangers (PKWARE APPNOTE 6.3). The directory is judged before a single entry is unpacked, an entry never becomes larger
 * than the directory says, and its checksum counts. Archives inside the archive stay closed.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { isBeyondLimits, MOST_ARCHIVE_ENTRIES } from './archive-limits.ts';

export type ArchiveReason =
  /** More entries than anybody packs, or they unpack to too much. */
  | 'too-large'
  /** A password is needed. */
  | 'encrypted'
  /** Packed in a way that is not known here, or in several volumes: no damage. */
  | 'method'
  /** These are certainly not the bytes that were packed, or the directory is no directory. */
  | 'damaged';

export class ArchiveProblem extends Error {
  readonly reason: ArchiveReason;
  /** Sizes in bytes as the directory promises them, as far as it was read. */
  readonly sizes: readonly number[];

  constructor(reason: ArchiveReason, why: string, sizes: readonly number[] = []) {
    super(`archive: ${why}`);
    this.name = 'ArchiveProblem';
    this.reason = reason;
    this.sizes = sizes;
  }
}

export interface ArchiveEntry {
  /** As the directory spells it. */
  readonly name: string;
  readonly isFolder: boolean;
  /** Unpacked, in bytes, as the directory promises. */
  readonly size: number;
}

export interface Archive {
  readonly entries: readonly ArchiveEntry[];
  /** What two programs could read differently, in a few words; null where there is one reading only. */
  readonly ambiguity: string | null;
  /** Its content. @throws ArchiveProblem */
  read(entry: ArchiveEntry): Uint8Array;
  /** Content of the last entry of this name, which is the one that most programs show; undefined without one. @throws ArchiveProblem */
  part(name: string): Uint8Array | undefined;
}

interface PackedEntry extends ArchiveEntry {
  readonly flags: number;
  readonly method: number;
  readonly checksum: number;
  readonly packedSize: number;
  readonly localOffset: number;
}

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const WIDE_LOCATOR = 0x07064b50;
const WIDE_END = 0x06064b50;
const END_LENGTH = 22;
const WIDE_LOCATOR_LENGTH = 20;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED_FLAG = 1;
const UTF8_FLAG = 0x800;
const WIDE = 0xffffffff;
const WIDE_EXTRA = 1;

interface DirectoryPlace {
  readonly start: number;
  readonly end: number;
  readonly count: number;
  readonly hasComment: boolean;
  readonly isInVolumes: boolean;
}

/** Above 2^53 nothing is a place in a file that is held in memory. */
const wide = (zip: Buffer, at: number): number => Number(zip.readBigUInt64LE(at));

function endAt(zip: Buffer): number {
  const first = Math.max(0, zip.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = zip.length - END_LENGTH; at >= first; at -= 1) if (zip.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  throw new ArchiveProblem('damaged', 'no end of the directory');
}

function findDirectory(zip: Buffer): DirectoryPlace {
  const end = endAt(zip);
  const plain: DirectoryPlace = {
    start: zip.readUInt32LE(end + 16),
    end,
    count: zip.readUInt16LE(end + 10),
    hasComment: zip.readUInt16LE(end + 20) !== 0 || end + END_LENGTH !== zip.length,
    isInVolumes: zip.readUInt16LE(end + 8) !== zip.readUInt16LE(end + 10),
  };
  const locator = end - WIDE_LOCATOR_LENGTH;
  if (locator < 0 || zip.readUInt32LE(locator) !== WIDE_LOCATOR) return plain;
  const wideEnd = wide(zip, locator + 8);
  if (zip.readUInt32LE(wideEnd) !== WIDE_END) throw new ArchiveProblem('damaged', 'no wide end of the directory');
  return { ...plain, end: wideEnd, count: wide(zip, wideEnd + 32), start: wide(zip, wideEnd + 48), isInVolumes: false };
}

/** Sizes and place that do not fit into 32 bits stand in an extra field, in this order (4.5.3). */
function wideValues(zip: Buffer, at: number, length: number, values: readonly number[]): number[] {
  if (!values.includes(WIDE)) return [...values];
  for (let field = at; field + 4 <= at + length; field += 4 + zip.readUInt16LE(field + 2)) {
    if (zip.readUInt16LE(field) !== WIDE_EXTRA) continue;
    let next = field + 4;
    return values.map((value) => {
      if (value !== WIDE) return value;
      next += 8;
      return wide(zip, next - 8);
    });
  }
  return [...values];
}

function readEntry(
  zip: Buffer,
  at: number,
): { readonly entry: PackedEntry; readonly next: number; readonly comment: boolean } {
  if (zip.readUInt32LE(at) !== DIRECTORY_HEADER) throw new ArchiveProblem('damaged', 'no entry where one is announced');
  const flags = zip.readUInt16LE(at + 8);
  const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
  const extraLength = zip.readUInt16LE(at + 30);
  const commentLength = zip.readUInt16LE(at + 32);
  const stated = [zip.readUInt32LE(at + 24), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
  const [size = 0, packedSize = 0, localOffset = 0] = wideValues(zip, nameEnd, extraLength, stated);
  const method = zip.readUInt16LE(at + 10);
  const name = zip.toString((flags & UTF8_FLAG) !== 0 ? 'utf8' : 'latin1', at + 46, nameEnd);
  const entry: PackedEntry = {
    name,
    isFolder: name.endsWith('/') && size === 0,
    // What is only stored is as large as its packed size says, whatever it claims to become.
    size: method === STORED ? Math.max(size, packedSize) : size,
    flags,
    method,
    checksum: zip.readUInt32LE(at + 16),
    packedSize,
    localOffset,
  };
  return { entry, next: nameEnd + extraLength + commentLength, comment: commentLength > 0 };
}

interface Directory {
  readonly entries: readonly PackedEntry[];
  readonly ambiguity: string | null;
  /** Why the list ends before its end; null where it is whole. */
  readonly problem: ArchiveProblem | null;
}

function readDirectory(zip: Buffer): Directory {
  const entries: PackedEntry[] = [];
  const sizes = (): number[] => entries.map(({ size }) => size);
  let ambiguity: string | null = null;
  try {
    const { start, end, count, hasComment, isInVolumes } = findDirectory(zip);
    if (isInVolumes) throw new ArchiveProblem('method', 'in several volumes');
    // A comment could hold a second archive, which other readers would take for the file.
    if (hasComment) ambiguity = 'something behind the directory';
    let at = start;
    for (let index = 0; index < count; index += 1) {
      // An archive can claim four billion entries.
      if (entries.length > MOST_ARCHIVE_ENTRIES) throw new ArchiveProblem('too-large', 'too many entries', sizes());
      const { entry, next, comment } = readEntry(zip, at);
      entries.push(entry);
      if (comment) ambiguity ??= 'a comment on an entry';
      at = next;
    }
    if (at !== end) ambiguity ??= 'something between the directory and its end';
    return { entries, ambiguity, problem: null };
  } catch (cause) {
    const problem = cause instanceof ArchiveProblem ? cause : new ArchiveProblem('damaged', 'beyond its end');
    return { entries, ambiguity, problem };
  }
}

/** Where the content begins, once its own header agrees with the directory. */
function contentAt(
  zip: Buffer,
  { name, flags, localOffset }: PackedEntry,
): { readonly at: number; readonly differs: string | null } {
  if (localOffset + 30 > zip.length || zip.readUInt32LE(localOffset) !== LOCAL_HEADER)
    throw new ArchiveProblem('damaged', `${name} without content`);
  const nameEnd = localOffset + 30 + zip.readUInt16LE(localOffset + 26);
  const localName = zip.toString((flags & UTF8_FLAG) !== 0 ? 'utf8' : 'latin1', localOffset + 30, nameEnd);
  return {
    at: nameEnd + zip.readUInt16LE(localOffset + 28),
    differs: localName === name ? null : 'two names for one entry',
  };
}

function inflated(packed: Uint8Array, size: number, name: string): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch {
    throw new ArchiveProblem('damaged', `${name} cannot be unpacked`);
  }
}

function unpack(zip: Buffer, entry: PackedEntry): Uint8Array {
  const { name, flags, method, checksum, packedSize, size } = entry;
  if ((flags & ENCRYPTED_FLAG) !== 0) throw new ArchiveProblem('encrypted', name);
  if (method !== STORED && method !== DEFLATED) throw new ArchiveProblem('method', `${name} by method ${method}`);
  const { at } = contentAt(zip, entry);
  if ((zip.readUInt16LE(entry.localOffset + 6) & ENCRYPTED_FLAG) !== 0) throw new ArchiveProblem('encrypted', name);
  const packed = zip.subarray(at, at + packedSize);
  if (packed.length !== packedSize) throw new ArchiveProblem('damaged', `${name} ends before its end`);
  const content = method === STORED ? packed : inflated(packed, size, name);
  if (content.length !== size || crc32(content) !== checksum)
    throw new ArchiveProblem('damaged', `${name} is not what the directory says`);
  return content;
}

function contradiction(zip: Buffer, entries: readonly PackedEntry[]): string | null {
  for (const entry of entries) {
    const { differs } = contentAt(zip, entry);
    if (differs !== null) return differs;
    if (zip.readUInt16LE(entry.localOffset + 8) !== entry.method) return `two methods for ${entry.name}`;
  }
  return null;
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);

/** Names of the entries as far as the directory can be read, at most `MOST_ARCHIVE_ENTRIES`; throws nothing. */
export const archiveNames = (bytes: Uint8Array): string[] =>
  readDirectory(asBuffer(bytes)).entries.map(({ name }) => name);

/** Unpacks nothing yet. @throws ArchiveProblem where it is none, is damaged, or goes beyond the limits. */
export function openArchive(bytes: Uint8Array): Archive {
  const zip = asBuffer(bytes);
  const { entries, ambiguity, problem } = readDirectory(zip);
  if (problem) throw problem;
  const sizes = entries.map(({ size }) => size);
  if (isBeyondLimits(sizes)) throw new ArchiveProblem('too-large', 'beyond its limits', sizes);
  const packed = new Map<ArchiveEntry, PackedEntry>(entries.map((entry) => [entry, entry]));
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const read = (entry: ArchiveEntry): Uint8Array => {
    const own = packed.get(entry);
    if (!own) throw new Error(`an entry of another archive: ${entry.name}`);
    return unpack(zip, own);
  };
  return {
    entries,
    get ambiguity() {
      return ambiguity ?? contradiction(zip, entries);
    },
    read,
    part: (name) => {
      const entry = byName.get(name);
      return entry && read(entry);
    },
  };
}
