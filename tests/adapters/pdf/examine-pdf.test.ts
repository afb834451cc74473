import { PDF, PdfDict, PdfName, PdfNumber, PdfArray, StandardFonts } from '@libpdf/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examinePdf } from '../../../src-main/adapters/pdf/examine-pdf.ts';
import type { ConformanceFinding } from '../../../src-main/contract/issue/shapes.ts';
import { refusalOf } from '../../support/builders.ts';
import { pdfSigner, request, samplePdfs, VISIBLE } from '../../support/signed-pdf.ts';
import { testAuthority } from '../../support/signing-keys.ts';

const authority = testAuthority();
let finished: Uint8Array;
let typeset: Uint8Array;
beforeAll(async () => {
  ({ finished, typeset } = await samplePdfs());
});
afterAll(() => authority.remove());

const failed = (findings: readonly ConformanceFinding[]): string[] =>
  findings.filter(({ ok }) => !ok).map(({ check }) => check);
const detailOf = (findings: readonly ConformanceFinding[], check: ConformanceFinding['check']): string =>
  findings.find((finding) => finding.check === check)?.detail ?? '';

/** As a browser prints: a font that is not embedded, no tags, a link. */
async function foreign(): Promise<Uint8Array> {
  const document = PDF.create();
  const page = document.addPage();
  page.drawText('Ausdruck', { font: StandardFonts.Helvetica });
  const link = PdfDict.of({
    Type: PdfName.of('Annot'),
    Subtype: PdfName.of('Link'),
    Rect: new PdfArray([0, 0, 10, 10].map((value) => PdfNumber.of(value))),
  });
  page.dict.set('Annots', PdfArray.of(document.register(link)));
  document.addAttachment('a.txt', Buffer.from('a'));
  return document.save();
}

describe('the look at a PDF', () => {
  it('finds everything in ours, and says what', async () => {
    const findings = await examinePdf(finished);
    expect(failed(findings)).toEqual([]);
    expect(findings.map(({ check }) => check)).toEqual([
      ...['header', 'claims', 'title', 'language', 'tagged', 'structure', 'fonts', 'tab-order', 'attachments'],
      'alternative-texts',
    ]);
    expect(detailOf(findings, 'header')).toBe('%PDF-1.7');
    expect(detailOf(findings, 'claims')).toBe('PDF/A-3a, PDF/UA-1');
    expect(detailOf(findings, 'language')).toBe('de-DE');
    expect(detailOf(findings, 'structure')).toMatch(/\bDocument 1, .*\bTable \d+/);
    expect(detailOf(findings, 'fonts')).toContain('Arimo-Regular');
    expect(detailOf(findings, 'attachments')).toBe('S0001-26.json (Source, application/json)');
  });

  it('finds everything in ours after signing, too', async () => {
    const { key } = authority.make('ec', 'Anna Weiß');
    const findings = await examinePdf(await pdfSigner.sign(finished, request(key, { visible: VISIBLE })));
    expect(failed(findings)).toEqual([]);
    expect(detailOf(findings, 'structure')).toMatch(/\bForm 1\b/);
    expect(detailOf(findings, 'tab-order')).toBe('1 von 1 Seiten mit Anmerkungen');
  });

  it('misses claims and title in what the typesetter leaves', async () => {
    const findings = await examinePdf(typeset);
    expect(failed(findings)).toEqual(['claims', 'title']);
    expect(detailOf(findings, 'title')).toContain('in der Titelleiste: nein');
  });

  it('misses nearly everything in a foreign one', async () => {
    const findings = await examinePdf(await foreign());
    expect(failed(findings)).toEqual([
      ...['claims', 'title', 'language', 'tagged', 'structure', 'fonts', 'tab-order', 'attachments'],
    ]);
    expect(detailOf(findings, 'fonts')).toBe('Helvetica (–)');
    expect(detailOf(findings, 'tab-order')).toBe('0 von 1 Seiten mit Anmerkungen');
  });

  it('misses the words for a picture', async () => {
    const document = await PDF.load(finished);
    const root = document.getCatalog().get('StructTreeRoot', (ref) => document.getObject(ref));
    if (!(root instanceof PdfDict)) throw new Error('no structure');
    const figure = PdfDict.of({ Type: PdfName.of('StructElem'), S: PdfName.of('Figure') });
    root.set('K', PdfArray.of(document.register(figure)));
    const findings = await examinePdf(await document.save({ incremental: true }));
    expect(failed(findings)).toEqual(['alternative-texts']);
    expect(detailOf(findings, 'alternative-texts')).toBe('0 von 1 beschrieben');
  });

  it('refuses what is no PDF', async () => {
    expect(await refusalOf(() => examinePdf(Buffer.from('Brief')))).toMatchObject({ code: 'document-unreadable' });
  });
});
