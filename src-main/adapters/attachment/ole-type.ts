/** Kind of an old office file (OLE compound file, [MS-CFB]). */

/** Class of the root storage: first four bytes of its id, lower byte first. */
const CLASSES: readonly (readonly [number, string])[] = [
  [0x00020906, 'application/msword'],
  [0x00020820, 'application/vnd.ms-excel'],
  [0x00020810, 'application/vnd.ms-excel'],
  [0x64818d10, 'application/vnd.ms-powerpoint'],
  [0x00020d0b, 'application/vnd.ms-outlook'],
];
/** Where the class is left empty, the main stream tells; Word first, because it embeds the others most. */
const STREAMS: readonly (readonly [string, string])[] = [
  ['WordDocument', 'application/msword'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
];
const OLE_TYPE = 'application/x-ole-storage';

/** `application/x-ole-storage` for all others, an encrypted DOCX among them. */
export function oleType(bytes: Uint8Array): string {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 512) return OLE_TYPE;
  // §2.2: sector size as a power of two at 30, first sector of the directory at 48; its first entry is the root, class at 80 (§2.6.1).
  const shift = file.readUInt16LE(30) === 12 ? 12 : 9;
  const rootClass = (file.readUInt32LE(48) + 1) * 2 ** shift + 80;
  if (rootClass + 4 <= file.length) {
    const id = file.readUInt32LE(rootClass);
    const known = CLASSES.find(([start]) => start === id);
    if (known) return known[1];
  }
  return STREAMS.find(([name]) => file.includes(Buffer.from(name, 'utf16le')))?.[1] ?? OLE_TYPE;
}
