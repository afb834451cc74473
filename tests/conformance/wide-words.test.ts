/** Words wider than their line, in text and in cells of tables: every letter stays on the paper and inside its own column. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPdfWriter } from '../../src-main/adapters/pdf/pdf-writer.ts';
import { createTypesetter } from '../../src-main/adapters/typst/typesetter.ts';
import type { Block } from '../../src-main/record/rich-text/rich-text.ts';
import { formSheet } from '../../src-main/core/print/form-sheet.ts';
import { builtInProfile } from '../../src-main/core/office/office-service.ts';
import { sampleRecord } from '../../src-main/core/statement/sample-record.ts';
import { distributionList } from '../../src-main/core/print/distribution-list.ts';
import { letterDocument } from '../../src-main/core/print/letter.ts';
import type { PrintDocument } from '../../src-main/core/print/model.ts';
import { sampleLetter } from '../../src-main/core/setup/sample-letter.ts';
import type { StatementRecord } from '../../src-main/record/statement-record.ts';
import { richText } from '../support/builders.ts';
import { bullets, paragraph, quotation } from '../support/hard-records.ts';
import { pdfText, verapdf } from '../harness/judges/judges.ts';
import { outputOf } from '../harness/judges/run-tool.ts';
import { assetFolder, typstWorker } from '../support/test-host.ts';
import { requireJudges, scratchFolder } from './corpus.ts';

const folder = scratchFolder();
const typesetter = createTypesetter({ workerFile: typstWorker, assetFolder });
const writer = createPdfWriter(typesetter);
const profile = builtInProfile('Stadt Auental');
const POINTS_PER_MM = 72 / 25.4;
const PAGE_PT = 210 * POINTS_PER_MM;
const RIGHT_EDGE_PT = PAGE_PT - profile.style.marginRightMm * POINTS_PER_MM;

const LONG = 'Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung';
const LONGER = `${LONG}${LONG.toLowerCase()}`;
const ADDRESS = `https://www.auental.example/${'buergerdienste'.repeat(6)}?vorlage=S0021_26`;
const TIED = 'Drs. S0021/26 Nr. 12 Abs. 3 Satz 4 Halbsatz 2 Buchstabe b Doppelbuchstabe cc und weiter ohne Umbruch';
const cell = (text: string) => ({
  type: 'tableCell' as const,
  attrs: { colspan: 1, rowspan: 1 },
  content: [paragraph(text)],
});
const table = (...rows: string[][]): Block =>
  ({ type: 'table', content: rows.map((row) => ({ type: 'tableRow', content: row.map(cell) })) }) as Block;

interface Word {
  readonly text: string;
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
/** As poppler sees them, in points from the left upper corner. */
async function words(pdf: string): Promise<Word[]> {
  const html = await outputOf('pdftotext', ['-bbox', pdf, '-']);
  return html.split('<page ').flatMap((part, page) => {
    const found = part.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g);
    return [...found].map(([, left, top, right, bottom, text = '']) => ({
      text,
      page,
      left: Number(left),
      right: Number(right),
      top: Number(top),
      bottom: Number(bottom),
    }));
  });
}

async function printed(name: string, document: PrintDocument): Promise<string> {
  const pdf = join(folder, `${name}.pdf`);
  writeFileSync(pdf, await writer.write(document, Promise.resolve([])));
  return pdf;
}
const written = (name: string, ...reply: Block[]): Promise<string> =>
  printed(name, formSheet({ ...sampleRecord(), reply: richText(...reply) }, profile));

/** Pairs of words that stand over each other. */
const overlaps = (all: readonly Word[]): string[] =>
  all.flatMap((word, index) =>
    all
      .slice(index + 1)
      .filter(
        ({ page, top, bottom, left, right }) =>
          page === word.page &&
          Math.min(bottom, word.bottom) - Math.max(top, word.top) > 3 &&
          left < word.right - 1 &&
          right > word.left + 1,
      )
      .map(({ text }) => `${word.text} over ${text}`),
  );

afterAll(() => typesetter.close());

describe('a word wider than its line', () => {
  let inText: string;
  let inCells: string;
  let fitting: string;
  beforeAll(async () => {
    inText = await written(
      'text',
      ...[LONGER, ADDRESS, TIED].map((word) => paragraph(`Nach der ${word} gilt dies.`)),
      quotation(paragraph(LONGER)),
      bullets({ type: 'listItem', content: [paragraph(LONGER)] }),
    );
    inCells = await written('cells', table([LONG, LONG, 'Mitte', LONG, TIED], ['1', '2', '3', '4', '5']));
    fitting = await written(
      'fitting',
      table(['Straßenunterhaltung', 'Grünflächenpflege', 'Winterdienst'], ['1', '2', '3']),
    );
  });

  it('stays within the margins, in text, quotations, lists and cells', async (test) => {
    requireJudges(test, ['Poppler']);
    for (const pdf of [inText, inCells])
      expect((await words(pdf)).filter(({ right }) => right > RIGHT_EDGE_PT + 1)).toEqual([]);
  });

  it('does not run into the next column', async (test) => {
    requireJudges(test, ['Poppler']);
    const found = await words(inCells);
    const middle = found.find(({ text }) => text === 'Mitte');
    if (!middle) throw new Error('the middle cell is missing');
    const before = found.filter(({ top, left }) => Math.abs(top - middle.top) < 3 && left < middle.left);
    expect(before.length).toBeGreaterThan(1);
    for (const { right } of before) expect(right).toBeLessThan(middle.left);
  });

  it('is read out whole', async (test) => {
    requireJudges(test, ['Poppler']);
    const bare = (text: string): string => text.replace(/\s/g, '');
    for (const [pdf, all] of [
      [inText, [LONGER, ADDRESS, TIED]],
      [inCells, [LONG, TIED]],
    ] as const) {
      const text = bare(await pdfText(pdf, { raw: true }));
      for (const word of all) expect(text).toContain(bare(word));
    }
  });

  it('is no fault of PDF/A and PDF/UA', async (test) => {
    requireJudges(test, ['veraPDF']);
    for (const flavour of ['3a', 'ua1'] as const)
      expect((await verapdf([inText, inCells], flavour)).map(({ compliant }) => compliant)).toEqual([true, true]);
  });

  it('is the only one that breaks without need', async (test) => {
    requireJudges(test, ['Poppler']);
    const found = (await words(fitting)).map(({ text }) => text);
    for (const word of ['Straßenunterhaltung', 'Grünflächenpflege', 'Winterdienst']) expect(found).toContain(word);
  });
});

describe('a word wider than its cell', () => {
  const record = sampleRecord();
  const wide: StatementRecord = {
    ...record,
    leadUnit: LONG,
    name: LONGER,
    consultations: [{ organization: LONGER, date: '2026-02-03', role: LONG }],
    signatory: { prefix: null, name: LONGER, role: LONGER },
    contact: {
      ourSign: LONG,
      clerk: LONGER,
      room: LONG,
      telephone: '0'.repeat(90),
      email: `${'amtsleitung'.repeat(9)}@auental.example`,
    },
  };
  const usual = sampleLetter('cover-letter', profile);
  const letter = {
    ...usual,
    subject: LONGER,
    enclosures: [LONGER],
    information: { ...usual.information, unit: LONG, ourSign: LONG, name: LONG, email: wide.contact.email ?? '' },
  };
  /** DIN 5008 lets the information block of a letter end 10 mm before the edge. */
  const INFORMATION_EDGE_PT = PAGE_PT - 10 * POINTS_PER_MM;
  const documents: readonly (readonly [string, PrintDocument, number])[] = [
    ['form sheet', formSheet(wide, profile), RIGHT_EDGE_PT],
    ['distribution list', distributionList(wide, profile), RIGHT_EDGE_PT],
    ['letter', letterDocument(letter, profile), INFORMATION_EDGE_PT],
  ];

  it.each(documents)('stays in it, and on the paper: %s', async (name, document, edge) => {
    const found = await words(await printed(name, document));
    expect(found.filter(({ right }) => right > edge + 1)).toEqual([]);
    expect(overlaps(found)).toEqual([]);
  });
});
