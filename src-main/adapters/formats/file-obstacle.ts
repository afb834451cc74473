/** What keeps a file from being read that is otherwise of a known kind: a password, bytes before its beginning, a missing end. */

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ARCHIVE = Buffer.from('PK');
/** Office programs keep a document with a password as a stream of this name inside an old container ([MS-OFFCRYPTO], 2.3.4.4). */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
const ENTRY = Buffer.from('PK\u0003\u0004');
const DIRECTORY_END = Buffer.from('PK\u0005\u0006');
const MOST_NAMES = 2000;
const HEAD = '%PDF-';
/** The beginning of an object, or of the place of its references. */
const OBJECT = /[\r\n]\d{1,10} \d{1,5} obj\b|[\r\n]startxref[\r\n]/;
/** The last line of a PDF stands so near its end. */
const END_WITHIN = 1024;

export const isEncryptedPackage = (bytes: Uint8Array): boolean =>
  asBuffer(bytes).subarray(0, OLE.length).equals(OLE) && asBuffer(bytes).includes(ENCRYPTED);

/**
 * Whether a PDF begins at this place, whole or not: the mark alone may stand in somebody's sentence. Behind it stands a version and the end of
 * the line or of the file, or an object follows.
 */
export function isPdfFrom(bytes: Uint8Array, at: number): boolean {
  const file = asBuffer(bytes);
  if (!file.subarray(at, at + HEAD.length).equals(Buffer.from(HEAD))) return false;
  return (
    /^%PDF-\d\.\d(?:[\r\n]|$)/.test(file.toString('latin1', at, at + 9)) || OBJECT.test(file.toString('latin1', at))
  );
}

/** Where the mark alone is there, the name says whether it is a broken PDF or a sentence. */
export const isNamedPdf = (fileName: string): boolean => /\.pdf$/i.test(fileName);

/** At the beginning of a line, or behind a byte order mark, and objects follow at once: a broken PDF, and no sentence about one. */
function beginsOnItsLine(file: Buffer, at: number): boolean {
  const before = file.toString('latin1', Math.max(0, at - 3), at);
  return (
    /(?:[\r\n]|^\u00ef\u00bb\u00bf)$/.test(before) &&
    /^%PDF-\d\.\d\s+(?:%[^\r\n]*\s+)?\d{1,10} \d{1,5} obj\b/.test(file.toString('latin1', at, at + 200))
  );
}

/**
 * Where the PDF begins behind other bytes, however many: mail gateways and print servers write before it. Null when it begins at once, or
 * when this is no PDF but holds one, or speaks of one.
 */
export function displacedHead(bytes: Uint8Array): number | null {
  const file = asBuffer(bytes);
  if ([OLE, ARCHIVE].some((mark) => file.subarray(0, mark.length).equals(mark))) return null;
  const at = file.indexOf(HEAD);
  if (at <= 0 || !/^%PDF-\d\.\d\s/.test(file.toString('latin1', at, at + 9))) return null;
  const isWhole = file.subarray(-END_WITHIN).includes('%%EOF') && file.lastIndexOf('startxref') > at;
  return isWhole || beginsOnItsLine(file, at) ? at : null;
}

/** An archive that ends before its directory: what kind of file it was, by the names in it; null for every other file. */
export function brokenOffArchive(bytes: Uint8Array): 'word' | 'office' | 'archive' | null {
  const file = asBuffer(bytes);
  if (!file.subarray(0, ENTRY.length).equals(ENTRY) || hasDirectory(file)) return null;
  const names = entryNames(file);
  if (names.some((name) => name.startsWith('word/'))) return 'word';
  return names.some((name) => name === '[Content_Types].xml' || name === '_rels/.rels') ? 'office' : 'archive';
}

/** The end of the directory, whole with the comment it announces (APPNOTE 4.3.16). */
function hasDirectory(file: Buffer): boolean {
  const at = file.lastIndexOf(DIRECTORY_END);
  return at !== -1 && at + 22 <= file.length && at + 22 + file.readUInt16LE(at + 20) <= file.length;
}

/** As they stand before each entry (APPNOTE 4.3.7). */
function entryNames(file: Buffer): string[] {
  const names: string[] = [];
  for (let at = 0; at !== -1 && at + 30 <= file.length && names.length < MOST_NAMES; at = file.indexOf(ENTRY, at + 1))
    names.push(file.toString('latin1', at + 30, at + 30 + file.readUInt16LE(at + 26)));
  return names;
}

/** Null where nothing of the kind is in the way. */
export function fileObstacle(bytes: Uint8Array): 'encrypted' | 'head-displaced' | 'incomplete' | null {
  if (isEncryptedPackage(bytes)) return 'encrypted';
  const brokenOff = brokenOffArchive(bytes);
  if (brokenOff === 'word' || brokenOff === 'office') return 'incomplete';
  return displacedHead(bytes) === null ? null : 'head-displaced';
}
