/** An update writes what stood in the file before as it stood there; others certified those bytes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdfSigner, request, VISIBLE } from '../../../support/signed-pdf.ts';
import { testAuthority, type TestKey } from '../../../support/signing-keys.ts';
import { ODD_SPELLINGS, pageWith, textOfFile } from '../../../support/written-pdf.ts';

const authority = testAuthority();
let rsa: TestKey;
beforeAll(() => {
  rsa = authority.make('rsa', 'Jörg Müller');
});
afterAll(() => authority.remove());

const FILES: readonly (readonly [string, Uint8Array])[] = [
  ['a table', pageWith(ODD_SPELLINGS)],
  ['a cross-reference stream', pageWith(ODD_SPELLINGS, { widths: [1, 4, 2] })],
  ['comments', pageWith(`${ODD_SPELLINGS}% why\n%/Annots 7\n`)],
  ['names in bytes that are no text', pageWith(`${ODD_SPELLINGS}/Gr\xfcn/Gr\xdfn/Gr#e4n 1.123456789`)],
  ['packed objects', pageWith(ODD_SPELLINGS, { packed: [1, 2, 3] })],
  [
    'annotations in the page',
    pageWith(`${ODD_SPELLINGS}/Annots[<</Type/Annot/Subtype/Text/Rect[.5 0 1.123456789 9]>>]`),
  ],
  ['a table that only lenient readers follow', relaxed(pageWith(ODD_SPELLINGS))],
];
/** Lines of the table end in one sign less than the norm has. */
function relaxed(file: Uint8Array): Uint8Array {
  return new Uint8Array(
    Buffer.from(textOfFile(file).replaceAll(' n \n', ' n\r\n').replace('xref\n0', 'xref\n 0'), 'latin1'),
  );
}

describe.each(FILES)('signing a file with %s', (_, file) => {
  it.each([
    ['invisibly', null],
    ['visibly', VISIBLE],
  ])('%s changes no number, name or string that stood there', async (_how, visible) => {
    const signed = await pdfSigner.sign(file, request(rsa.key, { visible }));
    const update = textOfFile(signed.subarray(file.length));
    expect(update).toContain(ODD_SPELLINGS);
    expect(update).toContain('/Lang(de)/ViewerPreferences<</Odd 0.123456789>>');
    expect((await pdfSigner.verify(signed, 'a.pdf')).signatures).toMatchObject([
      { valid: true, coversWholeFile: true },
    ]);
  });

  it('twice keeps the first update’s spelling, too', async () => {
    const once = await pdfSigner.sign(file, request(rsa.key));
    const twice = await pdfSigner.sign(once, request(rsa.key));
    expect(textOfFile(twice.subarray(once.length))).toContain(ODD_SPELLINGS);
    expect((await pdfSigner.verify(twice, 'a.pdf')).signatures).toMatchObject([{ valid: true }, { valid: true }]);
  });
});

it('a file whose page names a key twice is refused rather than written anew', async () => {
  const file = pageWith('/MediaBox[0 0 595.303937007874 842]/Rotate 0/Rotate 90');
  await expect(pdfSigner.sign(file, request(rsa.key))).rejects.toMatchObject({ code: 'document-not-signable' });
});
