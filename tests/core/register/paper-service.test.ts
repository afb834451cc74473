import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consultation, idNumber, paperContent, refusalOf, richText } from '../../support/builders.ts';
import { testHost, type TestHost } from '../../support/test-host.ts';

let host: TestHost;
beforeAll(async () => {
  host = testHost();
  await host.app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
});
afterAll(() => host.dispose());

describe('entering a paper', () => {
  it('keeps everything that was entered, cleaned', async () => {
    const row = consultation({ organization: ' Stadtrat ', date: '2026-02-05', role: ' ' });
    const content = paperContent({
      reference: 'A0024/25 /1',
      name: ' Mehr\tBänke ',
      originators: [
        { organization: 'Fraktion A ', person: '', function: '' },
        { organization: '', person: ' ', function: '' },
      ],
      consultations: [row],
    });
    const { id, revision, content: stored, answeredBy } = await host.app.papers.register({ id: idNumber(1), content });
    expect({ id, revision, answeredBy }).toEqual({ id: idNumber(1), revision: 1, answeredBy: [] });
    expect(stored).toMatchObject({
      reference: 'A0024/25/1',
      name: 'Mehr Bänke',
      originators: [{ organization: 'Fraktion A', person: '', function: '' }],
      consultations: [{ ...row, organization: 'Stadtrat', role: null }],
    });
    expect((await host.app.papers.get('A0024/25/1')).content).toEqual(stored);
  });

  it('happens once when it is asked for twice with the same id', async () => {
    const first = await host.app.papers.register({ id: idNumber(2), content: paperContent({ name: 'Einmal' }) });
    expect(await host.app.papers.register({ id: idNumber(2), content: paperContent({ name: 'Zweimal' }) })).toEqual(
      first,
    );
  });

  it('refuses a number that another paper has', async () => {
    await host.app.papers.register({ id: idNumber(3), content: paperContent({ reference: 'A0003/26' }) });
    const refusal = await refusalOf(() =>
      host.app.papers.register({ id: idNumber(4), content: paperContent({ reference: 'a0003/26' }) }),
    );
    expect(refusal.code).toBe('reference-taken');
    expect((await refusalOf(() => host.app.papers.get(idNumber(4)))).code).toBe('not-found');
  });

  it('refuses a number of unknown form', async () => {
    const refusal = await refusalOf(() =>
      host.app.papers.register({ id: idNumber(5), content: paperContent({ reference: '17' }) }),
    );
    expect(refusal.code).toBe('reference-malformed');
  });

  it('takes a paper without number', async () => {
    const { content } = await host.app.papers.register({
      id: idNumber(6),
      content: paperContent({ text: richText('Text') }),
    });
    expect(content.reference).toBe('');
  });
});

describe('saving a paper', () => {
  it('refuses a stale save', async () => {
    const content = paperContent({ name: 'Alt' });
    await host.app.papers.register({ id: idNumber(10), content });
    await host.app.papers.save({ id: idNumber(10), expectedRevision: 1, content: { ...content, name: 'Neu' } });
    const refusal = await refusalOf(() => host.app.papers.save({ id: idNumber(10), expectedRevision: 1, content }));
    expect(refusal).toEqual({ code: 'conflict', details: { expectedRevision: 1, actualRevision: 2 } });
    expect((await host.app.papers.get(idNumber(10))).content.name).toBe('Neu');
    // The same once more, because its answer got lost.
    const again = { id: idNumber(10), expectedRevision: 1, content: { ...content, name: 'Neu' } };
    expect((await host.app.papers.save(again)).revision).toBe(2);
  });

  it('does not touch statements', async () => {
    await host.app.statements.create({ id: idNumber(11), answers: null, name: 'S', leadUnit: null, number: null });
    const refusal = await refusalOf(() =>
      host.app.papers.save({ id: idNumber(11), expectedRevision: 1, content: paperContent() }),
    );
    expect(refusal.code).toBe('not-found');
  });

  it('knows the statements that answer it', async () => {
    await host.app.papers.register({
      id: idNumber(12),
      content: paperContent({ reference: 'F0012/26', paperType: 'inquiry' }),
    });
    await host.app.statements.create({
      id: idNumber(13),
      answers: 'F0012/26',
      name: null,
      leadUnit: null,
      number: 'S0013/26',
    });
    await host.app.statements.create({
      id: idNumber(14),
      answers: 'F0012/26',
      name: null,
      leadUnit: null,
      number: null,
    });
    expect((await host.app.papers.get('F0012/26')).answeredBy).toEqual([
      { id: idNumber(13), reference: 'S0013/26', name: 'Mehr Bänke am Weiher', date: '2026-03-02', state: 'draft' },
      { id: idNumber(14), reference: null, name: 'Mehr Bänke am Weiher', date: '2026-03-02', state: 'draft' },
    ]);
  });
});
