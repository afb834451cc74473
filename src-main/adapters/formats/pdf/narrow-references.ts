/**
 * The library reads fields of cross-reference streams of up to six bytes (@libpdf/core 0.4.2); some writers give each place eight. For such
 * a file our own reader finds the places, and the library is given a copy with one stream of cross-references more, behind everything else.
 */
import { contentEnd, startOfReferences } from './appended-updates.ts';
import { ensure, integerAt, type Entry, type Section } from './cross-references.ts';
import { isDict, isRef, type Value } from './pdf-value.ts';
import { readReferences } from './signed-revision.ts';

const WIDTHS = /\/W\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s*\]/g;
const WIDEST_READ = 6;

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** What a trailer says of the file itself; throws for what it does not hold as a rule. */
function written(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(written).join(' ')}]`;
  if (isRef(value)) return `${value.ref} ${value.generation} R`;
  ensure(typeof value === 'object' && value !== null && 'text' in value, 'an unusual trailer');
  return `<${Buffer.from(value.text, 'latin1').toString('hex')}>`;
}

function row(entry: Entry): Buffer {
  const data = Buffer.alloc(9);
  const [kind, place, third] =
    entry.kind === 'plain' ? [1, entry.offset, entry.generation] : [2, entry.container, entry.index];
  data.writeUIntBE(kind, 0, 1);
  data.writeUIntBE(place, 1, 6);
  data.writeUIntBE(third, 7, 2);
  return data;
}

function asStream({ entries, trailer }: Section): Buffer {
  const ordered = [...entries].sort(([a], [b]) => a - b);
  const data = Buffer.concat(ordered.map(([, entry]) => row(entry)));
  const size = integerAt(trailer, 'Size');
  const said = ['Root', 'Info', 'ID', 'Encrypt'].flatMap((key) => {
    const value = trailer.dict.get(key);
    return value === undefined || isDict(value) ? [] : [`/${key} ${written(value)}`];
  });
  ensure(!isDict(trailer.dict.get('Encrypt')), 'an unusual trailer');
  const index = ordered.map(([number]) => `${number} 1`).join(' ');
  const head = `${size} 0 obj\n<</Type/XRef/W[1 6 2]/Index[${index}]/Size ${size} ${said.join(' ')}/Length ${data.length}>>\nstream\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), data, Buffer.from('\nendstream\nendobj\n', 'latin1')]);
}

/** Throws where the file does not end by saying where they stand. */
export const lastReferences = (file: Uint8Array): number => {
  const end = contentEnd(file);
  return startOfReferences(latin1(file.subarray(Math.max(0, end - 64), end)), Math.min(end, 64));
};

/** Null where no field is wider than the library reads, or where our own reader does not follow either. Objects stay at their places. */
export function withNarrowReferences(file: Uint8Array): Uint8Array | null {
  const text = latin1(file);
  const isWide = [...text.matchAll(WIDTHS)].some((found) =>
    found.slice(1).some((width) => Number(width) > WIDEST_READ),
  );
  if (!isWide) return null;
  try {
    const stream = asStream(readReferences(text, contentEnd(file)));
    const tail = `startxref\n${file.length + 1}\n%%EOF\n`;
    return new Uint8Array(Buffer.concat([file, Buffer.from('\n'), stream, Buffer.from(tail, 'latin1')]));
  } catch {
    return null;
  }
}
