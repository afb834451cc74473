/** Files that look small and unpack to more than memory should take. */
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isInflated } from '../../../../src-main/adapters/formats/pdf/inflation-guard.ts';

const HUGE = deflateSync(Buffer.alloc(300 * 1024 * 1024));
const SMALL = deflateSync(Buffer.alloc(3 * 1024 * 1024));

function pdf(dictionary: string, data: Buffer): Uint8Array {
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj\n<< ${dictionary} /Length ${data.length} >>\nstream\n`, 'latin1'),
    data,
    Buffer.from('\nendstream\nendobj\n', 'latin1'),
  ]);
}
const hex = (data: Buffer): Buffer => Buffer.from(`${data.toString('hex')}>`, 'latin1');
function ascii85(data: Buffer): Buffer {
  const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
  let letters = '';
  for (let at = 0; at < padded.length; at += 4) {
    let value = padded.readUInt32BE(at);
    const digits: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      digits.unshift(String.fromCharCode(33 + (value % 85)));
      value = Math.floor(value / 85);
    }
    letters += digits.join('');
  }
  return Buffer.from(`${letters}~>`, 'latin1');
}

const STRUCTURE = '/Type /XRef /W [1 2 1]';
const HIDDEN: readonly [string, string, (data: Buffer) => Buffer][] = [
  ['packed', `${STRUCTURE} /Filter /FlateDecode`, (data) => data],
  ['packed, behind a long dictionary', `${STRUCTURE} ${' '.repeat(70_000)} /Filter /FlateDecode`, (data) => data],
  ['packed and written as hexadecimal digits', `${STRUCTURE} /Filter [/ASCIIHexDecode /FlateDecode]`, hex],
  ['packed and written in base 85', `${STRUCTURE} /Filter [/ASCII85Decode /FlateDecode]`, ascii85],
  ['packed, its filter spelled with #', `${STRUCTURE} /Filter [/ASCII#48exDecode /FlateDecode]`, hex],
];

describe.each(HIDDEN)('structure that is %s', (_, dictionary, written) => {
  it('is refused when it is too large, and only then', () => {
    expect(isInflated(pdf(dictionary, written(HUGE)))).toBe(true);
    expect(isInflated(pdf(dictionary, written(SMALL)))).toBe(false);
  });
});

it('lets large pictures pass, whatever stands in the names around them', () => {
  const picture = Buffer.alloc(20 * 1024 * 1024, Buffer.from([0xff, 0xd8, 0x00, 0x9c]));
  expect(isInflated(pdf('/Name /A#20B /W [1 2] /Filter /DCTDecode', picture))).toBe(false);
});
