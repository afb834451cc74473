/** Where the words of aligned cells stand on the page, measured by poppler. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPdfWriter } from '../../src-main/adapters/pdf/pdf-writer.ts';
import { createTypesetter, type TypstTypesetter } from '../../src-main/adapters/typst/typesetter.ts';
import { formSheet } from '../../src-main/core/print/form-sheet.ts';
import { builtInProfile } from '../../src-main/core/office/office-service.ts';
import { sampleRecord } from '../../src-main/core/statement/sample-record.ts';
import type { CellAlign, TableRow } from '../../src-main/record/rich-text/rich-text.ts';
import { outputOf } from '../harness/judges/run-tool.ts';
import { assetFolder, typstWorker } from '../support/test-host.ts';
import { requireJudges } from './corpus.ts';

const folder = mkdtempSync(join(tmpdir(), 'stellwerk-aligned-'));
let typesetter: TypstTypesetter;
beforeAll(() => {
  typesetter = createTypesetter({ workerFile: typstWorker, assetFolder });
});
afterAll(async () => {
  await typesetter.close();
  rmSync(folder, { recursive: true, force: true });
});

const row = (...texts: readonly string[]): TableRow => ({
  type: 'tableRow',
  content: texts.map((text, column) => {
    const align = ([undefined, 'center', 'right'] as const)[column] satisfies CellAlign | undefined;
    return {
      type: 'tableCell',
      attrs: { colspan: 1, rowspan: 1, ...(align && { align }) },
      content: [{ type: 'paragraph', attrs: { id: null }, content: [{ type: 'text', text }] }],
    };
  }),
});

it('columns are ranged left, centred and right to a tenth of a point', async (test) => {
  requireJudges(test, ['Poppler']);
  const rows = [row('Linksa', 'Mittea', '7,00a'), row('Linksblang', 'Mitteblang', '1.000.000,00b')];
  const reply = { type: 'doc' as const, content: [{ type: 'table' as const, attrs: { id: null }, content: rows }] };
  const path = join(folder, 'a.pdf');
  const document = formSheet({ ...sampleRecord(), reply }, builtInProfile());
  writeFileSync(path, await createPdfWriter(typesetter).write(document, Promise.resolve([])));
  const boxes = await outputOf('pdftotext', ['-bbox', path, '-']);
  const placed = (word: string): { left: number; right: number } => {
    const found = new RegExp(`xMin="([\\d.]+)"[^>]*xMax="([\\d.]+)"[^>]*>${word.replaceAll('.', '\\.')}<`).exec(boxes);
    if (!found) throw new Error(`${word} is not on the page`);
    return { left: Number(found[1]), right: Number(found[2]) };
  };
  const middle = ({ left, right }: { left: number; right: number }): number => (left + right) / 2;
  expect(placed('Linksa').left).toBeCloseTo(placed('Linksblang').left, 1);
  expect(placed('7,00a').right).toBeCloseTo(placed('1.000.000,00b').right, 1);
  expect(middle(placed('Mittea'))).toBeCloseTo(middle(placed('Mitteblang')), 1);
  expect(placed('7,00a').left).toBeGreaterThan(placed('1.000.000,00b').left + 20);
});
