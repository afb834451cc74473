import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditFile } from '../../../src-main/adapters/attachment/audit-file.ts';
import { NOT_READ, NOTHING_FOUND } from '../../../src-main/adapters/attachment/file-audit.ts';
import type { AttachmentAudit } from '../../../src-main/core/reading/attachment-audit.ts';
import { docxOf, docxOfXml, odtOf, pdfOf, pdfOfPages, stream, wordXml, zipOf } from './sample-files.ts';

const audit = (bytes: Uint8Array): Promise<AttachmentAudit> => auditFile('file', bytes);

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const word = (body: string, parts: Record<string, string> = {}): Uint8Array =>
  docxOfXml(`<w:document ${W}><w:body>${body}</w:body></w:document>`, parts);
const run = (words: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
const p = (...runs: string[]): string => `<w:p>${runs.join('')}</w:p>`;

describe('a Word document', () => {
  it('shows changes that nobody accepted, with who made them', async () => {
    const by = (name: string): string => `w:id="1" w:author="${name}" w:date="2026-01-01T00:00:00Z"`;
    const body =
      p(
        `<w:ins ${by('A. Amt')}>${run('neu')}</w:ins>`,
        `<w:del ${by('B. Büro')}><w:r><w:delText>alt</w:delText></w:r></w:del>`,
      ) +
      p(
        `<w:moveFrom ${by('A. Amt')}>${run('hin')}</w:moveFrom>`,
        `<w:moveTo ${by('C. Chef')}>${run('her')}</w:moveTo>`,
      ) +
      p(run('x', `<w:b/><w:rPrChange ${by('D. Dienst')}/>`));
    expect(await audit(word(body))).toEqual({
      examined: 'whole',
      trackedChanges: 5,
      comments: 0,
      hiddenTexts: [],
      userNames: ['A. Amt', 'B. Büro', 'C. Chef', 'D. Dienst'],
    });
  });

  it('shows remarks and their authors', async () => {
    const comments = `<w:comments ${W}><w:comment w:id="0" w:author="K. Kollege">${p(run('Stimmt das?'))}</w:comment><w:comment w:id="1" w:author="K. Kollege"/></w:comments>`;
    expect(await audit(word(p(run('Text')), { 'word/comments.xml': comments }))).toMatchObject({
      comments: 2,
      hiddenTexts: [],
      userNames: ['K. Kollege'],
    });
  });

  it('shows hidden words by run and by style, joined over runs, and white ones on white', async () => {
    const styles = `<w:styles ${W}><w:style w:type="character" w:styleId="Weg"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Blass"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Kind"><w:basedOn w:val="Blass"/></w:style></w:styles>`;
    const body =
      p(run('sichtbar '), run('geheime ', '<w:vanish/>'), run('Notiz', '<w:vanish w:val="1"/>'), run(' weiter')) +
      p(run('gezeigt', '<w:vanish w:val="0"/>')) +
      p(run('per Vorlage', '<w:rStyle w:val="Weg"/>')) +
      `<w:p><w:pPr><w:pStyle w:val="Kind"/></w:pPr>${run('weiß auf weiß')}${run('doch schwarz', '<w:color w:val="000000"/>')}</w:p>` +
      p(run('fast weiß', '<w:color w:val="FDFDFD"/>'));
    expect((await audit(word(body, { 'word/styles.xml': styles }))).hiddenTexts).toEqual([
      'geheime Notiz',
      'per Vorlage',
      'weiß auf weiß',
      'fast weiß',
    ]);
  });

  it('takes no white letters on dark ground for hidden', async () => {
    const white = '<w:color w:val="FFFFFF"/>';
    const dark = '<w:shd w:val="clear" w:fill="000000"/>';
    const body =
      p(run('im Kasten', `${white}${dark}`)) +
      `<w:p><w:pPr>${dark}</w:pPr>${run('im Absatz', white)}</w:p>` +
      `<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr>${p(run('im Tabellenkopf', white))}</w:tc></w:tr></w:tbl>` +
      `<w:tbl><w:tblPr><w:tblStyle w:val="Dunkel"/></w:tblPr><w:tr><w:tc>${p(run('in bunter Tabelle', white))}</w:tc></w:tr></w:tbl>` +
      p(run('markiert', `${white}<w:highlight w:val="darkBlue"/>`)) +
      p(`<w:r><w:pict><w:txbxContent>${p(run('im Textfeld', white))}</w:txbxContent></w:pict></w:r>`);
    expect(await audit(word(body))).toEqual(NOTHING_FOUND);
  });

  it('names people in its properties, and nothing else of them', async () => {
    const core =
      '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>Plan</dc:title><dc:creator>Vera Verfasserin</dc:creator><cp:lastModifiedBy>Luis Letzter</cp:lastModifiedBy><dc:subject> </dc:subject></cp:coreProperties>';
    const app =
      '<Properties><Application>Schreibwerk</Application><Manager>Mia Leitung</Manager><Company>Büro Nord</Company></Properties>';
    expect((await audit(word(p(run('x')), { 'docProps/core.xml': core, 'docProps/app.xml': app }))).userNames).toEqual([
      'Vera Verfasserin',
      'Luis Letzter',
      'Mia Leitung',
      'Büro Nord',
    ]);
  });

  it('of its writer alone shows its writer alone', async () => {
    expect(await audit(await docxOf())).toEqual({ ...NOTHING_FOUND, userNames: ['Un-named'] });
  });
});

describe('Excel and PowerPoint files', () => {
  const office = (parts: Record<string, string>): Uint8Array => zipOf({ '[Content_Types].xml': '<Types/>', ...parts });

  it('show remarks with authors, and hidden sheets', async () => {
    const sheet = office({
      'xl/workbook.xml':
        '<workbook><sheets><sheet name="Kosten" sheetId="1"/><sheet name="Gehälter" sheetId="2" state="veryHidden"/></sheets></workbook>',
      'xl/comments1.xml':
        '<comments><authors><author>R. Rechner</author></authors><commentList><comment ref="A1"/><comment ref="B2"/></commentList></comments>',
      'xl/threadedComments/threadedComment1.xml': '<ThreadedComments><threadedComment ref="C3"/></ThreadedComments>',
      'xl/persons/person.xml': '<personList><person displayName="P. Prüfer"/></personList>',
    });
    expect(await audit(sheet)).toEqual({
      examined: 'whole',
      trackedChanges: 0,
      comments: 3,
      hiddenTexts: ['Gehälter'],
      userNames: ['R. Rechner', 'P. Prüfer'],
    });
    const slides = office({
      'ppt/presentation.xml': '<p/>',
      'ppt/comments/comment1.xml': '<cmLst><cm authorId="0"/></cmLst>',
      'ppt/commentAuthors.xml': '<cmAuthorLst><cmAuthor name="F. Folie"/></cmAuthorLst>',
    });
    expect(await audit(slides)).toMatchObject({ comments: 1, userNames: ['F. Folie'] });
  });
});

describe('an OpenDocument text', () => {
  const DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"';

  it('shows changes, remarks, hidden words and people', async () => {
    const body =
      `<text:tracked-changes ${DC}><text:changed-region><text:insertion><office:change-info><dc:creator>A. Amt</dc:creator></office:change-info></text:insertion></text:changed-region><text:changed-region><text:deletion><office:change-info><dc:creator>B. Büro</dc:creator></office:change-info><text:p>alt</text:p></text:deletion></text:changed-region></text:tracked-changes>` +
      `<text:p>Text<office:annotation ${DC}><dc:creator>K. Kollege</dc:creator><text:p>Frage</text:p></office:annotation></text:p>` +
      '<text:p>Mit <text:hidden-text text:string-value="verstecktem Satz"/> darin</text:p>' +
      '<text:section text:display="none"><text:p>Ganzer Abschnitt</text:p></text:section>' +
      '<text:p text:style-name="Weiss">Weiß auf weiß</text:p><text:p text:style-name="Kopf">Weiß auf blau</text:p>';
    const meta = `<office:document-meta xmlns:office="o" ${DC}><office:meta><meta:initial-creator>Erste Hand</meta:initial-creator><dc:creator>Zweite Hand</dc:creator><dc:title>Titel</dc:title></office:meta></office:document-meta>`;
    const styles =
      '<office:document-styles xmlns:office="o" xmlns:style="s" xmlns:fo="f"><style:style style:name="Weiss"><style:text-properties fo:color="#ffffff"/></style:style><style:style style:name="Kopf" style:parent-style-name="Weiss"><style:paragraph-properties fo:background-color="#000080"/></style:style></office:document-styles>';
    expect(await audit(odtOf(body, { 'meta.xml': meta, 'styles.xml': styles }))).toEqual({
      examined: 'whole',
      trackedChanges: 2,
      comments: 1,
      hiddenTexts: ['verstecktem Satz', 'Ganzer Abschnitt', 'Weiß auf weiß'],
      userNames: ['Erste Hand', 'Zweite Hand', 'A. Amt', 'B. Büro', 'K. Kollege'],
    });
  });
});

/** One page with the given content; further objects follow from number 6. */
function page(
  content: string,
  { resources = '', entries = '', catalog = '', objects = [] as string[], trailer = '' } = {},
): Uint8Array {
  return pdfOf({
    objects: [
      `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
      '<< /Type /Pages /Count 1 /Kids [4 0 R] >>',
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> ${resources} >> ${entries} >>`,
      stream(content),
      ...objects,
    ],
    trailer,
  });
}
const line = (words: string, x: number, y: number, before = ''): string =>
  `BT ${before} /F1 12 Tf ${x} ${y} Td (${words}) Tj ET\n`;

describe('a PDF', () => {
  it('names its author and its remarks, each once', async () => {
    const note =
      '<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents (Bitte streichen) /T (N. Notiz) /Popup 7 0 R >>';
    const popup = '<< /Type /Annot /Subtype /Popup /Rect [40 10 90 60] /Parent 6 0 R >>';
    const link = '<< /Type /Annot /Subtype /Link /Rect [1 1 2 2] /Border [0 0 0] >>';
    const highlight =
      '<< /Type /Annot /Subtype /Highlight /Rect [1 1 2 2] /QuadPoints [1 1 2 1 1 2 2 2] /T (M. Marker) >>';
    const file = page(line('Text', 60, 700), {
      entries: '/Annots [6 0 R 7 0 R 8 0 R 9 0 R]',
      objects: [note, popup, link, highlight, '<< /Author (Vera Verfasserin) /Title (Plan) >>'],
      trailer: '/Info 10 0 R',
    });
    expect(await audit(file)).toEqual({
      examined: 'whole',
      trackedChanges: 0,
      comments: 1,
      hiddenTexts: [],
      userNames: ['Vera Verfasserin', 'N. Notiz'],
    });
  });

  it('shows words that were only covered, wherever the page was moved and turned, and not what stands on a coloured ground', async () => {
    const covered = line('Gehalt 5000 Euro offen', 60, 700) + '0 g 60 695 39 16 re f\n';
    expect((await audit(page(covered))).hiddenTexts).toEqual(['Gehalt']);
    const moved = `q 2 0 0 2 10 20 cm ${line('Konto', 60, 300)} Q q 1 0 0 1 130 618 cm 0 0 0 rg 0 0 90 30 re f Q`;
    expect((await audit(page(moved))).hiddenTexts).toEqual(['Konto']);
    const drawnByHand = `${line('Name', 60, 500)} 0 0 0 rg 50 495 m 120 495 l 120 515 l 50 515 l h f`;
    expect((await audit(page(drawnByHand))).hiddenTexts).toEqual(['Name']);
    const ground = `0.2 g 50 690 200 30 re f 1 g ${line('Ueberschrift', 60, 700)}`;
    expect((await audit(page(ground))).hiddenTexts).toEqual([]);
    const frame = `${line('Rahmen', 60, 700)} 0 g 50 690 100 30 re S`;
    expect((await audit(page(frame))).hiddenTexts).toEqual([]);
  });

  it('lets light through what is not opaque, and sees a black mark laid over the page as an annotation', async () => {
    const glass = `${line('Markiert', 60, 700)} /G gs 1 1 0 rg 50 690 100 30 re f`;
    const resources = (entry: string) => ({ resources: `/ExtGState << /G << ${entry} >> >>` });
    expect((await audit(page(glass, resources('/ca 0.4')))).hiddenTexts).toEqual([]);
    expect((await audit(page(glass, resources('/BM /Multiply')))).hiddenTexts).toEqual([]);
    expect((await audit(page(glass, resources('/ca 1')))).hiddenTexts).toEqual(['Markiert']);
    const square = '<< /Type /Annot /Subtype /Square /Rect [50 690 150 720] /AP << /N 7 0 R >> >>';
    const form = stream('0 g 0 0 100 30 re f', '/Type /XObject /Subtype /Form /BBox [0 0 100 30]');
    const file = page(line('Verdeckt', 60, 700), { entries: '/Annots [6 0 R]', objects: [square, form] });
    expect((await audit(file)).hiddenTexts).toEqual(['Verdeckt']);
  });

  it('shows words that are painted invisible, but not the words laid under a scan', async () => {
    const invisible = line('unsichtbar', 60, 700, '3 Tr') + line('sichtbar', 60, 600, '0 Tr');
    expect((await audit(page(invisible))).hiddenTexts).toEqual(['unsichtbar']);
    const picture = stream(
      'x'.repeat(64),
      '/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8',
    );
    const scan = (size: string) =>
      page(`q ${size} cm /I Do Q ${line('erkannter Text', 60, 700, '3 Tr')}`, {
        resources: '/XObject << /I 6 0 R >>',
        objects: [picture],
      });
    expect((await audit(scan('595 0 0 842 0 0'))).hiddenTexts).toEqual([]);
    expect((await audit(scan('60 0 0 60 20 20'))).hiddenTexts).toEqual(['erkannter Text']);
  });

  it('shows the words of layers that are switched off, or the layer where it has none', async () => {
    const layered = (words: string, isOff: boolean) =>
      page(`/OC /L BDC ${words === '' ? '0 0 5 5 re f' : line(words, 60, 700)} EMC ${line('immer da', 60, 600)}`, {
        resources: '/Properties << /L 6 0 R >>',
        catalog: `/OCProperties << /OCGs [6 0 R] /D << ${isOff ? '/OFF [6 0 R]' : ''} >> >>`,
        objects: ['<< /Type /OCG /Name (Interne Ebene) >>'],
      });
    expect((await audit(layered('nur intern', true))).hiddenTexts).toEqual(['nur intern']);
    expect((await audit(layered('', true))).hiddenTexts).toEqual(['Interne Ebene']);
    expect((await audit(layered('nur intern', false))).hiddenTexts).toEqual([]);
  });

  it('of plain text shows nothing, and its reading ends when it takes too long', async () => {
    const pages = pdfOfPages([['Erste Seite'], ['Zweite Seite']]);
    expect(await audit(pages)).toEqual(NOTHING_FOUND);
    expect(await auditFile('x.pdf', page(line('zu', 60, 700, '3 Tr')), () => true)).toEqual(NOT_READ);
  });
});

describe('parts under names of their own', () => {
  const OPEN = 'http://schemas.openxmlformats.org';
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OPEN}/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;
  const relations = (...all: readonly string[]): string =>
    `<Relationships xmlns="${OPEN}/package/2006/relationships">${all.join('')}</Relationships>`;

  it('are looked through as what leads to them says', async () => {
    const file = zipOf({
      '[Content_Types].xml': `<Types xmlns="${OPEN}/package/2006/content-types"/>`,
      '_rels/.rels': relations(relation('a', 'officeDocument', 'word/inhalt7.xml')),
      'word/inhalt7.xml': `<w:document ${W}><w:body>${p(run('geheim', '<w:vanish/>'))}<w:p><w:ins w:author="Ida"><w:r><w:t>neu</w:t></w:r></w:ins></w:p></w:body></w:document>`,
      'word/_rels/inhalt7.xml.rels': relations(relation('b', 'comments', '/extra/merkzettel.xml')),
      'extra/merkzettel.xml': `<w:comments ${W}><w:comment w:author="Uwe"><w:p><w:r><w:t>prüfen</w:t></w:r></w:p></w:comment></w:comments>`,
    });
    expect(await audit(file)).toMatchObject({
      examined: 'whole',
      hiddenTexts: ['geheim'],
      trackedChanges: 1,
      comments: 1,
      userNames: expect.arrayContaining(['Ida', 'Uwe']) as string[],
    });
  });
});

describe('files from strangers', () => {
  it('that are broken or locked are not taken for clean', async () => {
    const doctype = '<!DOCTYPE x [<!ENTITY a "b">]>';
    const bomb = docxOfXml(wordXml('x'), { 'word/media/a.png': new Uint8Array(205 * 1024 * 1024) });
    const hostile: Uint8Array[] = [
      Buffer.from('%PDF-1.7\nkaputt'),
      docxOfXml(`${doctype}${wordXml('x')}`),
      docxOfXml('<w:document'),
      odtOf('<text:p>x', {}),
      odtOf('<text:p>x</text:p>', {}, doctype),
      bomb,
    ];
    for (const bytes of hostile) expect(await audit(bytes)).toEqual(NOT_READ);
    const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    for (const bytes of [new Uint8Array(), picture])
      expect(await audit(bytes)).toEqual({ ...NOTHING_FOUND, examined: 'unknown' });
    expect(await audit(Buffer.from('nur Text'))).toEqual(NOTHING_FOUND);
  });

  it('fill no page: at most twenty entries of eighty characters', async () => {
    const many = Array.from({ length: 50 }, (_, index) => p(run(`${index} ${'lang '.repeat(60)}`, '<w:vanish/>'))).join(
      '',
    );
    const { hiddenTexts } = await audit(word(many));
    expect(hiddenTexts).toHaveLength(20);
    for (const text of hiddenTexts) expect([...text].length).toBeLessThanOrEqual(80);
  });

  it('nested without end or damaged at any byte are answered, never thrown', async () => {
    const deep = word(`${'<w:sdt>'.repeat(20_000)}${p(run('tief', '<w:vanish/>'))}${'</w:sdt>'.repeat(20_000)}`);
    // Deeper than anybody writes: not examined, which is said, and never taken for nothing found.
    expect((await audit(deep)).examined).toBe('failed');
    const samples = [word(p(run('x', '<w:vanish/>'))), page(line('y', 60, 700, '3 Tr')), odtOf('<text:p>z</text:p>')];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...samples), fc.nat(), fc.nat(255), async (sample, at, value) => {
        const bytes = Uint8Array.from(sample);
        bytes[at % bytes.length] = value;
        expect((await audit(bytes)).hiddenTexts.length).toBeLessThanOrEqual(20);
      }),
      { numRuns: 150 },
    );
  });
});
