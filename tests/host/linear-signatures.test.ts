/** What reads signed files and certificates of strangers takes twice the time for twice the file, whatever the file repeats. */
import { afterAll, beforeAll, describe, it } from 'vitest';
import { pdfText } from '../../src-main/adapters/attachment/pdf-text.ts';
import { readCertificate } from '../../src-main/adapters/formats/certificate.ts';
import { createDocxSigner } from '../../src-main/adapters/signing/ooxml/docx-signer.ts';
import { openPdf } from '../../src-main/adapters/formats/pdf/open-pdf.ts';
import { verifyPdf } from '../../src-main/adapters/signing/pdf/verify-pdf.ts';
import { editPackage, sampleDocx } from '../support/docx-packages.ts';
import { expectLinear, orRefused } from '../support/linear.ts';
import { pdfSigner, request } from '../support/signed-pdf.ts';
import { testAuthority } from '../support/signing-keys.ts';
import { lastSize, pageWith, streamOf, writtenPdf } from '../support/written-pdf.ts';

const authority = testAuthority();
let signedPdf: Uint8Array;
let signedDocx: Uint8Array;
let certificate: Uint8Array;
const docxSigner = createDocxSigner();
beforeAll(async () => {
  const { key, certificate: own } = authority.make('rsa', 'Jörg Müller');
  certificate = own;
  signedPdf = await pdfSigner.sign(pageWith('/MediaBox[0 0 595 842]'), request(key));
  signedDocx = await docxSigner.sign(await sampleDocx(), { key, at: '2026-03-01T10:00:00.000Z', reason: '' });
});
afterAll(() => authority.remove());

const LIMIT_MS = 120_000;
const never = (): boolean => false;
const each = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join('');
type Make = (count: number) => Uint8Array;
type Case = readonly [name: string, size: number, make: Make];

/** A page whose content is this, with Helvetica as F. */
const shown = (content: string): Uint8Array =>
  writtenPdf(
    {
      1: '<</Type/Catalog/Pages 2 0 R>>',
      2: '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
      4: streamOf(content),
      5: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    },
    { trailer: '/Root 1 0 R' },
  );
const objects = (count: number): Record<number, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [10 + index, `<</A ${index}>>`]));
const withObjects = (count: number): Uint8Array =>
  writtenPdf(
    { 1: '<</Type/Catalog/Pages 2 0 R>>', 2: '<</Type/Pages/Kids[]/Count 0>>', ...objects(count) },
    { trailer: '/Root 1 0 R' },
  );

it.each<Case>([
  ['shown words', 4000, (n) => shown(`BT /F 9 Tf ${each(n, (i) => `1 0 0 1 50 ${i} Tm (Wort) Tj `)}ET`)],
  ['glyphs in one word', 40_000, (n) => shown(`BT /F 9 Tf (${'x'.repeat(n)}) Tj ET`)],
])('the words of a PDF of many %s are read in linear time', { timeout: LIMIT_MS }, (_, size, make) =>
  expectLinear(size, make, (file) => pdfText(file, never)),
);

const PDFS: readonly Case[] = [
  ['objects', 8000, withObjects],
  ['entries in one dictionary', 20_000, (n) => pageWith(each(n, (i) => `/K${i} ${i}`))],
  ['blanks', 400_000, (n) => pageWith(' '.repeat(n))],
  ['names with escapes', 20_000, (n) => pageWith(`/A[${'/a#20'.repeat(n)}]`)],
  ['brackets in a string', 100_000, (n) => pageWith(`/A(${'('.repeat(n)}${')'.repeat(n)})`)],
];
describe.each(PDFS)('a PDF of many %s', (_, size, make) => {
  it('is opened in linear time', { timeout: LIMIT_MS }, () =>
    expectLinear(
      size,
      make,
      orRefused((file) => openPdf(file, 'a.pdf')),
    ),
  );
  it('is verified in linear time', { timeout: LIMIT_MS }, () => expectLinear(size, make, verifyPdf));
});

/** Behind a signature. */
const appendedTo = (count: (n: number) => Record<number, string>) => (n: number) =>
  writtenPdf(count(n), { before: signedPdf, trailer: '/Root 1 0 R' });
const numbered = (n: number, value: (index: number) => string): Record<number, string> =>
  Object.fromEntries(Array.from({ length: n }, (_, index) => [lastSize(signedPdf) + index, value(index)]));
it.each<Case>([
  ['objects', 4000, appendedTo((n) => numbered(n, (index) => `<</A ${index}>>`))],
  [
    'packed objects',
    4000,
    (n) => {
      const packed = numbered(n, (index) => `<</A ${index}>>`);
      return writtenPdf(packed, { before: signedPdf, trailer: '/Root 1 0 R', packed: Object.keys(packed).map(Number) });
    },
  ],
  ['bytes', 400_000, appendedTo((n) => numbered(1, () => streamOf('x'.repeat(n))))],
  ['digits that look like heads', 100_000, appendedTo((n) => numbered(1, () => streamOf('1 '.repeat(n))))],
  ['blanks in a value', 400_000, appendedTo((n) => numbered(1, () => `[${' '.repeat(n)}]`))],
  ['comments', 50_000, appendedTo((n) => numbered(1, () => `[${'%\n'.repeat(n)}]`))],
  ['blanks behind it', 400_000, (n) => new Uint8Array(Buffer.concat([signedPdf, Buffer.alloc(n, ' ')]))],
  [
    'byte ranges that nobody signed',
    2000,
    (n) => new Uint8Array(Buffer.concat([signedPdf, Buffer.from('/ByteRange[0 1 2 3]'.repeat(n))])),
  ],
])('a signed PDF with an update of many %s is verified in linear time', { timeout: LIMIT_MS }, (_, size, make) =>
  expectLinear(size, make, verifyPdf),
);

const inDocument = (content: string): Uint8Array =>
  editPackage(signedDocx, { 'word/document.xml': (xml) => xml.replace('<w:body>', `<w:body>${content}`) });
it.each<Case>([
  ['paragraphs', 4000, (n) => inDocument('<w:p/>'.repeat(n))],
  ['blanks', 400_000, (n) => inDocument(`<w:p>${' '.repeat(n)}</w:p>`)],
  ['fields', 4000, (n) => inDocument('<w:p><w:fldSimple w:instr="PAGE"/></w:p>'.repeat(n))],
  ['open tags', 100_000, (n) => inDocument('<w:p '.repeat(n))],
  [
    'character references',
    40_000,
    (n) => inDocument(`<w:p><w:r><w:instrText>${'&#88;'.repeat(n)}</w:instrText></w:r></w:p>`),
  ],
  [
    'relationships',
    900,
    (n) =>
      editPackage(signedDocx, {
        '_rels/.rels': (xml) =>
          xml.replace(
            '</Relationships>',
            `${each(n, (i) => `<Relationship Id="n${i}" Type="urn:x" Target="x${i}.xml"/>`)}</Relationships>`,
          ),
      }),
  ],
  [
    'content types',
    2000,
    (n) =>
      editPackage(signedDocx, {
        '[Content_Types].xml': (xml) =>
          xml.replace('</Types>', `${each(n, (i) => `<Override PartName="/x${i}.xml" ContentType="a/b"/>`)}</Types>`),
      }),
  ],
])('a signed DOCX of many %s is verified in linear time', { timeout: LIMIT_MS }, (_, size, make) =>
  expectLinear(size, make, (file) => docxSigner.verify(file, 'a.docx')),
);

const der = (tag: number, content: Uint8Array): Buffer => {
  const length = Buffer.alloc(5);
  length.writeUInt8(0x84);
  length.writeUInt32BE(content.length, 1);
  return Buffer.concat([Buffer.of(tag), length, content]);
};
/** Sequences in sequences, or beside each other, where a certificate is expected. */
it.each<Case>([
  ['elements', 8000, (n) => der(0x30, Buffer.from('0500'.repeat(n), 'hex'))],
  ['levels', 400, (n) => Array.from({ length: n }).reduce<Buffer>((inner) => der(0x30, inner), Buffer.alloc(0))],
  ['bytes of one number', 400_000, (n) => der(0x30, der(0x02, Buffer.alloc(n, 1)))],
  ['bytes behind it', 400_000, (n) => Buffer.concat([certificate, Buffer.alloc(n)])],
  [
    'names',
    2000,
    (n) =>
      der(
        0x30,
        der(0x30, Buffer.concat(Array.from({ length: n }, () => Buffer.from('310d300b06035504030c0478787878', 'hex')))),
      ),
  ],
])('a certificate of many %s is read in linear time', { timeout: LIMIT_MS }, (_, size, make) =>
  expectLinear(size, make, (bytes) => {
    try {
      readCertificate(bytes);
    } catch {
      // What is none is refused; how long that takes is asked here.
    }
  }),
);
