import { beforeAll, describe, expect, it } from 'vitest';
import type { StatementDraft } from '../../src-main/contract/statement/shapes.ts';
import type { PaperSummary } from '../../src-main/contract/paper/shapes.ts';
import { expectRefusal, registerOf, workspace, type Office } from '../harness/desk/cli.ts';

const space = workspace();
let office: Office;

beforeAll(async () => {
  office = await space.office('example');
});

describe('new', () => {
  it('starts from the paper it answers: name, bodies, quotation, hinge', async () => {
    const draft = await office.json<StatementDraft>('new', '--answers', 'A0012/26', '--lead-unit', 'FB 61');
    expect(draft).toMatchObject({ reference: null, state: 'draft', revision: 1, quotationLocked: true });
    const record = await office.show(draft.id);
    expect(record).toMatchObject({
      reference: null,
      date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      name: 'Durchgängiger Radweg in der Mühlenstraße',
      leadUnit: 'FB 61',
      bodyName: 'Stadt Auenfurt',
      hinge: 'Die Verwaltung nimmt zum **Antrag A0012/26** wie folgt Stellung:',
      signatory: null,
    });
    expect(record.answers[0]?.originators).toHaveLength(2);
    expect(record.quotation[0]).toBe('Der Stadtrat möge beschließen:');
    expect(record.consultations.map((row) => row.organization)).toEqual([
      'Ausschuss für Stadtentwicklung, Bauen und Verkehr',
      'Beirat für Menschen mit Behinderungen',
      'Finanz- und Liegenschaftsausschuss',
      'Stadtrat',
    ]);
    expect(record.replyText).toEqual([]);
  });

  it('words the hinge of an inquiry for an inquiry', async () => {
    const draft = await office.json<StatementDraft>('new', '--answers', 'F0018/26', '--name', 'Zweite Antwort');
    expect((await office.show(draft.id)).hinge).toBe(
      'Die Verwaltung nimmt zur **Anfrage F0018/26** wie folgt Stellung:',
    );
  });

  it('takes name and number as given', async () => {
    const draft = await office.json<StatementDraft>(
      ...(['new', '--answers', 'A0024/26', '--name', 'Öffnungszeiten', '--number', 's0500/26'] as const),
    );
    expect(draft.reference).toBe('S0500/26');
    expect(await office.show('S0500/26')).toMatchObject({ reference: 'S0500/26', name: 'Öffnungszeiten' });
    const listed = await office.json<PaperSummary[]>('list', '--class', 'S');
    expect(listed.map((paper) => paper.reference)).toContain('S0500/26');
  });

  it('refuses a number that another paper has and creates nothing', async () => {
    const before = registerOf(office);
    const result = await office.run('new', '--answers', 'A0012/26', '--number', 'S0021/26');
    expect(expectRefusal(result, 'reference-taken')).toContain('S0021/26');
    expect(registerOf(office)).toEqual(before);
  });

  it.each(['quark', 'S386', 'S0000/26', 'X0001/26', 'S0001-26', '12/26'])(
    'refuses „%s“ as a number, with an example, and creates nothing',
    async (number) => {
      const before = registerOf(office);
      const message = expectRefusal(
        await office.run('new', '--answers', 'A0012/26', '--number', number),
        'reference-malformed',
      );
      expect(message).toContain('S0386/22');
      expect(registerOf(office)).toEqual(before);
    },
  );

  it('refuses to answer a paper that is not in the register', async () => {
    expectRefusal(await office.run('new', '--answers', 'A9999/26'), 'not-found');
  });
});

describe('a number', () => {
  it('is given to a draft by setting it, and the statement is found under it', async () => {
    const draft = await office.json<StatementDraft>('new', '--answers', 'F0047/26', '--name', 'Schulweg');
    await office.json('set', draft.id, 'reference', 'S0600/26');
    expect(await office.show('S0600/26')).toMatchObject({ reference: 'S0600/26', name: 'Schulweg' });
  });

  it('that is taken cannot be set, and the statement keeps its own', async () => {
    const before = registerOf(office);
    expectRefusal(await office.run('set', 'S0027/26', 'reference', 'S0021/26'), 'reference-taken');
    expectRefusal(await office.run('set', 'S0027/26', 'reference', 'Nummer 5'), 'reference-malformed');
    expect(registerOf(office)).toEqual(before);
  });

  it('once given here stays taken when its statement moves to another one, and a typed one is free again', async () => {
    const { id } = await office.json<StatementDraft>('new', '--answers', 'F0047/26');
    const { reference: given } = await office.json<StatementDraft>('number', id, '--next');
    await office.json('set', id, 'reference', 'S0700/26');
    await office.json('set', id, 'reference', 'S0701/26');
    expectRefusal(await office.run('new', '--answers', 'F0047/26', '--number', given ?? ''), 'reference-taken');
    expectRefusal(await office.run('new', '--answers', 'F0047/26', '--number', 'S0701/26'), 'reference-taken');
    await office.json('new', '--answers', 'F0047/26', '--number', 'S0700/26');
  });

  it('set twice for the same statement is harmless', async () => {
    await office.json('set', 'S0021/26', 'reference', 'S0021/26');
    expect((await office.show('S0021/26')).reference).toBe('S0021/26');
  });
});
