/** A field of the list from end to end: set, stored, found, printed where the office wants it, sealed. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { formSheet } from '../../../src-main/core/print/form-sheet.ts';
import { fromRecord, printedRecord, toRecord } from '../../../src-main/core/statement/statement-record.ts';
import { builtInProfile } from '../../../src-main/core/office/office-service.ts';
import { statementRecordSchema } from '../../../src-main/record/statement-record.ts';
import { countingIds, statementContent } from '../../support/builders.ts';
import { testHost, type TestHost } from '../../support/test-host.ts';

const SIGN = '61.20-03/2026';
const REF = 'S0021/26';
let host: TestHost;
beforeAll(async () => {
  host = testHost();
  await host.app.system.initialise({ kind: 'example' });
});
afterAll(() => host.dispose());

it('is set by name, stored, and found by the search', async () => {
  await host.app.statements.setField({ ref: REF, field: 'fileReference', value: ` ${SIGN} ` });
  expect((await host.app.statements.get(REF)).content.fileReference).toBe(SIGN);
  const found = await host.app.papers.list({ text: SIGN, limit: 10 });
  expect(found.items.map(({ reference }) => reference)).toEqual([REF]);
  const report = await host.app.backup.doctor();
  expect(report.findings.filter(({ ok }) => !ok)).toEqual([]);
});

it('prints where an office has it in its head, and stays inside where not', () => {
  const content = statementContent({ fileReference: SIGN });
  const usual = builtInProfile();
  expect(JSON.stringify(printedRecord(REF, content, usual))).not.toContain(SIGN);
  const own = {
    ...usual,
    headRows: ['identity' as const, 'contact' as const],
    contactFields: ['fileReference' as const],
  };
  const record = printedRecord(REF, content, own);
  expect(record.fileReference).toBe(SIGN);
  const sheet = JSON.stringify(formSheet(record, own));
  expect(sheet).toContain(SIGN);
  expect(sheet).toContain('Aktenzeichen');
});

it('is missing in a record where it is not filled, which reads as before', () => {
  const before = toRecord(REF, statementContent());
  expect(before).not.toHaveProperty('fileReference');
  expect(statementRecordSchema.parse(before)).toEqual(before);
  expect(fromRecord(before, countingIds()).fileReference).toBeNull();
});
