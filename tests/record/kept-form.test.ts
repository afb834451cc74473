/** What is kept for good is read by the version it was written in; what is not known is refused whole. */
import * as z from 'zod';
import { expect, test } from 'vitest';
import { keptForm, readForm } from '../../src-main/record/kept-form.ts';
import { RICH_TEXT_FORM } from '../../src-main/record/rich-text/rich-text.ts';
import { STATEMENT_FORM } from '../../src-main/record/statement-record.ts';
import { sampleRecord } from '../../src-main/core/statement/sample-record.ts';

const first = z.object({ schema: z.literal('probe/1'), title: z.string(), kind: z.enum(['a', 'b']).default('a') });
const second = z.object({
  schema: z.literal('probe/2'),
  name: z.string(),
  kind: z.string(),
  tags: z.array(z.string()).default([]),
});
const up = ({ title, kind }: z.infer<typeof first>) => ({ schema: 'probe/2', name: title, kind });
const form = keptForm('probe', [{ schema: first, up }, { schema: second }]);

test('an older version is brought up step by step', () => {
  const now = { kind: 'read', value: { schema: 'probe/2', name: 'Bänke', kind: 'b', tags: [] } };
  expect(readForm(form, { schema: 'probe/1', title: 'Bänke', kind: 'b' })).toEqual(now);
  expect(readForm(form, { schema: 'probe/2', name: 'Bänke', kind: 'b' })).toEqual(now);
});

test.each([
  ['a later version', { schema: 'probe/3', anything: 1 }, ['schema']],
  ['a key nobody knows', { schema: 'probe/2', name: 'x', kind: 'a', urgency: 3 }, ['urgency']],
  [
    'a key that every object answers to',
    JSON.parse('{"schema":"probe/2","name":"x","kind":"a","constructor":1,"__proto__":2}'),
    ['constructor', '__proto__'],
  ],
  ['a version far ahead', { schema: 'probe/99999999' }, ['schema']],
  ['a key deep inside', { schema: 'probe/2', name: 'x', kind: 'a', tags: ['y'], more: { a: null } }, ['more']],
  ['a word nobody knows, where words were closed', { schema: 'probe/1', title: 'x', kind: 'c' }, ['kind']],
] as [string, unknown, string[]][])('%s is from a newer program', (_, value, places) => {
  expect(readForm(form, value)).toEqual({ kind: 'newer', places });
});

test.each([
  ['no object', 7],
  ['nothing', null],
  ['another name', { schema: 'other/1', title: 'x' }],
  ['no number', { schema: 'probe/', title: 'x' }],
  ['more than one number', { schema: 'probe/2/x', name: 'x', kind: 'a' }],
  ['an empty word where words were closed', { schema: 'probe/1', title: 'x', kind: '' }],
  ['what nobody nested so deep', JSON.parse(`{"schema":"probe/1","title":${'['.repeat(1000)}${']'.repeat(1000)}}`)],
  ['a missing part', { schema: 'probe/1' }],
  ['a part of another kind', { schema: 'probe/1', title: 4 }],
  ['a number where a word is', { schema: 'probe/1', title: 'x', kind: 4 }],
  ['one part unknown, another missing', { schema: 'probe/1', kind: 'c' }],
] as [string, unknown][])('%s is broken, not newer', (_, value) => {
  expect(readForm(form, value).kind).toBe('broken');
});

test('a key without a value says nothing', () => {
  expect(readForm(form, { schema: 'probe/2', name: 'x', kind: 'a', urgency: undefined }).kind).toBe('read');
});

test('a part has a version of its own, and its places are named from the whole', () => {
  const outer = keptForm('outer', [{ schema: z.object({ schema: z.literal('outer/1'), inner: second }) }], {
    inner: form,
  });
  const whole = (inner: unknown) => readForm(outer, { schema: 'outer/1', inner });
  expect(whole({ schema: 'probe/1', title: 'Bänke' })).toMatchObject({
    kind: 'read',
    value: { inner: { name: 'Bänke' } },
  });
  expect(whole({ schema: 'probe/9' })).toEqual({ kind: 'newer', places: ['inner.schema'] });
  expect(whole({ schema: 'probe/1', title: 4 }).kind).toBe('broken');
});

test('a version beside a form without a name counts', () => {
  const rows = keptForm(null, [{ schema: first, up }, { schema: second }]);
  expect(readForm(rows, { schema: 'probe/1', title: 'x' })).toMatchObject({ kind: 'read', value: { name: 'x' } });
  expect(readForm(rows, { schema: 'probe/2', name: 'x', kind: 'z' }, 2)).toMatchObject({ kind: 'read' });
  expect(readForm(rows, {}, 3)).toEqual({ kind: 'newer', places: ['schema'] });
});

const paragraph = (marks: unknown[]): unknown => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x', marks }] }],
});

test('a mark or block of a kind that is not known is from a newer program, and nothing of the text is dropped', () => {
  expect(readForm(RICH_TEXT_FORM, paragraph([{ type: 'bold' }])).kind).toBe('read');
  expect(readForm(RICH_TEXT_FORM, paragraph([{ type: 'smallCaps' }]))).toMatchObject({ kind: 'newer' });
  expect(readForm(RICH_TEXT_FORM, paragraph([{ type: 'bold', colour: 'red' }]))).toMatchObject({ kind: 'newer' });
  expect(readForm(RICH_TEXT_FORM, { type: 'doc', content: [{ type: 'figure' }] })).toMatchObject({ kind: 'newer' });
  const nested = { type: 'blockquote', content: [{ type: 'video' }] };
  expect(readForm(RICH_TEXT_FORM, { type: 'doc', content: [nested] })).toMatchObject({ kind: 'newer' });
  expect(readForm(RICH_TEXT_FORM, { type: 'doc', content: [{}] }).kind).toBe('broken');
});

test('every record of today is read as it is', () => {
  const record = JSON.parse(JSON.stringify(sampleRecord())) as object;
  expect(readForm(STATEMENT_FORM, record)).toEqual({ kind: 'read', value: record });
  expect(readForm(STATEMENT_FORM, { ...record, blocks: [] })).toEqual({ kind: 'newer', places: ['blocks'] });
});
