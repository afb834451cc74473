/** Refuses files whose structure unpacks to more than memory should take, before the reader unpacks it. */
import { inflateSync } from 'node:zlib';
import { Refusal } from '../../contract/errors.ts';

const LARGEST_STRUCTURE = 256 * 1024 * 1024;

/** Object and cross-reference streams are the ones the reader unpacks; a name written with # could be any. */
const STRUCTURE = /ObjStm|XRef|\/W\s*\[|#/;
/** Filters in a row multiply; a table of entries without width never ends. */
const HOSTILE = /LZW|RunLength|Fl(?:ate)?[^/]*\/\s*Fl|\/W\s*\[\s*0+\s+0+\s+0+\s*\]/;

function unpackedSize(bytes: Buffer, start: number, limit: number): number | 'too-large' | 'not-packed' {
  try {
    // Ends by itself where the packed data end.
    return inflateSync(bytes.subarray(start), { maxOutputLength: limit }).length;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'not-packed';
  }
}

/** Refuses with `document-damaged`. */
export function refuseInflated(pdf: Uint8Array, fileName: string): void {
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
    const dictionary = bytes.toString('latin1', Math.max(dictionaryFrom, at - 65_536), at);
    lookingLeft -= dictionary.length;
    if (lookingLeft < 0) throw new Refusal('document-damaged', { file: fileName });
    if (!STRUCTURE.test(dictionary)) continue;
    const own = dictionary.slice(Math.max(0, dictionary.lastIndexOf('obj')));
    if (HOSTILE.test(own)) throw new Refusal('document-damaged', { file: fileName });
    const lineEnd = bytes[at + 6] === 0x0d ? 2 : 1;
    const size = unpackedSize(bytes, at + 6 + lineEnd, left);
    if (size === 'too-large') throw new Refusal('document-damaged', { file: fileName });
    if (size !== 'not-packed') left = Math.max(1, left - size);
  }
}
