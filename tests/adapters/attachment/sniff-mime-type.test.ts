import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sniffMimeType } from '../../../src-main/adapters/attachment/sniff-mime-type.ts';
import { docxOf, odtOf, oleOf, pdfOfPages, zipOf } from './sample-files.ts';
import { workSeconds } from '../../support/work-seconds.ts';

const sniff = (content: Uint8Array | string, fileName = 'datei'): string =>
  sniffMimeType(typeof content === 'string' ? Buffer.from(content) : content, fileName);
const ooxml = (folder: string): Uint8Array => zipOf({ '[Content_Types].xml': '<Types/>', [`${folder}/x.xml`]: '' });
const odf = (kind: string): Uint8Array =>
  zipOf({ mimetype: `application/vnd.oasis.opendocument.${kind}`, 'content.xml': '' });
const riff = (kind: string): Uint8Array => Buffer.from(`RIFF\u0001\u0002\u0003\u0004${kind}VP8 `, 'latin1');
const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const ODF = 'application/vnd.oasis.opendocument.';

describe('the kind of a file by its content', () => {
  it.each([
    ['application/pdf', pdfOfPages([['x']])],
    ['application/pdf', `@PJL SET X\n%PDF-1.4\n`],
    ['image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])],
    ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['image/gif', 'GIF89a'],
    ['image/webp', riff('WEBP')],
    ['application/octet-stream', riff('WAVE')],
    ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    [
      'image/svg+xml',
      '\ufeff<?xml version="1.0"?>\n<!-- Wappen -->\n<!DOCTYPE svg PUBLIC "a" "b" [<!ENTITY c "d">]>\n<svg:svg>',
    ],
    ['text/html', '\n<!DOCTYPE html><svg/>'],
    ['text/html', '<!-- x --><html lang="de">'],
    ['application/xml', '<?xml version="1.0"?><rechnung/>'],
    ['application/rtf', '{\\rtf1 x}'],
    [`${OFFICE}spreadsheetml.sheet`, ooxml('xl')],
    [`${OFFICE}presentationml.presentation`, ooxml('ppt')],
    [`${ODF}text`, odtOf('')],
    [`${ODF}spreadsheet`, odf('spreadsheet')],
    ['application/zip', odf('<script>')],
    ['application/zip', zipOf({ 'a.docx': 'x', 'word/document.xml': 'x' })],
    ['application/zip', Buffer.from('PK\u0005\u0006'.padEnd(22, '\u0000'), 'latin1')],
    ['application/zip', 'PK\u0003\u0004 abgebrochen'],
    ['application/msword', oleOf(0x00020906)],
    ['application/vnd.ms-excel', oleOf(0x00020820)],
    ['application/vnd.ms-outlook', oleOf(0x00020d0b)],
    ['application/msword', oleOf(0, 'WordDocument')],
    ['application/vnd.ms-excel', oleOf(0, 'Workbook')],
    ['application/x-ole-storage', oleOf(0, 'EncryptedPackage')],
    ['application/x-ole-storage', oleOf(0).subarray(0, 20)],
    ['message/rfc822', 'Received: from a\r\n by b\r\nFrom: Eva <e@example.org>\r\nSubject: Plan\r\n\r\nText'],
    ['text/plain', 'Betreff: Plan\nDatum: heute\n\nText'],
    ['text/plain', Buffer.from('Größe 5 €', 'utf16le').length > 0 ? Buffer.from('\ufeffGröße', 'utf16le') : ''],
    ['text/plain', Buffer.from('Größe', 'latin1')],
    ['text/plain', `${'a'.repeat(65_535)}ä`],
    ['application/octet-stream', 'Text\u0000'],
    ['application/octet-stream', Buffer.from([0x4a, 0x81, 0x72])],
    ['application/octet-stream', ''],
  ])('is %s', (type, content) => {
    expect(sniff(content)).toBe(type);
  });

  it('is a DOCX whatever it is called', async () => {
    expect(sniff(await docxOf(), 'bild.png')).toBe(`${OFFICE}wordprocessingml.document`);
  });

  it('goes by the name where texts are alike, and only there', () => {
    expect(['a.csv', 'a.CSV', 'a.md', 'a.txt', 'a.exe', 'csv'].map((name) => sniff('A;B', name))).toEqual([
      'text/csv',
      'text/csv',
      'text/markdown',
      'text/plain',
      'text/plain',
      'text/plain',
    ]);
    expect(sniff('{\\rtf1', 'a.csv')).toBe('application/rtf');
  });

  it('is told at once for a large file that claims four billion entries', async () => {
    const file = Buffer.alloc(60_000_000);
    file.write('PK\u0003\u0004', 0, 'latin1');
    const end = file.length - 22;
    file.write('PK\u0005\u0006', end, 'latin1');
    file.writeUInt16LE(0xffff, end + 8);
    file.write('PK\u0006\u0007', end - 20, 'latin1');
    file.writeUInt32LE(1000, end - 12);
    file.write('PK\u0006\u0006', 1000, 'latin1');
    file.writeUInt32LE(0xffffffff, 1032);
    expect(await workSeconds(() => expect(sniff(file)).toBe('application/zip'))).toBeLessThan(1);
  });

  it('is a type for any bytes', () => {
    const starts = fc.constantFrom(
      '',
      'PK\u0003\u0004',
      '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
      '<',
      '<?xml',
      'GIF89a',
    );
    fc.assert(
      fc.property(starts, fc.uint8Array({ maxLength: 1200 }), (start, bytes) => {
        expect(sniff(Buffer.concat([Buffer.from(start, 'latin1'), bytes]))).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
      }),
      { numRuns: 500 },
    );
  });
});
