/** A field that is added to the list is blackened without anybody thinking of it. */
import { expect, it } from 'vitest';
import { redactRecord } from '../../../src-main/core/redaction/redact-record.ts';
import { sampleRecord } from '../../../src-main/core/statement/sample-record.ts';
import { FIELDS, valueAt, type StatementField } from '../../../src-main/record/statement-fields.ts';
import type { StatementRecord } from '../../../src-main/record/statement-record.ts';

const MARK = { field: 'hinge', blockId: null, start: 0, end: 14, words: 'Die Verwaltung', reason: '' } as const;
const withField = (value: unknown): StatementRecord => ({ ...sampleRecord(), caseWorker: value }) as StatementRecord;

it.each(['line', 'optional-line', 'sentence'] as const)('as it is: %s', (kind) => {
  const fields: readonly StatementField[] = [...FIELDS, { key: 'caseWorker', kind }];
  const redacted = redactRecord(withField('Wie es die Verwaltung sah'), [MARK], fields);
  expect(JSON.stringify(redacted)).not.toMatch(/die verwaltung/i);
  expect(valueAt(redacted, 'caseWorker')).toMatch(/^Wie es .+ sah$/);
});

it('what is not in the list is not handed on', () => {
  const redacted = redactRecord(withField('Eva Muster'), []);
  expect(Object.keys(redacted).sort()).toEqual(Object.keys(sampleRecord()).sort());
});

it('every field that names the paper stays, and no other', () => {
  const kept = FIELDS.filter((field) => 'isKept' in field).map(({ key }) => key);
  expect(kept).toEqual(['edition', 'publicity', 'reference', 'date']);
});
