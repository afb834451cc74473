import { beforeAll, describe, expect, it } from 'vitest';
import type { StatementRecord } from '../../src-main/record/statement-record.ts';
import type { StatementDraft } from '../../src-main/contract/statement/shapes.ts';
import { expectRefusal, registerOf, workspace, type Office } from '../harness/desk/cli.ts';

const space = workspace();
const REF = 'S0021/26';
let office: Office;

beforeAll(async () => {
  office = await space.office('example');
});

const paragraph = (text: string): object => ({ type: 'paragraph', content: [{ type: 'text', text }] });

describe('set', () => {
  it.each<[string, string, Partial<StatementRecord>]>([
    ['name', '  Radweg   Mühlenstraße ', { name: 'Radweg Mühlenstraße' }],
    ['date', '05.05.2026', { date: '2026-05-05' }],
    ['date', '2026-05-06', { date: '2026-05-06' }],
    ['date', '7.5.26', { date: '2026-05-07' }],
    ['date', '', { date: null }],
    ['publicity', 'nichtöffentlich', { publicity: 'non-public' }],
    ['publicity', 'public', { publicity: 'public' }],
    ['publicity', 'NÖ', { publicity: 'non-public' }],
    ['publicity', 'Ö', { publicity: 'public' }],
    ['publicity', 'N', { publicity: 'non-public' }],
    ['publicity', ' Nicht-Öffentlich ', { publicity: 'non-public' }],
    ['publicity', 'oeffentlich', { publicity: 'public' }],
    ['bodyName', 'Landeshauptstadt Magdeburg', { bodyName: 'Landeshauptstadt Magdeburg' }],
    ['leadUnit', 'FB 32', { leadUnit: 'FB 32' }],
    ['hinge', 'Dazu **kurz**:', { hinge: 'Dazu **kurz**:' }],
    ['reply', 'Erster Absatz.\n\nZweiter Absatz.', { replyText: ['Erster Absatz.', 'Zweiter Absatz.'] }],
    ['quotation', 'Anderes Zitat.', { quotation: ['Anderes Zitat.'] }],
  ])('%s to „%s“', async (field, value, expected) => {
    const saved = await office.json<StatementDraft>('set', REF, field, value);
    expect(saved.reference).toBe(REF);
    expect(await office.show(REF)).toMatchObject(expected);
  });

  it.each(['name', 'role', 'prefix'] as const)('signatory.%s and leaves the rest of the signatory', async (part) => {
    const before = (await office.show(REF)).signatory;
    await office.json('set', REF, `signatory.${part}`, 'i. V. Neu');
    expect((await office.show(REF)).signatory).toEqual({ ...before, [part]: 'i. V. Neu' });
  });

  it.each(['ourSign', 'clerk', 'room', 'telephone', 'email'] as const)(
    'contact.%s, and empties it again',
    async (part) => {
      const before = (await office.show(REF)).contact;
      await office.json('set', REF, `contact.${part}`, 'Neu 1');
      expect((await office.show(REF)).contact).toEqual({ ...before, [part]: 'Neu 1' });
      await office.json('set', REF, `contact.${part}`, ' ');
      expect((await office.show(REF)).contact).toEqual({ ...before, [part]: null });
    },
  );

  it('consultations in their order, with German dates, roles and doubles', async () => {
    const rows = [
      { organization: 'Stadtrat', date: '16.02.2023', role: 'Kenntnisnahme' },
      { organization: 'Stadtrat', date: null, role: null },
      { organization: 'Die Oberbürgermeisterin', date: '2022-11-08' },
    ];
    await office.json('set', REF, 'consultations', JSON.stringify(rows));
    expect((await office.show(REF)).consultations).toEqual([
      { organization: 'Stadtrat', date: '2023-02-16', role: 'Kenntnisnahme' },
      { organization: 'Stadtrat', date: null, role: null },
      { organization: 'Die Oberbürgermeisterin', date: '2022-11-08', role: null },
    ]);
  });

  it('keeps non-public rows of a public paper inside the office', async () => {
    const rows = [
      { organization: 'Stadtrat', date: '16.02.2023', publicity: 'public' },
      { organization: 'Geheimer Beirat', date: '17.02.2023', publicity: 'non-public' },
    ];
    await office.json('set', 'S0027/26', 'consultations', JSON.stringify(rows));
    const printed = (await office.show('S0027/26')).consultations.map((row) => row.organization);
    expect(printed).toEqual(['Stadtrat']);
    await office.json('set', 'S0027/26', 'publicity', 'non-public');
    expect((await office.show('S0027/26')).consultations).toHaveLength(2);
  });

  it('answers with several papers and originators', async () => {
    const originators = [
      { organization: 'Fraktion A', person: 'Anna Eins', function: 'Vorsitzende' },
      { organization: 'Fraktion B', person: '', function: '' },
    ];
    const answers = [
      { reference: 'A0900/26', paperType: 'motion', originators },
      { reference: 'F0018/26', paperType: 'inquiry', originators: [] },
    ];
    await office.json('set', 'S0044/26', 'answers', JSON.stringify(answers));
    const shown = (await office.show('S0044/26')).answers;
    expect(shown.map((answer) => answer.reference)).toEqual(['A0900/26', 'F0018/26']);
    expect(shown[0]?.originators.map((originator) => originator.organization)).toEqual(['Fraktion A', 'Fraktion B']);
  });

  it('rich text as JSON of the editor', async () => {
    const reply = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { id: null, level: 1 }, content: [{ type: 'text', text: 'Lage' }] },
        { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('Punkt')] }] },
      ],
    };
    await office.json('set', REF, 'reply', JSON.stringify(reply));
    const shown = await office.show(REF);
    expect(shown.replyText).toEqual(['Lage', 'Punkt']);
    expect(shown.reply.content.map((block) => block.type)).toEqual(['heading', 'bulletList']);
  });

  it('text with Word’s private-use bullets as a real list', async () => {
    await office.json('set', REF, 'reply', '\uf0b7 Erstens\n\uf07d Zweitens\n• Drittens');
    const shown = await office.show(REF);
    expect(shown.reply.content.map((block) => block.type)).toEqual(['bulletList']);
    expect(shown.replyText).toEqual(['Erstens', 'Zweitens', 'Drittens']);
  });

  it('counts the revision up, whatever was set', async () => {
    const first = await office.json<StatementDraft>('set', REF, 'name', 'Eins');
    const second = await office.json<StatementDraft>('set', REF, 'leadUnit', 'FB 2');
    expect(second.revision).toBe(first.revision + 1);
  });
});

describe('set refuses', () => {
  it.each([
    ['date', '31.02.2023', 'no-such-day', '31. Februar 2023'],
    ['date', '29. Februar 2023', 'no-such-day', '29. Februar 2023'],
    ['date', 'bald', 'date-invalid', '27.10.2022'],
    ['consultations', '[{"organization":"Stadtrat","date":"30.02.2026"}]', 'no-such-day', '30. Februar 2026'],
    ['frobnicate', 'x', 'field-unknown', 'signatory.name'],
    ['toString', 'x', 'field-unknown', 'toString'],
    ['signatory', 'x', 'field-unknown', 'signatory'],
    ['publicity', 'geheim', 'input-invalid', '„öffentlich“ (Ö, public), „nichtöffentlich“ (NÖ, N, non-public)'],
    ['publicity', 'Ö/N', 'input-invalid', '„Ö/N“'],
    ['publicity', 'vertraulich', 'input-invalid', 'nichtöffentlich'],
    ['publicity', '', 'input-invalid', 'öffentlich'],
    ['consultations', '[{', 'input-invalid', 'JSON'],
    ['reply', '{"type":', 'input-invalid', 'JSON'],
  ])('%s „%s“ with a sentence, and nothing is changed', async (field, value, code, named) => {
    const before = registerOf(office);
    expect(expectRefusal(await office.run('set', REF, field, value), code)).toContain(named);
    expect(registerOf(office)).toEqual(before);
  });

  it('a value of the wrong shape, and nothing is changed', async () => {
    const before = registerOf(office);
    for (const [field, value] of [
      ['consultations', '[{"organization":5}]'],
      ['reply', '{"type":"doc"}'],
      ['answers', '{}'],
    ] as const) {
      const result = await office.run('set', REF, field, value);
      expect(result.exitCode).toBe(1);
      expect(JSON.parse(result.stderr)).toMatchObject({ code: 'input-invalid' });
    }
    expect(registerOf(office)).toEqual(before);
  });

  it('a paper that does not exist', async () => {
    expectRefusal(await office.run('set', 'S9999/26', 'name', 'x'), 'not-found');
  });
});
