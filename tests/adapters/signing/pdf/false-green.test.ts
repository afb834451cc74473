/**
 * Updates that look harmless to one reader and show another page in the next one. Each begins as an update that really is harmless and is
 * then bent in one way; the signature before it must not be called unchanged any more.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FoundSignature } from '../../../../src-main/core/ports/signature-ports.ts';
import { pdfSigner, request } from '../../../support/signed-pdf.ts';
import { testAuthority, type TestKey } from '../../../support/signing-keys.ts';
import {
  catalogWith,
  lastReferences,
  lastSize,
  latin1,
  pageWith,
  streamOf,
  textOfFile,
  writtenPdf,
  type Writing,
} from '../../../support/written-pdf.ts';

const authority = testAuthority();
const PAGE = '/MediaBox[0 0 595 842]';
const ROOT = '/Root 1 0 R';
let rsa: TestKey;
let signed: Uint8Array;
let free: number;
beforeAll(async () => {
  rsa = authority.make('rsa', 'Jörg Müller');
  signed = await pdfSigner.sign(pageWith(PAGE), request(rsa.key));
  free = lastSize(signed);
});
afterAll(() => authority.remove());

const first = async (file: Uint8Array): Promise<FoundSignature | undefined> =>
  (await pdfSigner.verify(file, 'a.pdf')).signatures[0];
const HARMLESS = { valid: true, coversWholeFile: false, later: { isHarmless: true } };
const NOT_HARMLESS = { valid: true, coversWholeFile: false, later: { isHarmless: false } };

type Objects = Readonly<Record<number, string>>;
/** Only the validation data lead to these objects; nothing leads to those in `also`. */
const update = (objects: Objects, more: Partial<Writing> & { readonly also?: Objects } = {}): Uint8Array => {
  const { before = signed, also = {}, ...rest } = more;
  const isStream = (number: string): boolean => objects[Number(number)]?.includes('stream') === true;
  const numbers = Object.keys(objects);
  const catalog = catalogWith(
    before,
    numbers.filter(isStream),
    numbers.filter((number) => !isStream(number)),
  );
  return writtenPdf({ 1: catalog, ...objects, ...also }, { trailer: ROOT, ...rest, before });
};
const quiet = (more: Partial<Writing> = {}): Uint8Array =>
  update({ [free]: '<<>>', [free + 1]: '<</Type/VRI>>' }, more);
/** The update's text changed; nothing may move that stands before its cross-references. */
function bent(file: Uint8Array, change: (text: string) => string): Uint8Array {
  const text = textOfFile(file.subarray(signed.length));
  const after = change(text);
  expect(after).not.toBe(text);
  return new Uint8Array(Buffer.concat([signed, latin1(after)]));
}
const spaced = (count: number, sign = ' '): Buffer => latin1(sign.repeat(count));
const STREAM = { widths: [1, 4, 2] } as const;
const packed = (more: Partial<Writing> = {}): Uint8Array => quiet({ packed: [free], ...more });

const harmless: readonly (readonly [string, () => Uint8Array])[] = [
  ['with a table', () => quiet()],
  ['with a cross-reference stream', () => quiet(STREAM)],
  [
    'with predicted references',
    () => quiet({ ...STREAM, isPredicted: true, streamEntries: '/DecodeParms<</Predictor 12/Columns 7>>' }),
  ],
  ['with packed objects', () => packed()],
  ['and another one', () => update({ [free + 9]: '<<>>' }, { before: quiet() })],
  [
    'that leaves validation data of its own behind',
    () => update({ [free]: '<<>>' }, { also: { [free + 1]: '<</Type/VRI/Cert[3 0 R]>>' } }),
  ],
  ['with a stream', () => update({ [free]: streamOf('x y z') })],
];
it.each(harmless)('an update %s is harmless', async (_, make) => {
  expect(await first(make())).toMatchObject(HARMLESS);
});

/** The catalog with marks that the file uses something newer (ISO 32000-1, 7.12). */
const extended = (marks: string, objects: Objects = {}): Uint8Array => {
  const catalog = catalogWith(signed, []).replace(/>>$/, `/Extensions<<${marks}>>>>`);
  return writtenPdf({ 1: catalog, ...objects }, { trailer: ROOT, before: signed });
};
it('marks of a newer version are harmless', async () => {
  expect(await first(extended('/ADBE<</BaseVersion/1.7/ExtensionLevel 8>>'))).toMatchObject(HARMLESS);
  expect(await first(extended('/ISO_[<</BaseVersion/2.0/ExtensionLevel 32003/URL(x)>>]'))).toMatchObject(HARMLESS);
});

const PAGE_BESIDE = '<</Type/Page/MediaBox[0 0 9 9]>>';
it.each<[string, () => Uint8Array]>([
  ['marks of a newer version that lead to a stream', () => extended(`/X ${free} 0 R`, { [free]: streamOf('x') })],
  ['to a page', () => extended(`/X ${free} 0 R`, { [free]: PAGE_BESIDE })],
  ['to a page, from inside', () => extended(`/X<</URL ${free} 0 R>>`, { [free]: PAGE_BESIDE })],
  ['to what is there already', () => extended('/X 3 0 R')],
  ['that say something else', () => extended('/X<</Note(read me)>>')],
  [
    'validation data with a page in place of a certificate',
    () => update({ [free]: `<</Cert ${free + 1} 0 R>>` }, { also: { [free + 1]: PAGE_BESIDE } }),
  ],
  ['with a page as what was used', () => update({ [free]: PAGE_BESIDE })],
  ['with a file that is carried along', () => update({ [free]: streamOf('x', '/Type/EmbeddedFile') })],
  ['with a form to draw', () => update({ [free]: streamOf('x', '/Subtype/Form') })],
])('an update is not harmless that holds %s', async (_, make) => {
  expect(await first(make())).toMatchObject(NOT_HARMLESS);
});

it('what is written again as it was is no addition', async () => {
  const same = writtenPdf(
    { 1: catalogWith(signed, []).replace(/\/DSS<<.*?>>/s, '') },
    { trailer: ROOT, before: signed },
  );
  expect(await first(same)).toMatchObject({ ...HARMLESS, added: [] });
});

it.each<[string, () => Uint8Array]>([
  ['alone', () => writtenPdf({ [free]: '<<>>' }, { before: signed, trailer: ROOT })],
  [
    'beside validation data',
    () =>
      writtenPdf(
        { 1: catalogWith(signed, [String(free)]), [free]: '(x)', [free + 1]: '(y)' },
        { before: signed, trailer: ROOT },
      ),
  ],
  [
    'calling itself a stream of references',
    () => writtenPdf({ [free]: streamOf('x', '/Type/XRef') }, { before: signed, trailer: ROOT }),
  ],
])('an object that nothing leads to is not harmless, and named: %s', async (_, make) => {
  const found = await first(make());
  expect(found).toMatchObject(NOT_HARMLESS);
  expect(found?.added).toContain('other');
});

const bending: readonly (readonly [string, () => Uint8Array])[] = [
  ['white space without end behind it', () => new Uint8Array(Buffer.concat([quiet(), spaced(2000)]))],
  ['zeros without end behind it', () => new Uint8Array(Buffer.concat([quiet(), spaced(2000, '\0')]))],
  ['white space without end before it', () => quiet({ before: new Uint8Array(Buffer.concat([signed, spaced(2000)])) })],
  [
    'white space without end between two of them',
    () => update({ [free + 9]: '<<>>' }, { before: new Uint8Array(Buffer.concat([quiet(), spaced(2000)])) }),
  ],
  ['nothing but white space', () => new Uint8Array(Buffer.concat([signed, spaced(2000)]))],
  ['the place of the former references as a real number', () => quiet({ prev: `${lastReferences(signed)}.0` })],
  ['that place with a sign', () => quiet({ prev: `+${lastReferences(signed)}` })],
  ['another place', () => quiet({ prev: String(lastReferences(signed) + 1) })],
  [
    'that place in a cross-reference stream as a real number',
    () => quiet({ ...STREAM, prev: `${lastReferences(signed)}.0` }),
  ],
  ['a size as a real number', () => quiet({ size: `${free + 2}.0` })],
  ['a size too small', () => quiet({ size: String(free) })],
  ['a size too large', () => quiet({ size: String(free + 30) })],
  ['a keyword glued to its table', () => bent(quiet(), (text) => text.replace('xref\n', 'xref'))],
  ['a comment behind the keyword', () => bent(quiet(), (text) => text.replace('xref\n', 'xref %\n'))],
  ['a section’s number with zeros before it', () => bent(quiet(), (text) => text.replace(/xref\n/, 'xref\n000000000'))],
  ['an empty section', () => bent(quiet(), (text) => text.replace('xref\n', 'xref\n99999 0\n'))],
  ['a negative start', () => bent(quiet(), (text) => text.replace(/startxref\n/, 'startxref\n-'))],
  ['an object beyond the largest number', () => update({ [free]: '<<>>', 8_388_608: 'null' })],
  ['an object beyond 31 bits', () => update({ [free]: '<<>>', 2_147_483_648: 'null' })],
  ['an object of a later generation', () => quiet({ generation: 1 })],
  ['a reference to a later generation', () => update({ [free]: '[3 1 R]', 3: '[3 1 R]' })],
  ['an object’s head in a stream', () => update({ [free]: streamOf('\n3 0 obj\n<<>>\nendobj\n') })],
  ['an object’s head in a string', () => update({ [free]: '(\n3 0 obj\n<<>>\nendobj\n)' })],
  ['an object’s head in a comment', () => update({ [free]: '<<>>%\r3 0 obj <<>> endobj\n' })],
  ['an object’s head in a stream of objects', () => update({ [free]: '(3 0 obj <<>> endobj)' }, { packed: [free] })],
  ['a second table', () => quiet({ trailer: `${ROOT}/XRefStm 15` })],
  ['a second table in escaped letters', () => quiet({ trailer: `${ROOT}/XRef#53tm 15` })],
  ['two roots, one in escaped letters', () => quiet({ trailer: `${ROOT}/R#6fot 3 0 R` })],
  ['another root', () => quiet({ trailer: '/Root 3 0 R' })],
  ['a root of a later generation', () => quiet({ trailer: '/Root 1 1 R' })],
  ['an entry that stands twice', () => bent(quiet(), (text) => text.replace(/xref\n(\d+ 1\n.{20})/s, 'xref\n$1$1'))],
  [
    'an entry that leads to another object',
    () => bent(quiet(), (text) => text.replace(`\n${free + 1} 1\n`, `\n${free + 2} 1\n`)),
  ],
  [
    'an entry that leads into the signed part',
    () => bent(quiet(), (text) => text.replace(/\d{10} 00000 n/, '0000000017 00000 n')),
  ],
  [
    'an entry that frees a page',
    () => bent(quiet(), (text) => text.replace('xref\n', 'xref\n3 1\n0000000000 00001 f \n')),
  ],
  [
    'a predictor of images',
    () => quiet({ ...STREAM, isPredicted: true, streamEntries: '/DecodeParms<</Predictor 2/Columns 7>>' }),
  ],
  [
    'a predictor that there is not',
    () => quiet({ ...STREAM, streamEntries: '/DecodeParms<</Predictor 0/Columns 7>>' }),
  ],
  [
    'a predictor that counts in other units',
    () => quiet({ ...STREAM, isPredicted: true, streamEntries: '/DecodeParms<</Predictor 12/Columns 7/Colors 2>>' }),
  ],
  [
    'a predictor of bits',
    () =>
      quiet({
        ...STREAM,
        isPredicted: true,
        streamEntries: '/DecodeParms<</Predictor 12/Columns 7/BitsPerComponent 4>>',
      }),
  ],
  [
    'parameters of the references that stand elsewhere',
    () => quiet({ ...STREAM, streamEntries: '/DecodeParms 4 0 R' }),
  ],
  ['parameters of packed objects that stand elsewhere', () => packed({ packedEntries: '/DecodeParms 4 0 R' })],
  ['parameters under their short name', () => packed({ packedEntries: '/DP<</Predictor 12>>' })],
  ['packed objects that stand in another file', () => packed({ packedEntries: '/F(a)' })],
  ['packed objects that go on in the signed part', () => packed({ packedEntries: '/Extends 4 0 R' })],
  [
    'a packed object under another number',
    () => bent(packed(), (text) => text.replace(`${free} 0\n`, `${free + 7} 0\n`)),
  ],
  [
    'a packed number in hexadecimal digits',
    () => bent(packed(), (text) => text.replace(`${free} 0\n`, `0x 0\n`.padStart(`${free} 0\n`.length))),
  ],
  ['an odd index', () => bent(quiet(STREAM), (text) => text.replace(/\/Index \[(.*?) 1\]/, '/Index [$1 1 3]'))],
];
it.each(bending)('an update with %s is not', async (_, make) => {
  expect(await first(make())).toMatchObject(NOT_HARMLESS);
});

describe('a signed revision that can be read in two ways', () => {
  /** Its author prepared it; the update behind it is harmless by itself. */
  const behind = async (prepared: Uint8Array): Promise<FoundSignature | undefined> => {
    const own = await pdfSigner.sign(prepared, request(rsa.key));
    return first(update({ [lastSize(own)]: '<<>>' }, { before: own }));
  };
  const text = textOfFile(pageWith(PAGE));
  const file = (changed: string): Uint8Array => new Uint8Array(latin1(changed));
  const place = (number: number): string => String(text.indexOf(`\n${number} 0 obj`) + 1).padStart(10, '0');

  it('is none as a rule', async () => {
    expect(await behind(file(text))).toMatchObject(HARMLESS);
  });

  it.each<[string, Uint8Array]>([
    ['by a second table in escaped letters', pageWith(PAGE, { trailer: `${ROOT}/XRef#53tm 15` })],
    [
      'by a key that stands twice',
      writtenPdf(
        {
          1: '<</Type/Catalog/Pages 2 0 R>>',
          2: '<</Type/Pages/Kids[90 0 R]/Kids[3 0 R]/Count 1>>',
          3: `<</Type/Page/Parent 2 0 R/Resources<<>>${PAGE}>>`,
        },
        { trailer: ROOT },
      ),
    ],
    ['by a second table', pageWith(PAGE, { trailer: `${ROOT}/XRefStm 15` })],
    ['by an entry that leads to another object', file(text.replace(`${place(4)} 00000 n`, `${place(3)} 00000 n`))],
    ['by an entry of another generation', file(text.replace(`${place(4)} 00000 n`, `${place(4)} 00001 n`))],
    ['by an entry that stands twice', file(text.replace(/(4 1\n.{20})/s, '$1$1'))],
  ])('%s makes nothing behind it harmless', async (_, prepared) => {
    expect(await behind(prepared)).toMatchObject(NOT_HARMLESS);
  });
});
