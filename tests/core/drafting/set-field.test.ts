import { describe, expect, it } from 'vitest';
import type { StatementContent } from '../../../src-main/contract/statement/shapes.ts';
import { plainParagraphs } from '../../../src-main/record/rich-text/plain-text.ts';
import { setField } from '../../../src-main/core/drafting/set-field.ts';
import { countingIds, idNumber, patterns, refusalOf, richText, statementContent } from '../../support/builders.ts';

const set = (field: string, value: string, content = statementContent()): StatementContent =>
  setField(content, field, value, { patterns, newId: countingIds(), today: '2026-03-02' });

describe('setting one field from text', () => {
  it.each([
    ['name', 'Neu', { name: 'Neu' }],
    ['date', '5.1.24', { date: '2024-01-05' }],
    ['date', ' ', { date: null }],
    ['publicity', 'nichtöffentlich', { publicity: 'non-public' }],
    ['publicity', ' Öffentlich ', { publicity: 'public' }],
    ['publicity', 'non-public', { publicity: 'non-public' }],
    ['bodyName', 'Stadt B', { bodyName: 'Stadt B' }],
    ['leadUnit', 'Amt 61', { leadUnit: 'Amt 61' }],
    ['hinge', 'Sie antwortet **so**:', { hinge: 'Sie antwortet **so**:' }],
    ['signatory.name', 'Ada Beispiel', { signatory: { name: 'Ada Beispiel', role: null, prefix: null } }],
    ['contact.room', ' 12 ', { contact: { room: '12' } }],
    ['contact.email', '', { contact: { email: null } }],
  ])('sets %s to "%s" and nothing else', (field, value, expected) => {
    const before = statementContent();
    const after = set(field, value);
    expect(after).toMatchObject(expected);
    const [key] = field.split('.') as [keyof StatementContent];
    expect({ ...after, [key]: null }).toEqual({ ...before, [key]: null });
  });

  it('keeps the other parts of the signatory', () => {
    const content = statementContent({ signatory: { name: 'Ada Beispiel', role: 'Amtsleiterin', prefix: 'i. V.' } });
    expect(set('signatory.role', '', content).signatory).toEqual({ name: 'Ada Beispiel', role: null, prefix: 'i. V.' });
    expect(set('signatory.prefix', 'gez.', content).signatory?.prefix).toBe('gez.');
  });

  it('reads a reply from paragraphs with bullets and bold words', () => {
    const { reply } = set('reply', 'Das ist **wichtig**.\n\n- eins\n- zwei\n\nEnde');
    expect(reply.content.map((block) => block.type)).toEqual(['paragraph', 'bulletList', 'paragraph']);
    expect(plainParagraphs(reply)).toEqual(['Das ist wichtig.', 'eins', 'zwei', 'Ende']);
  });

  it('reads rich text given as JSON', () => {
    const text = richText('eins');
    expect(set('quotation', JSON.stringify(text)).quotation).toEqual(text);
  });

  it('reads consultations with German dates and gives new rows an id', () => {
    const rows = [
      { organization: 'Rat', date: '16.2.2023', role: 'Kenntnisnahme' },
      { organization: 'Beirat', id: idNumber(77), publicity: 'non-public' },
    ];
    expect(set('consultations', JSON.stringify(rows)).consultations).toEqual([
      { id: idNumber(1), organization: 'Rat', date: '2023-02-16', role: 'Kenntnisnahme', publicity: 'public' },
      { id: idNumber(77), organization: 'Beirat', date: null, role: null, publicity: 'non-public' },
    ]);
  });

  it.each([
    ['colour', 'rot', 'field-unknown'],
    ['constructor', '', 'field-unknown'],
    ['toString', '', 'field-unknown'],
    ['date', '31.02.2023', 'no-such-day'],
    ['publicity', 'geheim', 'input-invalid'],
    ['publicity', 'constructor', 'input-invalid'],
    ['answers', '{', 'input-invalid'],
    ['answers', '[{"reference":1}]', 'input-invalid'],
    ['consultations', '[{"organization":"Rat","date":"30.2.2023"}]', 'no-such-day'],
    ['consultations', '{}', 'input-invalid'],
    ['reply', '{"type":"doc","content":[{"type":"video"}]}', 'input-invalid'],
  ])('refuses %s = "%s" with %s', async (field, value, code) => {
    expect((await refusalOf(() => set(field, value))).code).toBe(code);
  });

  it('lists the fields there are', async () => {
    const { details } = await refusalOf(() => set('titel', 'x'));
    expect(details['fields']).toContain('signatory.role');
    expect(details['fields']).toContain('reference');
  });
});
