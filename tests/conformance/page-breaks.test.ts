import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Block } from '../../src-main/record/rich-text/rich-text.ts';
import { sampleRecord } from '../../src-main/core/statement/sample-record.ts';
import { bullets, heading, HEAD_WORDS, longText, paragraph, quotation, table } from '../support/hard-records.ts';
import { libreOfficeConvert, pdfText } from '../harness/judges/judges.ts';
import { testHost, type TestHost } from '../support/test-host.ts';
import { importRecord, requireJudges, scratchFolder } from './corpus.ts';
import { filesOf } from '../support/hand-over.ts';

const folder = scratchFolder();
const SIGNATORY = 'Katharina Zeichnungsberechtigt';
const ROLE = 'Dezernentin';
let host: TestHost;
let count = 0;

beforeAll(async () => {
  host = testHost();
  await host.app.system.initialise({ kind: 'own', bodyName: 'Stadt Prüfingen' });
});
afterAll(() => host.dispose());

/** Writes the form sheet of a reply; gives the paths of PDF and DOCX. */
async function write(reply: Block[]): Promise<{ pdf: string; docx: string }> {
  count += 1;
  const { id } = await importRecord(host, {
    ...sampleRecord(),
    reference: `S${String(count).padStart(4, '0')}/25`,
    reply: { type: 'doc', content: reply },
    signatory: { name: SIGNATORY, role: ROLE, prefix: null },
  });
  const files = await filesOf(host.app.documents.deliver({ ref: id, kind: 'form-sheet', formats: ['pdf', 'docx'] }));
  const [pdf = '', docx = ''] = files.map((file) => {
    const path = join(folder, file.fileName);
    writeFileSync(path, file.bytes);
    return path;
  });
  return { pdf, docx };
}

/** Lines of each page without the footer. */
async function pagesOf(pdf: string): Promise<string[][]> {
  const text = await pdfText(pdf);
  return text
    .replace(/\f$/, '')
    .split('\f')
    .map((page) =>
      page
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !/ · Seite \d+ von \d+$/.test(line)),
    );
}

/** On the last page stand the signature and, before it, words of the reply that are no heading and no repeated table head. */
function expectSignatureInCompany(pages: readonly string[][], what: string): void {
  const last = pages.at(-1) ?? [];
  expect(last.slice(-2), what).toEqual([SIGNATORY, ROLE]);
  const company = last
    .slice(0, -2)
    .filter((line) => !line.startsWith('Überschrift') && !HEAD_WORDS.some((word) => line.includes(word)));
  expect(company.length, `${what}: ${last.join(' | ')}`).toBeGreaterThan(0);
}

function expectNoHeadingLast(pages: readonly string[][], what: string): void {
  for (const [index, lines] of pages.entries()) {
    expect(lines.at(-1), `${what}, page ${index + 1}`).not.toMatch(/^(?:Überschrift|Antrag$|Stellungnahme$|Vorgang$)/);
  }
}

const line = (at: number): Block => paragraph(`Absatz ${at} der Antwort steht in einer Zeile.`);
const lines = (length: number): Block[] => Array.from({ length }, (_, at) => line(at + 1));
/** What the reply ends with; the number is how many lines that takes, so that every sweep crosses the page end. */
const ENDS: [string, number, (length: number) => Block[]][] = [
  ['short paragraphs', 0, lines],
  [
    'a heading before every third paragraph',
    8,
    (length) =>
      lines(length).flatMap((block, at) => (at % 3 === 0 ? [heading(1, `Überschrift ${at}`), block] : [block])),
  ],
  ['a long paragraph', 4, (length) => [...lines(length), paragraph(longText(6))]],
  ['a table', 7, (length) => [...lines(length), table(4)]],
  [
    'a list',
    4,
    (length) => [
      ...lines(length),
      bullets(...Array.from({ length: 4 }, (_, at) => ({ type: 'listItem' as const, content: [line(at)] }))),
    ],
  ],
  ['a quotation', 5, (length) => [...lines(length), quotation(line(1), paragraph(longText(4)))]],
];
const LONGEST = 36;
const lengths = (taken: number): number[] =>
  Array.from({ length: 25 }, (_, at) => Math.max(1, LONGEST - 24 - taken) + at);

describe('over a page end', () => {
  it.for(ENDS)('the PDF keeps signature and headings in company after %s', async ([what, taken, reply], test) => {
    requireJudges(test, ['Poppler']);
    const pageCounts = new Set<number>();
    for (const length of lengths(taken)) {
      const pages = await pagesOf((await write(reply(length))).pdf);
      pageCounts.add(pages.length);
      expectSignatureInCompany(pages, `${what}, ${length} paragraphs`);
      expectNoHeadingLast(pages, `${what}, ${length} paragraphs`);
    }
    // The sweep must have crossed a page end, or it proves nothing.
    expect(pageCounts.size).toBeGreaterThanOrEqual(2);
  });

  it.for(ENDS)('Word’s file keeps them in company after %s', async ([what, taken, reply], test) => {
    requireJudges(test, ['Poppler', 'LibreOffice']);
    const written: string[] = [];
    for (const length of lengths(taken).filter((_, at) => at % 3 === 0))
      written.push((await write(reply(length))).docx);
    const out = join(folder, `word-${count}`);
    mkdirSync(out);
    const pdfs = await libreOfficeConvert(written, 'pdf', out);
    const pageCounts = new Set<number>();
    for (const [index, pdf] of pdfs.entries()) {
      const pages = await pagesOf(pdf);
      pageCounts.add(pages.length);
      expectSignatureInCompany(pages, `${what}, file ${index + 1}`);
      expectNoHeadingLast(pages, `${what}, file ${index + 1}`);
    }
    expect(pageCounts.size).toBeGreaterThanOrEqual(2);
  });
});

describe('a table over several pages', () => {
  it('has its head on every page in both formats', async (test) => {
    requireJudges(test, ['Poppler', 'LibreOffice']);
    const { pdf, docx } = await write([line(1), table(120), line(2)]);
    const [ofWord = ''] = await libreOfficeConvert([docx], 'pdf', join(folder, 'table'));
    for (const path of [pdf, ofWord]) {
      const pages = (await pagesOf(path)).map((page) => page.join(' '));
      const withRows = pages.filter((page) => /Vorhaben \d+ in der Straße/.test(page));
      expect(withRows.length).toBeGreaterThanOrEqual(3);
      for (const page of withRows) for (const word of HEAD_WORDS) expect(page.split(word)).toHaveLength(2);
      expect(pages.join(' ').match(/Vorhaben \d+ in der Straße/g)).toHaveLength(120);
    }
  });
});
