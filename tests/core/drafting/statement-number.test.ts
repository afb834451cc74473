import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DATABASE_FILE } from '../../../src-main/adapters/sqlite/open-file.ts';
import type { NumberPattern } from '../../../src-main/contract/settings/office-profile.ts';
import { idNumber, paperContent, refusalOf } from '../../support/builders.ts';
import { distributionOffice, issue, REF } from '../../support/distribution-office.ts';
import { testHost, type TestHost } from '../../support/test-host.ts';

let host: TestHost;

/** In the house of this office the council's service numbers the statements. */
async function givenElsewhere(): Promise<void> {
  const { revision, profile } = await host.app.settings.office();
  const numberPatterns = profile.numberPatterns.map((pattern): NumberPattern => {
    return pattern.class === 'S' ? { ...pattern, givenElsewhere: true } : pattern;
  });
  await host.app.settings.saveOffice({ expectedRevision: revision, profile: { ...profile, numberPatterns } });
}

/** It counts itself (again). */
async function givenHere() {
  const { revision, profile } = await host.app.settings.office();
  const numberPatterns = profile.numberPatterns.map(({ givenElsewhere: _, ...pattern }) => pattern);
  const changed = await host.app.settings.saveOffice({
    expectedRevision: revision,
    profile: { ...profile, numberPatterns },
  });
  return { profile, changed };
}

const create = (n: number, number: string | null = null) =>
  host.app.statements.create({ id: idNumber(n), answers: null, name: `Papier ${n}`, leadUnit: null, number });
const number = (n: number, reference: string | null) =>
  host.app.statements.giveNumber({ id: idNumber(n), reference }).then((draft) => draft.reference);
const look = (text: string, paperId: string | null = null) => host.app.numbers.look({ text, paperId, year: null });
function loggedNumbers(): unknown[] {
  const db = new Sqlite(join(host.dataFolder, DATABASE_FILE), { readonly: true });
  try {
    return db.prepare("SELECT action, entity_id FROM change_log WHERE entity = 'number' ORDER BY seq").all();
  } finally {
    db.close();
  }
}
const rows = (className: string, year: number) => host.app.numbers.rows({ class: className, year });

beforeEach(async () => {
  host = testHost();
  await host.app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
});
afterEach(() => host.dispose());

describe('where this program gives the numbers', () => {
  it('takes the next one, a typed one, another one, and none at all', async () => {
    await create(1);
    expect(await number(1, null)).toBe('S0001/26');
    expect(await number(1, ' s 0012/26 ')).toBe('S0012/26');
    expect(await number(1, '')).toBeNull();
    // The first was given and is void, the twelfth was only typed.
    expect(await number(1, null)).toBe('S0002/26');
  });

  it('keeps a number void that it gave, and gives it back only to its own paper', async () => {
    await create(1);
    await number(1, null);
    await create(2);
    await number(1, 'S0002/26');
    expect(await refusalOf(() => number(2, 'S0001/26'))).toEqual({
      code: 'reference-taken',
      details: { reference: 'S0001/26', state: 'void', reason: 'ersetzt durch S0002/26' },
    });
    expect(await number(1, 'S0001/26')).toBe('S0001/26');
    // The other one was typed, and nobody was told of it.
    expect(await number(2, 'S0002/26')).toBe('S0002/26');
  });

  it('frees a number that was mistyped, and logs it, and gives it as the next one', async () => {
    await create(1, 'S0012/26');
    await create(2, 'S0003/26');
    expect(await number(2, 'S0002/26')).toBe('S0002/26');
    await number(1, 'S0001/26');
    expect((await rows('S', 2026)).rows).toEqual([
      { reference: 'S0001/26', state: 'given', givenBy: 'typed', paperId: idNumber(1), reason: null },
      { reference: 'S0002/26', state: 'given', givenBy: 'typed', paperId: idNumber(2), reason: null },
      {
        reference: 'S0003/26',
        state: 'free',
        givenBy: 'typed',
        paperId: idNumber(2),
        reason: 'ersetzt durch S0002/26',
      },
      {
        reference: 'S0012/26',
        state: 'free',
        givenBy: 'typed',
        paperId: idNumber(1),
        reason: 'ersetzt durch S0001/26',
      },
    ]);
    expect(loggedNumbers()).toEqual([
      { action: 'number-freed', entity_id: 'S0003/26' },
      { action: 'number-freed', entity_id: 'S0012/26' },
    ]);
    await create(3);
    expect(await number(3, null)).toBe('S0003/26');
    await number(3, 'S0009/26');
    // Given by this program the second time: from then on it is nobody else's.
    expect((await refusalOf(() => number(2, 'S0003/26'))).code).toBe('reference-taken');
  });

  it('keeps a typed number void once the paper was released under it', async () => {
    const office = await distributionOffice();
    try {
      const { id } = await office.app.statements.get(REF);
      const ref = 'S0077/26';
      await office.app.statements.giveNumber({ id, reference: ref });
      const { findings, revision } = (await office.app.issues.overview(ref)).check;
      const acceptances = findings.map(({ key }) => ({ key, reason: 'für den Test' }));
      await office.app.releases.release({ ref, expectedRevision: revision, acceptances });
      await office.app.releases.returnToDraft({ ref, reason: 'Zahl prüfen' });
      await office.app.statements.giveNumber({ id, reference: 'S0078/26' });
      const { rows: all } = await office.app.numbers.rows({ class: 'S', year: 2026 });
      expect(all.find(({ reference }) => reference === ref)).toMatchObject({ state: 'void', givenBy: 'typed' });
    } finally {
      await office.dispose();
    }
  });

  it('names what is left out before a number that is typed', async () => {
    await create(1, 'S0002/22');
    expect(await look('S0386/22')).toMatchObject({
      kind: 'free',
      gap: { from: 'S0003/22', to: 'S0385/22', count: 383 },
    });
    await create(2, 'S0386/22');
    expect((await rows('S', 2022)).gaps).toEqual([
      { from: 'S0001/22', to: 'S0001/22', count: 1 },
      { from: 'S0003/22', to: 'S0385/22', count: 383 },
    ]);
  });
});

describe('where the council’s service gives the numbers', () => {
  beforeEach(givenElsewhere);

  it('asks for the number instead of counting', async () => {
    await create(1);
    expect(await refusalOf(() => number(1, null))).toEqual({
      code: 'number-given-elsewhere',
      details: { class: 'S' },
    });
    expect(await look('')).toMatchObject({ kind: 'empty', isGivenElsewhere: true, next: null, example: 'S0386/26' });
  });

  it('has no gaps to explain before S0386/22 in an empty year', async () => {
    await create(1, 'S0386/22');
    expect(await look('S0390/22')).toMatchObject({ kind: 'free', gap: null });
    expect(await rows('S', 2022)).toEqual({
      class: 'S',
      year: 2022,
      isGivenElsewhere: true,
      rows: [{ reference: 'S0386/22', state: 'given', givenBy: 'elsewhere', paperId: idNumber(1), reason: null }],
      gaps: [],
    });
  });

  it('frees a number that was mistyped, for any other paper', async () => {
    await create(1, 'S0385/22');
    await create(2);
    expect(await number(1, 'S0386/22')).toBe('S0386/22');
    expect(await number(2, 'S0385/22')).toBe('S0385/22');
    await number(2, '');
    expect((await rows('S', 2022)).rows).toMatchObject([
      { reference: 'S0385/22', state: 'free', reason: 'vom Papier genommen' },
      { reference: 'S0386/22', state: 'given' },
    ]);
  });

  it('leaves no gap of ours where it freed a number, also once the office counts itself', async () => {
    await create(1, 'S0001/26');
    await create(2, 'S0002/26');
    await create(3, 'S0003/26');
    await create(4, 'S0005/26');
    await number(2, '');
    await givenHere();
    const row = await rows('S', 2026);
    expect(row.rows[1]).toMatchObject({ reference: 'S0002/26', state: 'free', givenBy: 'elsewhere' });
    expect(row.gaps).toEqual([{ from: 'S0004/26', to: 'S0004/26', count: 1 }]);
    // Before the third nothing was left out by us.
    await number(3, '');
    expect((await look('S0003/26')).gap).toBeNull();
    expect((await look('S0006/26')).gap).toEqual({ from: 'S0004/26', to: 'S0004/26', count: 1 });
  });

  it('keeps those void that this program gave before', async () => {
    const { profile, changed } = await givenHere();
    await create(1);
    expect(await number(1, null)).toBe('S0001/26');
    await create(2);
    await host.app.settings.saveOffice({ expectedRevision: changed.revision, profile });
    await number(1, 'S0044/26');
    expect((await refusalOf(() => number(2, 'S0001/26'))).code).toBe('reference-taken');
  });
});

describe('looking at a number', () => {
  it('tells what it would mean', async () => {
    await create(1, 'S0001/26');
    await create(2);
    expect(await number(2, null)).toBe('S0002/26');
    await number(2, 'S0003/26');
    expect(await look('s 0001/26', idNumber(1))).toMatchObject({ kind: 'own', reference: 'S0001/26' });
    expect(await look('s 0001/26', idNumber(2))).toMatchObject({
      kind: 'taken',
      holder: { id: idNumber(1), paperType: 'statement', name: 'Papier 1' },
    });
    expect(await look('S0002/26', idNumber(1))).toMatchObject({ kind: 'void', reason: 'ersetzt durch S0003/26' });
    expect(await look('S0002/26', idNumber(2))).toMatchObject({ kind: 'free' });
    expect(await look('A0002/26', idNumber(2))).toMatchObject({ kind: 'other-class', example: 'S0386/26' });
    expect(await look('zwölf', idNumber(2))).toMatchObject({ kind: 'malformed', reference: null });
  });

  it('reads one that is typed in small letters or without noughts', async () => {
    await create(1, ' s101/26 ');
    expect(await look('S 0101/26', idNumber(1))).toMatchObject({ kind: 'own', reference: 'S0101/26' });
    expect((await host.app.statements.get('s101/26')).id).toBe(idNumber(1));
    expect(await number(1, 's7/26')).toBe('S0007/26');
  });

  it.each([
    ['X0101/26', 'Nummern beginnen hier mit S, A, F, I oder DS.'],
    ['s/26', 'Hinter „S“ fehlt die laufende Nummer.'],
    ['S0000/26', 'Eine laufende Nummer 0 gibt es nicht.'],
    ['S1234567/26', 'Die laufende Nummer hat mehr als sechs Ziffern.'],
    ['s0101', 'Am Ende fehlt das Jahr mit zwei Ziffern.'],
    ['s0101/2026', 'Am Ende fehlt das Jahr mit zwei Ziffern.'],
    ['S0101-26', 'Am Ende fehlt das Jahr mit zwei Ziffern.'],
    ['S0101/26 alt', 'So ist sie hier nicht aufgebaut.'],
  ])('says what is wrong with %s', async (text, fault) => {
    await create(1);
    expect(await look(text)).toMatchObject({ kind: 'malformed', fault });
    expect(await refusalOf(() => number(1, text))).toMatchObject({
      code: 'reference-malformed',
      details: { reference: text, fault },
    });
  });
});

it('an issued paper keeps its number, also while it is corrected', async () => {
  const office = await distributionOffice();
  try {
    await issue(office);
    const desk = await office.app.issues.correct({ ref: REF, reason: 'Zahl verbessert' });
    const change = (reference: string) => office.app.statements.giveNumber({ id: desk.id, reference });
    expect(await refusalOf(() => change('S0099/26'))).toEqual({
      code: 'reference-fixed',
      details: { reference: REF },
    });
    expect((await refusalOf(() => change(''))).code).toBe('reference-fixed');
    expect((await change(REF)).reference).toBe(REF);
  } finally {
    await office.dispose();
  }
});

describe('the number of a motion', () => {
  it('is free again when it was mistyped', async () => {
    const enter = (n: number, reference: string) =>
      host.app.papers.register({ id: idNumber(n), content: paperContent({ reference, name: `Antrag ${n}` }) });
    const first = await enter(1, 'A0193/22');
    await host.app.papers.save({
      id: first.id,
      expectedRevision: first.revision,
      content: { ...first.content, reference: 'A0194/22' },
    });
    expect((await enter(2, 'A0193/22')).content.reference).toBe('A0193/22');
  });

  it('is refused when a paper bears it that a statement brought into the register', async () => {
    const draft = await create(1);
    const answers = [{ reference: 'A0007/26', paperType: 'motion' as const, originators: [], printedOriginators: '' }];
    await host.app.statements.save({
      id: draft.id,
      expectedRevision: draft.revision,
      content: { ...draft.content, answers },
    });
    const refusal = await refusalOf(() =>
      host.app.papers.register({ id: idNumber(2), content: paperContent({ reference: 'A0007/26' }) }),
    );
    expect(refusal).toMatchObject({ code: 'reference-taken', details: { reference: 'A0007/26', state: 'given' } });
  });
});
