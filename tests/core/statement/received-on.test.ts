/** The day of receipt: noted with the answered paper, printed by the statement where the office wants it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { formSheet } from '../../../src-main/core/print/form-sheet.ts';
import { builtInProfile } from '../../../src-main/core/office/office-service.ts';
import { fromRecord, printedRecord, toRecord } from '../../../src-main/core/statement/statement-record.ts';
import { redactRecord } from '../../../src-main/core/redaction/redact-record.ts';
import { readForm } from '../../../src-main/record/kept-form.ts';
import { STATEMENT_FORM } from '../../../src-main/record/statement-record.ts';
import { countingIds, idNumber, paperContent, statementContent } from '../../support/builders.ts';
import { testHost, type TestHost } from '../../support/test-host.ts';

const INQUIRY = 'F0077/26';
let host: TestHost;
beforeAll(async () => {
  host = testHost();
  await host.app.system.initialise({ kind: 'example' });
});
afterAll(() => host.dispose());

const enter = (n: number, reference: string, receivedOn: string | null, unreadReceivedOn?: string) =>
  host.app.papers.register({
    id: idNumber(n),
    content: paperContent({ paperType: 'inquiry', reference, receivedOn, unreadReceivedOn }),
  });

it('is kept with the paper, and comes with it into the statement that answers it', async () => {
  const entered = await enter(501, INQUIRY, '2026-02-11');
  expect(entered.content.receivedOn).toBe('2026-02-11');
  const draft = await host.app.statements.create({
    id: idNumber(502),
    answers: INQUIRY,
    name: null,
    leadUnit: null,
    number: null,
  });
  expect(draft.content.receivedOn).toBe('2026-02-11');
  // Of several answered papers the earliest counts; the statement itself does not change it.
  await enter(503, 'A0078/26', '2026-02-09');
  const answers = [...draft.content.answers, { ...draft.content.answers[0], reference: 'A0078/26' }];
  await host.app.statements.setField({ ref: draft.id, field: 'answers', value: JSON.stringify(answers) });
  const { content, revision } = await host.app.statements.get(draft.id);
  expect(content.receivedOn).toBe('2026-02-09');
  await host.app.statements.save({
    id: draft.id,
    expectedRevision: revision,
    content: { ...content, receivedOn: null },
  });
  expect((await host.app.papers.get(INQUIRY)).content.receivedOn).toBe('2026-02-11');
  await expect(
    host.app.statements.setField({ ref: draft.id, field: 'receivedOn', value: '1.1.2026' }),
  ).rejects.toMatchObject({ code: 'field-unknown' });
});

it('stays as it was typed while it is no day', async () => {
  const { content } = await enter(504, 'F0079/26', null, '31.02.2026');
  expect([content.receivedOn, content.unreadReceivedOn]).toEqual([null, '31.02.2026']);
  expect((await host.app.papers.get('F0079/26')).content.unreadReceivedOn).toBe('31.02.2026');
  const report = await host.app.backup.doctor();
  expect(report.findings.filter(({ ok }) => !ok)).toEqual([]);
});

it('prints where an office has it in its head, as a German date, and stays inside where not', () => {
  const content = statementContent({ receivedOn: '2026-02-11' });
  const usual = builtInProfile();
  expect(printedRecord('S0001/26', content, usual)).not.toHaveProperty('receivedOn');
  const own = { ...usual, headRows: ['identity' as const, 'contact' as const], contactFields: ['receivedOn' as const] };
  const record = printedRecord('S0001/26', content, own);
  expect(record.receivedOn).toBe('2026-02-11');
  const sheet = JSON.stringify(formSheet(record, own));
  expect(sheet).toContain('Eingang am');
  expect(sheet).toContain('11.02.2026');
  expect(fromRecord(record, countingIds()).receivedOn).toBe('2026-02-11');
});

it('comes with an imported record to the paper that had none, and overrides no day that was noted', async () => {
  const answered = { reference: 'F0080/26', paperType: 'inquiry' as const, originators: [], printedOriginators: '' };
  const record = (reference: string, receivedOn: string) =>
    Buffer.from(JSON.stringify(toRecord(reference, statementContent({ answers: [answered], receivedOn }))));
  await host.app.imports.importFile({ fileName: 'a.json', bytes: record('S0080/26', '2026-01-08') });
  expect((await host.app.papers.get('F0080/26')).content.receivedOn).toBe('2026-01-08');
  expect((await host.app.statements.record('S0080/26')).receivedOn).toBe('2026-01-08');
  await host.app.imports.importFile({ fileName: 'b.json', bytes: record('S0081/26', '2026-01-09') });
  expect((await host.app.papers.get('F0080/26')).content.receivedOn).toBe('2026-01-08');
});

it('is left out of a blackened version whose words name the day, and never half blackened', () => {
  const hinge = 'Am 11.02.2026 kam sie an, im Jahr 2026.';
  const record = toRecord('S0001/26', statementContent({ receivedOn: '2026-02-11', hinge }));
  const blackened = (words: string) => {
    const start = hinge.lastIndexOf(words);
    return redactRecord(record, [
      { field: 'hinge', blockId: null, start, end: start + words.length, words, reason: '' },
    ]);
  };
  for (const words of ['11.02.2026', '2026']) {
    const made = blackened(words);
    expect(made).not.toHaveProperty('receivedOn');
    expect(readForm(STATEMENT_FORM, JSON.parse(JSON.stringify(made))).kind).toBe('read');
  }
  expect(blackened('kam')).toMatchObject({ receivedOn: '2026-02-11' });
});
