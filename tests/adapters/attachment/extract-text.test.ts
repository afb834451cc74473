import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExtractedText } from '../../../src-main/adapters/attachment/attachment-text.ts';
import { LARGEST_TEXT } from '../../../src-main/adapters/attachment/attachment-text.ts';
import { extractText } from '../../../src-main/adapters/attachment/extract-text.ts';
import { joinLines } from '../../../src-main/adapters/attachment/join-lines.ts';
import { pdfText } from '../../../src-main/adapters/attachment/pdf-text.ts';
import { cutText, tidyText } from '../../../src-main/adapters/attachment/tidy-text.ts';
import { docxOf, docxOfXml, odtOf, pdfOf, pdfOfPages, stream, wordXml, zipOf } from './sample-files.ts';

const read = (bytes: Uint8Array | string, fileName = 'anlage'): Promise<ExtractedText> =>
  extractText(fileName, typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
const refused = (reason: string) => ({ status: 'refused', text: '', reason });
const complete = (text: string) => ({ status: 'text', text, reason: null });

/** Changes what the directory of an archive says an entry unpacks to. */
function claiming(archive: Uint8Array, name: string, size: number): Uint8Array {
  const file = Buffer.from(archive);
  const entry = file.lastIndexOf(name) - 46;
  file.writeUInt32LE(size, entry + 24);
  return file;
}

describe('text of a PDF', () => {
  it('comes page by page, with hyphenated words in one', async () => {
    const pages = [
      ['Der Aus-', 'schuss für Haupt-', 'und Nebenstraßen', '(Bau)'],
      ['Frau Müller-', 'Lüdenscheid'],
    ];
    expect(await read(pdfOfPages(pages))).toEqual(
      complete('Der Ausschuss für Haupt-\nund Nebenstraßen\n(Bau)\n\nFrau Müller-Lüdenscheid'),
    );
  });

  it('is none where pages hold no text', async () => {
    expect(await read(pdfOfPages([[], []]))).toEqual({ status: 'none', text: '', reason: 'no-text' });
  });

  it('leaves the bytes with the caller', async () => {
    const bytes = pdfOfPages([['Text']]);
    await pdfText(bytes);
    expect(bytes.length).toBeGreaterThan(100);
  });

  it('ends between two pages when it gets late', async () => {
    let asked = 0;
    const { text, complete: whole } = await pdfText(pdfOfPages([['eins'], ['zwei'], ['drei']]), () => (asked += 1) > 1);
    expect([text, whole]).toEqual(['eins\n\nzwei', false]);
  });

  it('needs no password, or says that it does', async () => {
    const key = '<'.concat('00'.repeat(32), '>');
    const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ${key} /U ${key} >> /ID [${key} ${key}]`;
    expect(await read(pdfOfPages([['geheim']], encrypt))).toEqual(refused('encrypted'));
  });

  it.each([
    ['nothing but the mark', '%PDF-1.7'],
    ['no pages', pdfOf({ objects: ['<< /Type /Catalog >>'] })],
    [
      'pages that hold themselves',
      pdfOf({ objects: ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 2 /Kids [2 0 R 2 0 R] >>'] }),
    ],
  ])('is refused as damaged: %s', async (_, bytes) => {
    expect((await read(bytes)).status).not.toBe('text');
  });

  it('survives a form that draws itself and a table of contents that leads back', async () => {
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>',
      stream('/X Do'),
      stream('/X Do /X Do', '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>'),
    ];
    expect((await read(pdfOf({ objects, trailer: '/Prev 9' }))).status).not.toBe('text');
  });
});

describe('text of a DOCX', () => {
  it('has paragraphs and tables', async () => {
    const { status, text } = await read(await docxOf());
    expect(status).toBe('text');
    expect(text.split(/\n+/)).toEqual(['Überschrift', 'Straßenbau', 'Kosten\t50 €']);
  });

  it('does not unpack pictures and embedded files', async () => {
    const picture = claiming(
      docxOfXml(wordXml('Text'), { 'word/media/a.png': 'kein Bild' }),
      'word/media/a.png',
      900_000,
    );
    expect(await read(picture)).toEqual(complete('Text'));
  });

  it.each([
    ['an entity bomb', docxOfXml(`<!DOCTYPE a [<!ENTITY b "${'x'.repeat(99)}">]>${wordXml('&b;&b;')}`), 'doctype'],
    ['an entity bomb in UTF-16', docxOfXml(Buffer.from(`\ufeff<!DOCTYPE a []>${wordXml('x')}`, 'utf16le')), 'doctype'],
    ['parts that grow beyond measure', claiming(docxOfXml(wordXml('x')), 'word/document.xml', 300_000_000), 'archive'],
    ['no XML', docxOfXml('<w:document'), 'damaged'],
    ['half an archive', docxOfXml(wordXml('x')).subarray(0, 300), 'kind'],
    ['elements within elements', docxOfXml(wordXml(`</w:t></w:r>${'<w:r>'.repeat(200_000)}`)), 'depth'],
  ])('is not read from %s', async (_, bytes, reason) => {
    const { status, reason: said } = await read(bytes);
    expect([status, said]).toEqual([reason === 'kind' ? 'none' : 'refused', reason]);
  });

  it('is read however well it packs', async () => {
    const long = 'Gleicher Absatz. '.repeat(100_000);
    const { status, text } = await read(docxOfXml(wordXml(long)));
    expect([status, text.length]).toEqual(['text', long.trim().length]);
  });

  it('is not read from an archive with thousands of entries', async () => {
    const many = Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`word/${index}.xml`, '']));
    expect(await read(docxOfXml(wordXml('x'), many))).toEqual(refused('archive'));
  });

  it('never unpacks more than the directory says', async () => {
    const bytes = docxOfXml(wordXml(`${Math.PI}`.repeat(20_000)));
    expect(await read(claiming(bytes, 'word/document.xml', 100))).toEqual(refused('damaged'));
  });
});

describe('text of an ODT', () => {
  it('has headings, lists, tables, notes, boxes, tabs and spaces, and no deleted text', async () => {
    const body = `
      <text:tracked-changes><text:p>gestrichen</text:p></text:tracked-changes>
      <text:h>Ü  ber\n schrift</text:h>
      <text:p>A<text:tab/>B<text:s text:c="3"/>C<text:line-break/>D<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Fußnote</text:p></text:note-body></text:note>E<office:annotation><text:p>Randnotiz</text:p></office:annotation></text:p>
      <text:list><text:list-item><text:p>eins</text:p></text:list-item><text:list-item><text:p>zwei</text:p></text:list-item></text:list>
      <table:table><table:table-row><table:table-cell><text:p>a</text:p><text:p>b</text:p></table:table-cell><table:table-cell><text:p>c</text:p></table:table-cell></table:table-row></table:table>
      <text:p>vor<draw:frame><draw:text-box><text:p>Kasten</text:p></draw:text-box></draw:frame>nach</text:p>
      <text:p><text:s text:c="1000000000"/><text:s text:c="x"/>Ende</text:p>`;
    const lines = (await read(odtOf(body))).text.split('\n');
    expect(lines.slice(0, 6)).toEqual(['Ü ber schrift', '', 'A\tB   C', 'D¹E', '', 'eins']);
    const words = ['eins', 'zwei', 'a b\tc', 'vornach', 'Kasten', 'Ende', 'Fußnote'];
    expect(lines.slice(5).filter((line) => line !== '')).toEqual(words);
  });

  it.each([
    [
      'a document type',
      odtOf('<text:p>&b;</text:p>', {}, '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'),
      'doctype',
    ],
    [
      'a password',
      odtOf('', {
        'META-INF/manifest.xml':
          '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:encryption-data m:x="1"/></m:manifest>',
      }),
      'encrypted',
    ],
    ['broken XML', odtOf('<text:p>'), 'damaged'],
    ['no content', zipOf({ mimetype: 'application/vnd.oasis.opendocument.text' }), 'damaged'],
  ])('is refused with %s', async (_, bytes, reason) => {
    expect(await read(bytes)).toEqual(refused(reason));
  });
});

describe('text of other files', () => {
  it.each([
    ['UTF-8', Buffer.from('Größe')],
    ['Windows-1252', Buffer.from('Größe', 'latin1')],
    ['UTF-16', Buffer.from('\ufeffGröße', 'utf16le')],
  ])('is read in %s', async (_, bytes) => {
    expect(await read(bytes, 'a.txt')).toEqual(complete('Größe'));
  });

  it.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['an archive', zipOf({ 'brief.txt': 'Text', 'innen.zip': zipOf({ a: 'b' }) })],
    ['a page', '<!doctype html><p>Text'],
    ['nothing', ''],
  ])('is not read: %s', async (_, bytes) => {
    expect(await read(bytes)).toEqual({ status: 'none', text: '', reason: 'kind' });
  });

  it('is cut at a word, and says so', async () => {
    const { text, reason } = await read('Wort '.repeat(LARGEST_TEXT / 5 + 10), 'a.txt');
    expect([text.length, text.slice(-9), reason]).toEqual([LARGEST_TEXT - 1, 'Wort Wort', 'cut']);
  });

  it('is an answer for any bytes', async () => {
    const starts = fc.constantFrom(
      '',
      '%PDF-1.7\n1 0 obj\n',
      'PK\u0003\u0004',
      '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
      '<',
    );
    const rest = fc.uint8Array({ maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(starts, rest, async (start, bytes) => {
        const { status } = await read(Buffer.concat([Buffer.from(start, 'latin1'), bytes]));
        expect(['text', 'none', 'refused']).toContain(status);
      }),
      { numRuns: 150 },
    );
  });

  it('is an answer for any damaged document', async () => {
    const whole = [pdfOfPages([['Text']]), odtOf('<text:p>Text</text:p>'), await docxOf()];
    const damage = fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255)), {
      minLength: 1,
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...whole), damage, async (original, changes) => {
        const bytes = Uint8Array.from(original);
        for (const [place, value] of changes) bytes[Math.floor(place * bytes.length)] = value;
        expect(['text', 'none', 'refused']).toContain((await read(bytes)).status);
      }),
      { numRuns: 150 },
    );
  });
});

describe('the pieces', () => {
  it('joins what a line end parted', () => {
    expect(joinLines(['Ver\u00ad', 'kehr 3-', '4 und Bau\u2010', 'amt', '', 'Ende-', ''])).toBe(
      'Verkehr 3-\n4 und Bauamt\n\nEnde-\n',
    );
  });

  it('tidies any text the same, however often', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(tidyText(tidyText(text))).toBe(tidyText(text));
      }),
    );
  });

  it('cuts any text within the limit, at a space or not through a sign', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '😀', 'ß') }),
        fc.integer({ min: 1, max: 20 }),
        (text, limit) => {
          const { text: kept, cut } = cutText(text, limit);
          expect(kept.length).toBeLessThanOrEqual(limit);
          expect(text.startsWith(kept)).toBe(true);
          expect(kept.isWellFormed()).toBe(true);
          expect(cut).toBe(text.length > limit);
        },
      ),
    );
  });
});
