import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainParagraphs } from '../../../src-main/record/rich-text/plain-text.ts';
import { consultation, idNumber, paperContent, refusalOf, richText } from '../../support/builders.ts';
import { testHost, type TestHost } from '../../support/test-host.ts';

let host: TestHost;
let count = 1000;
const nextId = (): string => idNumber((count += 1));
const create = (input: { id?: string; answers?: string; number?: string; name?: string } = {}) =>
  host.app.statements.create({
    id: input.id ?? nextId(),
    answers: input.answers ?? null,
    name: input.name ?? 'Bänke',
    leadUnit: null,
    number: input.number ?? null,
  });

beforeAll(async () => {
  host = testHost();
  await host.app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
});
afterAll(() => host.dispose());

describe('creating a statement', () => {
  it('takes name, bodies and quotation from the motion it answers', async () => {
    await host.app.papers.register({
      id: nextId(),
      content: paperContent({
        reference: 'A0001/26',
        originators: [{ organization: 'Fraktion A', person: 'Ada Beispiel', function: 'Stadträtin' }],
        consultations: ['Stadtrat', 'Bauausschuss', 'Stadtrat'].map((organization) =>
          consultation({ organization, date: '2026-02-01' }),
        ),
        text: richText('Die Verwaltung soll Bänke aufstellen.'),
      }),
    });
    const { content, quotationLocked, quotationSource } = await host.app.statements.create({
      id: nextId(),
      answers: 'a0001/26',
      name: null,
      leadUnit: 'FB 7',
      number: null,
    });
    expect(content).toMatchObject({
      name: 'Mehr Bänke am Weiher',
      bodyName: 'Stadt Auental',
      leadUnit: 'FB 7',
      date: '2026-03-02',
    });
    expect(content.consultations.map(({ organization, date }) => [organization, date])).toEqual([
      ['Stadtrat', null],
      ['Bauausschuss', null],
    ]);
    expect(plainParagraphs(content.quotation)).toEqual(['Die Verwaltung soll Bänke aufstellen.']);
    expect(content.hinge).toBe('Die Verwaltung nimmt zum **Antrag A0001/26** wie folgt Stellung:');
    expect(quotationLocked).toBe(true);
    expect(quotationSource).toMatch(/^A0001\/26 \(SHA-256 [0-9a-f]{16}\)$/);
  });

  it('is done once when it is asked for twice with the same id', async () => {
    const id = nextId();
    const first = await create({ id, name: 'Einmal' });
    expect(await create({ id, name: 'Zweimal' })).toEqual(first);
  });

  it('refuses an answer to a paper that is not in the register', async () => {
    expect((await refusalOf(() => create({ answers: 'A9999/26' }))).code).toBe('not-found');
  });
});

describe('numbers', () => {
  it('refuses a number that is already taken, and stores nothing', async () => {
    await create({ number: 'S0500/25' });
    const id = nextId();
    const refusal = await refusalOf(() => create({ id, number: 's 0500/25' }));
    expect(refusal).toMatchObject({ code: 'reference-taken', details: { reference: 'S0500/25', state: 'given' } });
    expect((await refusalOf(() => host.app.statements.get(id))).code).toBe('not-found');
  });

  it('refuses a number of unknown form with what is wrong and an example', async () => {
    const refusal = await refusalOf(() => create({ number: 'S-12' }));
    expect(refusal).toEqual({
      code: 'reference-malformed',
      details: { reference: 'S-12', example: 'S0386/22', fault: 'Hinter „S“ fehlt die laufende Nummer.' },
    });
  });

  it('gives the next free number of the year of the statement', async () => {
    await create({ number: 'S0041/24' });
    const draft = await create();
    await host.app.statements.setField({ ref: draft.id, field: 'date', value: '3.5.2024' });
    const numbered = await host.app.statements.giveNumber({ id: draft.id, reference: null });
    expect(numbered.reference).toBe('S0042/24');
    expect((await host.app.statements.giveNumber({ id: draft.id, reference: null })).reference).toBe('S0042/24');
  });

  it('counts by the clock where a statement has no day, each year from one', async () => {
    const draft = await create();
    expect((await host.app.statements.giveNumber({ id: draft.id, reference: null })).reference).toBe('S0001/26');
  });

  it('finds a statement by number in any spelling, by id and by the beginning of its id', async () => {
    const { id } = await create({ number: 'S0077/23', id: 'abcdef00-0000-7000-8000-000000000001' });
    for (const ref of ['S0077/23', ' s0077 / 23', id, id.toUpperCase(), 'abcdef']) {
      expect((await host.app.statements.get(ref)).id, ref).toBe(id);
    }
    expect((await refusalOf(() => host.app.statements.get('abc'))).code).toBe('not-found');
  });

  it('says which statements an ambiguous beginning could mean', async () => {
    const ids = ['fedc0000-0000-7000-8000-000000000001', 'fedc0000-0000-7000-8000-000000000002'];
    for (const id of ids) await create({ id });
    const refusal = await refusalOf(() => host.app.statements.get('fedc'));
    expect(refusal).toEqual({ code: 'ambiguous-reference', details: { reference: 'fedc', matches: ids } });
  });
});

describe('saving', () => {
  it('refuses a stale save, shows the stored state and overwrites nothing', async () => {
    const draft = await create();
    const saved = await host.app.statements.save({
      id: draft.id,
      expectedRevision: 1,
      content: { ...draft.content, name: 'Erste' },
    });
    expect(saved.revision).toBe(2);
    const refusal = await refusalOf(() =>
      host.app.statements.save({ id: draft.id, expectedRevision: 1, content: { ...draft.content, name: 'Zweite' } }),
    );
    expect(refusal.code).toBe('conflict');
    expect(refusal.details).toMatchObject({
      expectedRevision: 1,
      actualRevision: 2,
      actual: { content: { name: 'Erste' } },
    });
    expect((await host.app.statements.get(draft.id)).content.name).toBe('Erste');
  });

  it('takes the same content a second time when the first answer was lost', async () => {
    const draft = await create();
    const save = () =>
      host.app.statements.save({ id: draft.id, expectedRevision: 1, content: { ...draft.content, name: 'Gleich' } });
    await save();
    expect((await save()).content.name).toBe('Gleich');
  });

  it('keeps the quotation until it is unlocked knowingly', async () => {
    const draft = await create({ answers: 'A0001/26' });
    const changed = { ...draft.content, quotation: richText('gefälscht') };
    const kept = await host.app.statements.save({ id: draft.id, expectedRevision: 1, content: changed });
    expect(plainParagraphs(kept.content.quotation)).toEqual(['Die Verwaltung soll Bänke aufstellen.']);
    const unlocked = await host.app.statements.unlockQuotation(draft.id);
    const edited = await host.app.statements.save({
      id: draft.id,
      expectedRevision: unlocked.revision,
      content: changed,
    });
    expect(plainParagraphs(edited.content.quotation)).toEqual(['gefälscht']);
  });

  it('stores lines trimmed and in NFC', async () => {
    const draft = await create();
    const content = {
      ...draft.content,
      name: '  Bu\u0308rger\n haus ',
      contact: { ...draft.content.contact, room: ' ' },
    };
    const saved = await host.app.statements.save({ id: draft.id, expectedRevision: 1, content });
    expect(saved.content).toMatchObject({ name: 'Bürger haus', contact: { room: null } });
  });

  it('reads back exactly what it answered', async () => {
    const draft = await create({ answers: 'A0001/26' });
    expect(await host.app.statements.get(draft.id)).toEqual(draft);
  });

  it('refuses an id that nobody knows', async () => {
    const { content } = await create();
    expect((await refusalOf(() => host.app.statements.save({ id: nextId(), expectedRevision: 1, content }))).code).toBe(
      'not-found',
    );
  });
});
