/** Finds files whose structure unpacks to more than memory should take, before the reader unpacks it. */
import { inflateSync } from 'node:zlib';
import { Refusal } from '../../../contract/shared/errors.ts';
import { archiveLimits, documentKinds } from '../../../contract/import/texts-de.ts';

const LARGEST_STRUCTURE = 256 * 1024 * 1024;

/** Object and cross-reference streams are the ones the reader unpacks; a name written with # could be any. */
const STRUCTURE = /ObjStm|XRef|\/W\s*\[|#/;
/** A table of entries without width never ends; these filters are not looked beneath. */
const HOSTILE = /LZW|RunLength|\/W\s*\[\s*0+\s+0+\s+0+\s*\]/;

/** Filters in a row multiply. */
function packsTwice(dictionary: string): boolean {
  const names = dictionary.split('/');
  return names.some((name, index) => name.includes('Fl') && /^\s*Fl/.test(names[index + 1] ?? ''));
}

/** Filters that write bytes as letters (ISO 32000-2, 7.4.2 and 7.4.3); packed data may lie beneath. */
const AS_LETTERS = /\/A(?:SCII)?(?:Hex|85|Hx)|#/;
const LETTERS = /^[\s!-~]*$/;
const LOOKED_AT = 4096;

function fromHex(letters: string): Buffer {
  return Buffer.from((letters.split('>')[0] ?? '').replace(/\s+/g, ''), 'hex');
}

function from85(letters: string): Buffer {
  const digits = (letters.split('~')[0] ?? '').replace(/\s+/g, '').replaceAll('z', '!!!!!');
  const bytes = Buffer.alloc(Math.ceil(digits.length / 5) * 4);
  for (let at = 0, to = 0; at < digits.length; at += 5, to += 4) {
    let value = 0;
    for (let place = 0; place < 5; place += 1)
      value = value * 85 + ((at + place < digits.length ? digits.charCodeAt(at + place) : 117) - 33);
    bytes.writeUInt32BE(Math.max(0, value) % 2 ** 32, to);
  }
  return bytes;
}

type Size = number | 'too-large' | 'not-packed';

function unpackedSize(packed: Buffer, limit: number): Size {
  try {
    // Ends by itself where the packed data end.
    return inflateSync(packed, { maxOutputLength: limit }).length;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'not-packed';
  }
}

function sizeBeneathLetters(letters: string, limit: number): Size {
  if (!LETTERS.test(letters.slice(0, LOOKED_AT))) return 'not-packed';
  for (const read of [fromHex, from85]) {
    const size = unpackedSize(read(letters), limit);
    if (size !== 'not-packed') return size;
  }
  return 'not-packed';
}

type Inflation = 'too-large' | 'not-measurable';

/** What speaks against unpacking its structure; null when nothing does. */
function inflationOf(pdf: Uint8Array): Inflation | null {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  let left = LARGEST_STRUCTURE;
  let dictionaryFrom = 0;
  // An honest file is read about once; one that says "stream" everywhere would be read for ever.
  let lookingLeft = 16 * bytes.length + 64 * 1024 * 1024;
  for (let at = bytes.indexOf('stream'); at !== -1; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.toString('latin1', at - 3, at) === 'end') {
      dictionaryFrom = at + 6;
      continue;
    }
    const dictionary = bytes.toString('latin1', dictionaryFrom, at);
    lookingLeft -= dictionary.length;
    if (lookingLeft < 0) return 'not-measurable';
    if (!STRUCTURE.test(dictionary)) continue;
    const own = dictionary.slice(Math.max(0, dictionary.lastIndexOf('obj')));
    if (HOSTILE.test(own) || packsTwice(own)) return 'not-measurable';
    const lineEnd = bytes[at + 6] === 0x0d ? 2 : 1;
    const start = at + 6 + lineEnd;
    const plain = unpackedSize(bytes.subarray(start), left);
    let size = plain;
    if (plain === 'not-packed' && AS_LETTERS.test(dictionary)) {
      const end = bytes.indexOf('endstream', start);
      const letters = bytes.subarray(start, end === -1 ? bytes.length : end);
      lookingLeft -= letters.length;
      if (lookingLeft < 0) return 'not-measurable';
      size = sizeBeneathLetters(letters.toString('latin1'), left);
    }
    if (size === 'too-large') return 'too-large';
    if (size !== 'not-packed') left = Math.max(1, left - size);
  }
  return null;
}

/** Whether its structure unpacks to more than memory should take, or cannot be measured at all. */
export const isInflated = (pdf: Uint8Array): boolean => inflationOf(pdf) !== null;

/** Refuses with `contents-too-large` where it is measured, with `document-unreadable` where it cannot be. */
export function requireMeasured(pdf: Uint8Array, file: string): void {
  const inflation = inflationOf(pdf);
  if (inflation === null) return;
  if (inflation === 'not-measurable') throw new Refusal('document-unreadable', { file, format: documentKinds.pdf });
  const limit = archiveLimits.unpacked(LARGEST_STRUCTURE / 1024 / 1024);
  throw new Refusal('contents-too-large', { file, found: archiveLimits.more(limit), limit });
}
