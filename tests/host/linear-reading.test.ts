/** Every reader of strangers' files takes twice the time for twice the file, whatever the file repeats. */
import { strToU8, zipSync } from 'fflate';
import { describe, it } from 'vitest';
import { auditOdf } from '../../src-main/adapters/attachment/audit-odf.ts';
import { auditOoxml } from '../../src-main/adapters/attachment/audit-ooxml.ts';
import { docxText } from '../../src-main/adapters/attachment/docx-text.ts';
import { joinLines } from '../../src-main/adapters/attachment/join-lines.ts';
import { odtText } from '../../src-main/adapters/attachment/odt-text.ts';
import { plainText } from '../../src-main/adapters/attachment/plain-text.ts';
import { sniffMimeType } from '../../src-main/adapters/attachment/sniff-mime-type.ts';
import { tidyText } from '../../src-main/adapters/attachment/tidy-text.ts';
import { readContactList } from '../../src-main/adapters/contact-list/read-contact-list.ts';
import { readDocx } from '../../src-main/adapters/docx/read-docx.ts';
import { decodeText } from '../../src-main/adapters/import/decode-text.ts';
import { isInflated } from '../../src-main/adapters/formats/pdf/inflation-guard.ts';
import { recogniseStatement } from '../../src-main/core/import/recognise-statement.ts';
import { textSource } from '../../src-main/core/import/source-lines.ts';
import { builtInProfile } from '../../src-main/core/office/office-service.ts';
import { readSettingsFile } from '../../src-main/core/settings/settings-file.ts';
import { cleanContent } from '../../src-main/core/statement/statement-content.ts';
import { odtOf } from '../adapters/attachment/sample-files.ts';
import { countingIds } from '../support/builders.ts';
import { expectLinear, orRefused } from '../support/linear.ts';

type Make = (count: number) => string;
type Case = readonly [name: string, size: number, make: Make];
const each = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join('');

const OPEN = 'http://schemas.openxmlformats.org';
const PARTS = {
  '[Content_Types].xml': `<Types xmlns="${OPEN}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${OPEN}/package/2006/relationships"><Relationship Id="r1" Type="${OPEN}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
};
function docx(body: string, more: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  const document = `<w:document xmlns:w="${OPEN}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  const parts = Object.entries({ ...PARTS, 'word/document.xml': document }).map(([name, xml]) => [name, strToU8(xml)]);
  return zipSync({ ...(Object.fromEntries(parts) as Record<string, Uint8Array>), ...more }, { level: 0 });
}
const run = (text: string, properties = ''): string =>
  `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const bold = (text: string): string => run(text, '<w:rPr><w:b/></w:rPr>');
const paragraph = (...runs: readonly string[]): string => `<w:p>${runs.join('')}</w:p>`;

const DOCX: readonly Case[] = [
  ['blanks in bold', 400_000, (n) => paragraph(bold(`a${' '.repeat(n)}b`))],
  ['blanks in plain', 400_000, (n) => paragraph(run(`a${' '.repeat(n)}b`))],
  ['attributes', 10_000, (n) => `<w:p ${each(n, (i) => `a${i}="x" `)}>${run('x')}</w:p>`],
  ['namespaces', 10_000, (n) => `<w:p ${each(n, (i) => `xmlns:a${i}="x" `)}>${run('x')}</w:p>`],
  ['paragraphs', 6000, (n) => each(n, (i) => paragraph(run(`Absatz ${i}`)))],
  ['small runs', 6000, (n) => paragraph(run('x').repeat(n))],
  ['bold and plain runs', 6000, (n) => paragraph((bold('x') + run('y')).repeat(n / 2))],
  ['forced line ends', 5000, (n) => paragraph('<w:r><w:br/></w:r>'.repeat(n))],
  ['rows', 2000, (n) => `<w:tbl>${`<w:tr><w:tc>${paragraph(run('a'))}</w:tc></w:tr>`.repeat(n)}</w:tbl>`],
  ['deep nesting', 200, (n) => '<w:x>'.repeat(n) + paragraph(run('x')) + '</w:x>'.repeat(n)],
  [
    'tables in tables',
    100,
    (n) => '<w:tbl><w:tr><w:tc>'.repeat(n) + paragraph(run('x'.repeat(999))) + '</w:tc></w:tr></w:tbl>'.repeat(n),
  ],
];

describe.each(DOCX)('a DOCX of many %s', (_, size, make) => {
  it('is imported in linear time', () =>
    expectLinear(
      size,
      (n) => docx(make(n)),
      (file) => readDocx('a.docx', file),
    ));
  it('gives its words in linear time', () => expectLinear(size, (n) => docx(make(n)), docxText));
  it('is looked through in linear time', () => expectLinear(size, (n) => docx(make(n)), auditOoxml));
});

describe('a DOCX of many entries', () => {
  const entries = (n: number): Uint8Array =>
    docx(
      paragraph(run('x')),
      Object.fromEntries(Array.from({ length: n }, (_, i) => [`word/media/${i}.bin`, new Uint8Array(1)])),
    );
  it('is imported in linear time', () => expectLinear(900, entries, (file) => readDocx('a.docx', file)));
  it('gives its words in linear time', () => expectLinear(2000, entries, docxText));
  it('is told in linear time', () => expectLinear(2000, entries, (file) => sniffMimeType(file, 'a')));
});

const ODT: readonly Case[] = [
  ['blanks', 400_000, (n) => `<text:p>a${' '.repeat(n)}b</text:p>`],
  ['paragraphs', 6000, (n) => '<text:p>x</text:p>'.repeat(n)],
  ['spans', 6000, (n) => `<text:p>${'<text:span>x</text:span>'.repeat(n)}</text:p>`],
  ['attributes', 10_000, (n) => `<text:p ${each(n, (i) => `a${i}="x" `)}>x</text:p>`],
  ['nested spans', 200, (n) => `<text:p>${'<text:span>'.repeat(n)}x${'</text:span>'.repeat(n)}</text:p>`],
];
describe.each(ODT)('an ODT of many %s', (_, size, make) => {
  it('gives its words in linear time', () => expectLinear(size, (n) => odtOf(make(n)), odtText));
  it('is looked through in linear time', () => expectLinear(size, (n) => odtOf(make(n)), auditOdf));
});

const card = (lines: string): string => `BEGIN:VCARD\nVERSION:3.0\nFN:A\n${lines}\nEND:VCARD\n`;
it.each<Case>([
  ['rows of one quoted cell', 90_000, (n) => '"a"\n'.repeat(n)],
  ['quotation marks', 500_000, (n) => `a;b\n"${'""'.repeat(n)}";c\n`],
  ['odd quotation marks', 200_000, (n) => `a;b\n${'"a"x'.repeat(n)};c\n`],
  ['lines behind an open quotation mark', 500_000, (n) => `a;b\n"${'x\n'.repeat(n)}`],
  ['blanks', 2_000_000, (n) => `a;b\nx${' '.repeat(n)}y;c\n`],
  ['delimiters', 900_000, (n) => ';'.repeat(n)],
  ['line ends', 300_000, (n) => `${'\r'.repeat(n)}a;b\n`],
  ['cards with blanks in the street', 100, (n) => card(`ADR:;;a${' '.repeat(19_000)}b;Ort`).repeat(n)],
  ['cards of separators', 30, (n) => card(`ADR:${','.repeat(19_000)}`).repeat(n)],
  ['folded lines', 200_000, (n) => card(`N:A${'\n x'.repeat(n)}`)],
  ['encoded line ends', 200_000, (n) => card(`N;ENCODING=QUOTED-PRINTABLE:${'a=\n'.repeat(n)}`)],
  ['opened cards', 100_000, (n) => 'BEGIN:VCARD\n'.repeat(n)],
])('a list of many %s is read in linear time', (_, size, make) =>
  expectLinear(
    size,
    (n) => Buffer.from(make(n)),
    orRefused((bytes) => readContactList({ fileName: 'liste', bytes })),
  ),
);

const profile = builtInProfile();
const { labels } = profile;
const HEAD =
  'Stadt Auental\nStellungnahme der Verwaltung öffentlich\nStadtamt\tStellungnahme-Nr.\tDatum\nAmt 61\tS0001/26\t01.02.2026\n\n';
const TEXTS: readonly Case[] = [
  ['blanks', 400_000, (n) => `a${' '.repeat(n)}b`],
  ['blanks between bold marks', 400_000, (n) => `**a${' '.repeat(n)}b**`],
  ['empty lines', 400_000, (n) => `a${'\n'.repeat(n)}b`],
  ['tabs', 400_000, (n) => `a${'\t'.repeat(n)}b`],
  ['paragraphs', 20_000, (n) => each(n, (i) => `Absatz ${i}\n\n`)],
  ['bullets', 15_000, (n) => each(n, (i) => `• Punkt ${i}\n\n`)],
  ['bullets in one paragraph', 15_000, (n) => each(n, (i) => `• Punkt ${i}\n`)],
  ['stars', 200_000, (n) => '*'.repeat(n)],
  ['bold marks that stay open', 100_000, (n) => '**a '.repeat(n)],
  ['backslashes', 400_000, (n) => '\\'.repeat(n)],
  ['references', 20_000, (n) => 'S0386/22 '.repeat(n)],
  ['half references', 50_000, (n) => 'S1/22/1/1'.repeat(n)],
  ['capitals', 500_000, (n) => 'Ä'.repeat(n)],
  ['marks on one letter', 100_000, (n) => `a${'\u0301'.repeat(n)}`],
  [
    'rows of consultations',
    15_000,
    (n) => `${HEAD}${labels.distribution}\t${labels.day}\n${'Ausschuss\t1.1.x\n'.repeat(n)}`,
  ],
  ['words in a row', 200_000, (n) => `${HEAD}${labels.distribution}\t${labels.day}\n${'a '.repeat(n)}1.1.2026\n`],
  ['lists of attachments', 10_000, (n) => HEAD + `${labels.attachments}\n${labels.attachment} 1 – x\n\n`.repeat(n)],
  [
    'attachments',
    10_000,
    (n) => `${HEAD}Text\n\n${labels.attachments}\n${each(n, (i) => `${labels.attachment} ${i + 1} – x\n`)}`,
  ],
  ['answers', 10_000, (n) => `${HEAD}${labels.answers}\n${'A0001/26 – Fraktion\n'.repeat(n)}`],
  ['dashes behind the title', 200_000, (n) => `Stellungnahme der Verwaltung${' –'.repeat(n)}\n`],
  ['hinges', 10_000, (n) => 'Die Verwaltung x Stellung\n\n'.repeat(n)],
];
describe.each(TEXTS)('a text of many %s', (_, size, make) => {
  it('is recognised in linear time', () =>
    expectLinear(size, make, (text) => {
      const newId = countingIds();
      cleanContent(
        recogniseStatement({ source: textSource(text), today: '2026-03-02' }, profile, newId).content,
        newId,
      );
    }));
  it('is decoded and tidied in linear time', () =>
    expectLinear(
      size,
      (n) => Buffer.from(make(n)),
      (bytes) => [decodeText('a', bytes), tidyText(plainText(bytes))],
    ));
});

it('lines of a page that end in hyphens are joined in linear time', () =>
  expectLinear(60_000, (n) => Array.from({ length: n }, () => 'Verkehrs-'.toLowerCase()), joinLines));

it.each<Case>([
  ['packed names', 200_000, (n) => `1 0 obj <</ObjStm ${'Fl'.repeat(n)}>>stream\nx`],
  ['tables', 200_000, (n) => `obj /ObjStm ${'/W '.repeat(n)}stream\n`],
  ['blanks in a table', 400_000, (n) => `obj /W${' '.repeat(n)}stream\n`],
  ['ends of streams', 200_000, (n) => 'endstream\n'.repeat(n)],
])('a PDF of many %s is guarded in linear time', (_, size, make) =>
  expectLinear(
    size,
    (n) => Buffer.from(`%PDF-1.7\n${make(n)}`),
    orRefused((file) => void isInflated(file)),
  ),
);

it.each<Case>([
  ['levels', 20_000, (n) => '['.repeat(n) + ']'.repeat(n)],
  ['fields', 50_000, (n) => `{${each(n, (i) => `"a${i}":1,`)}"b":1}`],
  ['blanks', 400_000, (n) => `{${' '.repeat(n)}}`],
])('a settings file of many %s is refused in linear time', (_, size, make) =>
  expectLinear(
    size,
    make,
    orRefused((text) => readSettingsFile('a.json', text)),
  ),
);
