/** Whole files from Word and LibreOffice through the import: words, numbers and form arrive, the rest is named. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportNote } from '../../../src-main/contract/import/shapes.ts';
import { plainParagraphs } from '../../../src-main/record/rich-text/plain-text.ts';
import type { Block, RichText } from '../../../src-main/record/rich-text/rich-text.ts';
import { textLines } from '../../../src-main/record/rich-text/text-lines.ts';
import { docxOfXml } from '../../adapters/attachment/sample-files.ts';
import { sharedMissing, sharedPath } from '../../support/shared.ts';
import { testHost, type TestHost } from '../../support/test-host.ts';

let host: TestHost;
beforeAll(async () => {
  host = testHost();
  await host.app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
});
afterAll(() => host.dispose());

interface Read {
  readonly reply: RichText;
  readonly quotation: RichText;
  readonly signatory: string | undefined;
  readonly notes: readonly ImportNote[];
}
async function imported(fileName: string, bytes: Uint8Array): Promise<Read> {
  const { id, notes } = await host.app.imports.importFile({ fileName, bytes });
  const { content } = await host.app.statements.get(id);
  return { reply: content.reply, quotation: content.quotation, signatory: content.signatory?.name, notes };
}
const caseFile = (name: string): Promise<Read> => imported(name, readFileSync(sharedPath('cases', name)));
const lines = ({ content }: RichText): string[] => textLines(content).filter((line) => line !== '');

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const paragraph = (text: string, properties = ''): string => `<w:p>${properties}<w:r><w:t>${text}</w:t></w:r></w:p>`;
const row = (...cells: readonly string[]): string =>
  `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`;
const statement = (reference: string, quotation: string, reply: string): string =>
  `<w:document ${W}><w:body>${paragraph('Stadt Auental')}${paragraph('Stellungnahme der Verwaltung öffentlich')}<w:tbl>${row(
    paragraph('Stadtamt'),
    paragraph('Stellungnahme-Nr.'),
    paragraph('Datum'),
  )}${row(paragraph('Amt 61'), paragraph(reference), paragraph('12.03.2026'))}</w:tbl>${quotation}${paragraph(
    'Die Verwaltung nimmt wie folgt Stellung:',
  )}${reply}${paragraph('Eva Muster')}</w:body></w:document>`;
const fromWord = (reference: string, quotation: string, reply: string): Promise<Read> =>
  imported('aus-word.docx', docxOfXml(statement(reference, quotation, reply)));

const kinds = (blocks: readonly Block[]): string[] => blocks.map(({ type }) => type);

describe('a statement written in Word', () => {
  it('keeps tables, headings, marks and line breaks of the reply, and the quotation apart', async () => {
    const table = `<w:tbl>${row(paragraph('Jahr'), paragraph('Euro'))}${row(paragraph('2026'), paragraph('12'))}</w:tbl>`;
    const heading = paragraph('Kosten', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>');
    const marks =
      '<w:p><w:r><w:t xml:space="preserve">Rund 12 m</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>3</w:t></w:r><w:r><w:br/><w:t>je Tag</w:t></w:r></w:p>';
    const { reply, quotation, signatory } = await fromWord(
      'S0301/26',
      paragraph('Bitte berichten.'),
      heading + table + marks,
    );
    expect(lines(quotation)).toEqual(['Bitte berichten.']);
    expect(kinds(reply.content)).toEqual(['heading', 'table', 'paragraph']);
    expect(lines(reply)).toEqual(['Kosten', 'Jahr\tEuro', '2026\t12', 'Rund 12 m³\nje Tag']);
    expect(signatory).toBe('Eva Muster');
  });

  it('marks numbers of papers inside of lists and cells', async () => {
    const table = `<w:tbl>${row(paragraph('Siehe A0012/26'))}</w:tbl>`;
    const { reply } = await fromWord('S0302/26', paragraph('x'), table);
    expect(JSON.stringify(reply)).toContain('"paperReference","attrs":{"reference":"A0012/26"}');
  });

  it('names what stands in the file and not in the text', async () => {
    const struck = '<w:p><w:r><w:t>Neu</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>alt</w:t></w:r></w:p>';
    const deleted =
      '<w:p><w:r><w:t>Bleibt</w:t></w:r><w:del w:author="a"><w:r><w:delText>geht</w:delText></w:r></w:del></w:p>';
    const { reply, notes } = await fromWord('S0303/26', paragraph('x'), struck + deleted);
    expect(plainParagraphs(reply)).toEqual(['Neu', 'Bleibt']);
    expect(notes).toContainEqual({ code: 'words-left-out', text: 'alt' });
    expect(notes).toContainEqual({ code: 'deletion-open', text: 'geht' });
  });

  it('leaves each footnote with the text its mark is in, whatever else is raised there', async () => {
    const raised = (text: string): string =>
      `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>${text}</w:t></w:r>`;
    const mark = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const words = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
    const note = (id: number, text: string): string => `<w:footnote w:id="${id}">${paragraph(text)}</w:footnote>`;
    const bytes = docxOfXml(
      statement(
        'S0304/26',
        `<w:p>${words('Das Feld')}${mark(2)}${words(' hat 250 m')}${raised('2')}</w:p>`,
        `<w:p>${words('Es bleibt')}${mark(3)}</w:p>`,
      ),
      {
        'word/footnotes.xml': `<w:footnotes ${W}>${note(2, 'Zum Zitat')}${note(3, 'Zur Antwort')}</w:footnotes>`,
        'word/_rels/document.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="f" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>',
      },
    );
    const { quotation, reply } = await imported('noten.docx', bytes);
    expect(lines(quotation)).toEqual(['Das Feld¹ hat 250 m²', '¹ Zum Zitat']);
    expect(lines(reply)).toEqual(['Es bleibt²', '² Zur Antwort']);
  });

  it('gives its words with their form to the text of a paper', async () => {
    const bytes = docxOfXml(`<w:document ${W}><w:body>${paragraph('Wir fragen A0012/26:')}</w:body></w:document>`);
    const { text, notes } = await host.app.imports.readText({ fileName: 'a.docx', bytes });
    expect(plainParagraphs(text)).toEqual(['Wir fragen A0012/26:']);
    expect(notes).toEqual([]);
  });
});

describe.skipIf(sharedMissing !== undefined)('files that once failed', () => {
  it('days written in words are days', async () => {
    const { id, notes } = await host.app.imports.importFile({
      fileName: 'a.txt',
      bytes: readFileSync(sharedPath('cases', 'date-long-form.txt')),
    });
    const { content } = await host.app.statements.get(id);
    expect(notes).toEqual([]);
    expect(content.date).toBe('2026-10-27');
    expect(content.consultations.map(({ date }) => date)).toEqual(['2026-11-12', '2026-11-19']);
  });

  it.each<[string, string[]]>([
    ['docx-checkbox.docx', ['Finanzielle Auswirkungen: ☐ ja  ☒ nein', 'Klimarelevanz: ☒ erheblich  ☐ keine']],
    ['docx-simple-field.docx', ['Stand: 05.10.2026, Aktenzeichen 32-14/2026.']],
  ])('%s arrives whole', async (name, expected) => {
    expect(lines((await caseFile(name)).reply)).toEqual(expected);
  });

  it('raised signs stay raised', async () => {
    expect(lines((await caseFile('docx-superscript.docx')).reply).join(' ')).toMatch(/250 m².*10³ m³.*CO₂/);
  });

  it('lists count as in Word', async () => {
    const { quotation } = await caseFile('docx-numbering.docx');
    const labels = lines(quotation).map((line) => /^(?:\d+\.|[a-z]\)|[IVX]+\.)/.exec(line)?.[0]);
    expect(labels.filter(Boolean)).toEqual(['1.', 'a)', 'b)', '2.', '3.', '4.', 'I.', 'II.']);
  });

  it('a footnote stands at the end, is named, and hides no signatory', async () => {
    const { reply, signatory, notes } = await caseFile('docx-footnote.docx');
    expect(signatory).toBe('Mara Beispiel');
    expect(lines(reply)).toEqual(['Es fehlen 14 Leuchten¹.', expect.stringMatching(/^¹ Stand 30\.09\.2026/)]);
    expect(notes.filter(({ code }) => code === 'footnote-kept')).toHaveLength(1);
  });

  it('a main part of any name is read', async () => {
    expect((await caseFile('docx-main-part-name.docx')).signatory).toBe('Mara Beispiel');
  });

  it('items of a list in a cell stay apart', async () => {
    expect(JSON.stringify((await caseFile('docx-list-in-cell.docx')).reply).match(/"listItem"/g)).toHaveLength(4);
  });
});
