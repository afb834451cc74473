import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  coreXmlCheck,
  docxSchemaCheck,
  libreOfficeConvert,
  pdfAttachments,
  pdfInfo,
  pdfPageImages,
  pdfText,
  qpdfCheck,
  skipReason,
  verapdf,
} from './judges.ts';
import { runTool } from './run-tool.ts';
import { goodCoreProperties, goodParagraph, goodPdf, tinyDocx, untaggedPdf } from './tiny-documents.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'judges-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function saved(name: string, bytes: Uint8Array): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, bytes);
  return file;
}

describe('veraPDF', () => {
  const reason = skipReason(['veraPDF']);

  it('accepts a good PDF for PDF/A-3a and PDF/UA-1 and names what a bad one lacks', async (test) => {
    test.skip(reason !== undefined, reason);
    const good = await saved('Prüfung gut.pdf', goodPdf());
    const bad = await saved('bad.pdf', untaggedPdf());
    for (const flavour of ['3a', 'ua1'] as const) {
      const [badVerdict, goodVerdict] = await verapdf([bad, good], flavour);
      expect(goodVerdict).toEqual({ file: good, compliant: true, failures: [] });
      expect(badVerdict).toMatchObject({ file: bad, compliant: false });
      const font = badVerdict?.failures.find((failure) => failure.context.includes('Helvetica'));
      expect(font?.clause).toBe(flavour === '3a' ? '6.2.11.4.1' : '7.21.4.1');
    }
  });

  it('calls a file that is no PDF not compliant', async (test) => {
    test.skip(reason !== undefined, reason);
    const file = await saved('text', Buffer.from('no PDF at all'));
    expect(await verapdf([file], '3a')).toMatchObject([{ file, compliant: false, failures: [{ context: 'root' }] }]);
  });

  it('judges several hundred files in one go', async (test) => {
    test.skip(reason !== undefined, reason);
    const bytes = [goodPdf(), untaggedPdf()];
    const files = await Promise.all(
      Array.from({ length: 300 }, (_, index) => saved(`many-${index}.pdf`, bytes[index % 2] ?? new Uint8Array())),
    );
    const verdicts = await verapdf(files, 'ua1');
    expect(verdicts.map((verdict) => verdict.file)).toEqual(files);
    expect(verdicts.every((verdict, index) => verdict.compliant === (index % 2 === 0))).toBe(true);
  });

  it('throws instead of judging a file that is not there', async (test) => {
    test.skip(reason !== undefined, reason);
    await expect(verapdf([join(folder, 'missing.pdf')], '3a')).rejects.toThrow('There is no file to judge');
  });
});

describe('qpdf', () => {
  it('finds a whole file sound and a truncated one not', async (test) => {
    const reason = skipReason(['qpdf']);
    test.skip(reason !== undefined, reason);
    const whole = await saved('whole.pdf', goodPdf());
    const truncated = await saved('truncated.pdf', goodPdf().subarray(0, -60));
    expect(await qpdfCheck(whole)).toEqual({ sound: true, problems: [] });
    const verdict = await qpdfCheck(truncated);
    expect(verdict.sound).toBe(false);
    expect(verdict.problems.length).toBeGreaterThan(0);
    await expect(qpdfCheck(join(folder, 'missing.pdf'))).rejects.toThrow('There is no file to judge');
  });
});

describe('Poppler', () => {
  const reason = skipReason(['Poppler']);

  it('reads text, fields, attachments and pages', async (test) => {
    test.skip(reason !== undefined, reason);
    const file = await saved('text.pdf', untaggedPdf());
    expect((await pdfText(file, { layout: true })).trim()).toBe('Guten Tag');
    expect(await pdfInfo(file)).toMatchObject({ Pages: '1', Tagged: 'no', 'PDF version': '1.7' });
    expect((await pdfInfo(await saved('good.pdf', goodPdf())))['Tagged']).toBe('yes');
    expect(await pdfAttachments(file)).toEqual([]);
    const images = await pdfPageImages(file, 20, join(folder, 'pages'));
    expect(images.map((image) => basename(image))).toEqual(['text-1.png']);
  });

  it('lists the names of attachments', async (test) => {
    const both = skipReason(['Poppler', 'qpdf']);
    test.skip(both !== undefined, both);
    const plain = await saved('plain.pdf', untaggedPdf());
    const attached = join(folder, 'attached.pdf');
    const attachment = await saved('Stellungnahme Überblick.xml', Buffer.from('<a/>'));
    expect((await runTool('qpdf', [plain, '--add-attachment', attachment, '--', attached])).exitCode).toBe(0);
    expect(await pdfAttachments(attached)).toEqual(['Stellungnahme Überblick.xml']);
  });

  it('throws on a file that is no PDF', async (test) => {
    test.skip(reason !== undefined, reason);
    await expect(pdfText(await saved('text.txt', Buffer.from('no PDF')))).rejects.toThrow('pdftotext failed');
  });
});

describe('LibreOffice', () => {
  const reason = skipReason(['LibreOffice', 'Poppler']);

  it('opens a DOCX and saves it, two runs at a time', async (test) => {
    test.skip(reason !== undefined, reason);
    const docx = await saved('letter.docx', tinyDocx(goodParagraph, goodCoreProperties));
    const [pdfs, texts] = await Promise.all([
      libreOfficeConvert([docx], 'pdf', join(folder, 'as-pdf')),
      libreOfficeConvert([docx], 'txt', join(folder, 'as-txt')),
    ]);
    expect(texts).toEqual([join(folder, 'as-txt', 'letter.txt')]);
    expect((await pdfText(pdfs[0] ?? '')).trim()).toBe('Grüße');
  });

  it('throws on a file it cannot open', async (test) => {
    test.skip(reason !== undefined, reason);
    const broken = await saved('broken.docx', tinyDocx(goodParagraph, goodCoreProperties).subarray(0, 500));
    await expect(libreOfficeConvert([broken], 'pdf', join(folder, 'broken'))).rejects.toThrow('LibreOffice');
  });
});

describe('OOXML schemas', () => {
  it('accept a valid document and refuse elements in the wrong order', async (test) => {
    const reason = skipReason(['OOXML schemas', 'Python', 'xmllint']);
    test.skip(reason !== undefined, reason);
    const wrongOrder = goodParagraph.replace('<w:keepNext/><w:jc w:val="left"/>', '<w:jc w:val="left"/><w:keepNext/>');
    const good = await saved('good file.docx', tinyDocx(goodParagraph, goodCoreProperties));
    const bad = await saved('wrong order.docx', tinyDocx(wrongOrder, goodCoreProperties));
    const noZip = await saved('no zip.docx', Buffer.from('no zip'));
    const verdicts = await docxSchemaCheck([bad, good, noZip]);
    expect(verdicts?.map((verdict) => verdict.valid)).toEqual([false, true, false]);
    expect(verdicts?.[0]?.problems.join('\n')).toMatch(/word\/document\.xml INVALID[^]*keepNext/);
    expect(verdicts?.[2]?.problems.join('\n')).toContain('NOT A ZIP');
  });
});

describe('core properties', () => {
  const problemsOf = (properties: string): string =>
    coreXmlCheck(tinyDocx(goodParagraph, goodCoreProperties + properties)).join('\n');

  it('accept what the schema allows', () => {
    expect(problemsOf('')).toBe('');
    expect(problemsOf('<cp:keywords>a <cp:value xml:lang="de">b</cp:value></cp:keywords>')).toBe('');
  });

  it.each([
    ['a second creator', '<dc:creator>Amt 62</dc:creator>', /creator must not occur more than once/],
    ['a date without type', '<dcterms:modified>2026-01-31T09:30:00Z</dcterms:modified>', /must have xsi:type/],
    [
      'a date of the wrong type',
      '<dcterms:modified xsi:type="dcterms:Period">2026-01-31T09:30:00Z</dcterms:modified>',
      /must have xsi:type="dcterms:W3CDTF"/,
    ],
    [
      'a day that does not exist',
      '<dcterms:modified xsi:type="dcterms:W3CDTF">2026-06-31T09:30:00Z</dcterms:modified>',
      /modified must be a date-time/,
    ],
    [
      'a date without time zone',
      '<dcterms:modified xsi:type="dcterms:W3CDTF">2026-06-30T09:30:00</dcterms:modified>',
      /modified must be a date-time/,
    ],
    ['an unknown element', '<cp:company>Stadt</cp:company>', /company is not a core property/],
    ['another Dublin Core element', '<dc:publisher>Stadt</dc:publisher>', /publisher is not a core property/],
    ['a language attribute', '<dc:subject xml:lang="de">Lärm</dc:subject>', /must not have the attribute/],
    ['nested elements', '<dc:subject><dc:x/></dc:subject>', /must not contain dc:x/],
    ['text between the elements', 'text', /must not hold text/],
    ['XML that is not well-formed', '<dc:subject>', /not well-formed/],
    ['an unbound prefix', '<dcx:subject/>', /not well-formed/],
  ])('refuse %s', (_what, properties, expected) => {
    expect(problemsOf(properties)).toMatch(expected);
  });

  it('refuse a missing part, a wrong root and a missing relationship', () => {
    const parts = unzipSync(tinyDocx(goodParagraph, goodCoreProperties));
    const core = parts['docProps/core.xml'] ?? new Uint8Array();
    const without = Object.fromEntries(Object.entries(parts).filter(([name]) => name !== 'docProps/core.xml'));
    const otherRoot = Buffer.from(strFromU8(core).replace(/metadata\/core-properties/, 'metadata/other'));
    expect(coreXmlCheck(zipSync(without))).toEqual(['The package has no docProps/core.xml']);
    expect(coreXmlCheck(zipSync({ ...parts, 'docProps/core.xml': otherRoot })).join()).toContain('the root must be');
    expect(coreXmlCheck(zipSync({ ...parts, '_rels/.rels': Buffer.from('<r/>') })).join()).toContain('exactly one');
  });
});

describe('a missing tool', () => {
  it('is an error, not a verdict', async () => {
    await expect(runTool('no-such-judge', [])).rejects.toThrow('no-such-judge could not be run');
  });
});
