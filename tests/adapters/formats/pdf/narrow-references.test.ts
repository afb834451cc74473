/** Cross-reference streams with fields that are wider than the library reads. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opensslCms, pdfSigner, request, signForeign } from '../../../support/signed-pdf.ts';
import { testAuthority, type TestKey } from '../../../support/signing-keys.ts';
import {
  catalogWith,
  lastRoot,
  ODD_SPELLINGS,
  pageWith,
  textOfFile,
  writtenPdf,
} from '../../../support/written-pdf.ts';

const authority = testAuthority();
let rsa: TestKey;
beforeAll(() => {
  rsa = authority.make('rsa', 'Jörg Müller');
});
afterAll(() => authority.remove());

const signForeignly = (file: Uint8Array): Promise<Uint8Array> =>
  signForeign(file, 'ETSI.CAdES.detached', opensslCms(rsa, '-md', 'sha256', '-cades'));
/** An update of another program whose stream gives each place eight bytes. */
const wideUpdate = (file: Uint8Array, objects: Readonly<Record<number, string>>): Uint8Array =>
  writtenPdf(objects, { before: file, widths: [1, 8, 2], trailer: `/Root ${lastRoot(file)} 0 R` });

describe.each([
  ['plain', pageWith(ODD_SPELLINGS, { widths: [1, 8, 2] })],
  ['packed', pageWith(ODD_SPELLINGS, { widths: [1, 8, 8], packed: [1, 2, 3] })],
])('a file whose references have eight bytes (%s objects)', (_, file) => {
  it('has no signature, is signed, and its signature is verified', async () => {
    expect(await pdfSigner.verify(file, 'a.pdf')).toMatchObject({ signatures: [], unread: null });
    const signed = await pdfSigner.sign(file, request(rsa.key));
    expect(Buffer.from(signed.subarray(0, file.length)).equals(file)).toBe(true);
    expect(textOfFile(signed.subarray(file.length))).toContain(ODD_SPELLINGS);
    expect((await pdfSigner.verify(signed, 'a.pdf')).signatures).toMatchObject([
      { valid: true, coversWholeFile: true },
    ]);
  });

  it('that somebody else signed is judged as any other', async () => {
    const signed = await signForeignly(pageWith(ODD_SPELLINGS));
    const catalog = lastRoot(signed);
    const free = Number(/\/Size (\d+)/.exec(textOfFile(signed.subarray(-400)))?.[1] ?? 40) + 3;
    const added = wideUpdate(signed, { [catalog]: catalogWith(signed, [], [String(free)]), [free]: '<</Type/VRI>>' });
    expect((await pdfSigner.verify(added, 'a.pdf')).signatures).toMatchObject([
      { valid: true, coversWholeFile: false, later: { isHarmless: true } },
    ]);
    const other = wideUpdate(signed, { [catalog]: '<</Type/Catalog/Pages 2 0 R/OpenAction 1>>' });
    expect((await pdfSigner.verify(other, 'a.pdf')).signatures).toMatchObject([
      { valid: true, coversWholeFile: false, later: { isHarmless: false } },
    ]);
    const flipped = Uint8Array.from(added);
    flipped[60] = (flipped[60] ?? 0) ^ 1;
    expect((await pdfSigner.verify(flipped, 'a.pdf')).signatures).not.toContainEqual(
      expect.objectContaining({ valid: true }),
    );
  });
});

it('a place beyond every file is not read as a nearer one', async () => {
  const signed = await signForeignly(pageWith('/MediaBox[0 0 9 9]'));
  const far = wideUpdate(signed, { 90: '<<>>' });
  const text = textOfFile(far);
  expect(text).toContain('/W [1 8 2]');
  const broken = new Uint8Array(Buffer.from(text.replace('/W [1 8 2]', '/W [1 9 1]'), 'latin1'));
  expect(await pdfSigner.verify(broken, 'a.pdf')).toMatchObject({ signatures: [{ later: { isHarmless: false } }] });
});
