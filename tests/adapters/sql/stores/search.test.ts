import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { titlePatterns } from '../../../../src-main/adapters/sql/search-words.ts';
import { matchExpression } from '../../../../src-main/adapters/sqlite/sqlite-engine.ts';
import { idNumber, paperContent, refusalOf, richText } from '../../../support/builders.ts';
import { testHost, type TestHost } from '../../../support/test-host.ts';

describe('what is asked of the index', () => {
  it.each([
    ['Bürger', '("burger"* OR "buerger"*)'],
    ['Strasse Bank', '("strasse"*) AND ("bank"*)'],
    ['Buerger', '("buerger"* OR "burger"*)'],
    ['Ausländer*innen', '("auslanderinnen"* OR "auslaenderinnen"*)'],
    ['Bürger(in)', '("burgerin"* OR "buergerin"*)'],
    ['Beschluss:In der', '("beschluss"*) AND ("in"*) AND ("der"*)'],
    ['0021/26', '("0021"*) AND ("26"*)'],
    ['a "b" OR c', '("a"*) AND ("b"*) AND ("or"*) AND ("c"*)'],
    ['__proto__', '("proto"*)'],
    ['NEAR(x)', '("near"*) AND ("x"*)'],
  ])('makes of %s: %s', (text, expression) => {
    expect(matchExpression(text)).toBe(expression);
  });

  it.each(['', '  ', '"', '*', '()', '- : ^', '☐'])('asks nothing for "%s"', (text) => {
    expect(matchExpression(text)).toBeNull();
  });

  it('takes the signs of LIKE for themselves', () => {
    expect(titlePatterns(' 50%_\\ ')).toEqual(['%50\\%\\_\\\\%']);
  });
});

describe('searching the register', () => {
  let host: TestHost;
  const found = async (text: string): Promise<string[]> =>
    (await host.app.papers.list({ text, limit: 500 })).items.map((item) => item.name).sort();

  beforeAll(async () => {
    host = testHost();
    await host.app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
    const enter = (n: number, name: string, more = {}) =>
      host.app.papers.register({ id: idNumber(n), content: paperContent({ name, ...more }) });
    await enter(1, 'Konfliktfreie Ausländer*innenbehörde', { reference: 'A0193/22' });
    await enter(2, 'Müllgebühren 50 % senken');
    await enter(3, 'Große Straße', { text: richText('Der Bürgersteig ist zu schmal.') });
    await enter(4, 'Spielplatz', {
      originators: [{ organization: 'Fraktion Weiher', person: 'Ada Beispiel', function: '' }],
    });
  });
  beforeAll(() =>
    host.app.papers.register({
      id: idNumber(5),
      content: paperContent({
        name: 'Radwege',
        originators: [{ organization: 'Beirat', person: 'Łukasz Sørensen', function: '' }],
        text: richText('Fahr\u00adrad\u00adwege nach A0012/25 für Anwohner/-innen.'),
      }),
    }),
  );
  afterAll(() => host.dispose());

  it.each([
    ['Müllgebühren', 'Müllgebühren 50 % senken'],
    ['muell', 'Müllgebühren 50 % senken'],
    ['MULL', 'Müllgebühren 50 % senken'],
    ['grosse strasse', 'Große Straße'],
    ['Bürgersteig schmal', 'Große Straße'],
    ['buergerst', 'Große Straße'],
    ['behörde', 'Konfliktfreie Ausländer*innenbehörde'],
    ['A0193/22', 'Konfliktfreie Ausländer*innenbehörde'],
    ['weiher ada', 'Spielplatz'],
    ['50 %', 'Müllgebühren 50 % senken'],
    ['Ausländerinnen', 'Konfliktfreie Ausländer*innenbehörde'],
    ['Ausländer:innen', 'Konfliktfreie Ausländer*innenbehörde'],
    ['AusländerInnen', 'Konfliktfreie Ausländer*innenbehörde'],
    ['Ausländer', 'Konfliktfreie Ausländer*innenbehörde'],
    ['0193/22', 'Konfliktfreie Ausländer*innenbehörde'],
    ['193/22', 'Konfliktfreie Ausländer*innenbehörde'],
    ['Lukasz Sorensen', 'Radwege'],
    ['Łukasz', 'Radwege'],
    ['Fahrradwege', 'Radwege'],
    ['12/25', 'Radwege'],
    ['Anwohnerinnen', 'Radwege'],
  ])('finds by "%s"', async (text, name) => {
    expect(await found(text)).toEqual([name]);
  });

  it.each(['Bürgersteig breit', 'xyz', '_', '"', '*', '")', 'NEAR(a b', "'; DROP TABLE paper; --"])(
    'finds nothing by "%s"',
    async (text) => {
      // The star stands in one title, so it is found there.
      expect(await found(text)).toEqual(text === '*' ? ['Konfliktfreie Ausländer*innenbehörde'] : []);
    },
  );

  it('finds both spellings of an umlaut, whichever was typed, however many there are', async () => {
    const name = 'Ueberpruefung der Überprüfungsgebührenänderungsgröße';
    await host.app.papers.register({ id: idNumber(20), content: paperContent({ name }) });
    for (const text of ['überprüfung', 'ueberpruefung', 'Überprüfungsgebührenänderungsgröße'])
      expect(await found(text)).toEqual([name]);
  });

  it('finds numbers by their class without the noughts, and words on both sides of a stroke', async () => {
    const text = richText('Zu A0031/24: Stadt/Innenstadt, Schüler(inn)en, Lehrer(-innen) und Wirt’innen.');
    await host.app.papers.register({ id: idNumber(21), content: paperContent({ name: 'Zeichen', text }) });
    for (const wanted of [
      'A31/24',
      'A0031/24',
      '31/24',
      'Innenstadt',
      'Stadt/Innenstadt',
      'Schülerinnen',
      'Schüler(inn)en',
      'Lehrerinnen',
      'Lehrer/-innen',
      'Wirtinnen',
      'Wirt*innen',
    ])
      expect(await found(wanted), wanted).toEqual(['Zeichen']);
  });

  it('forgets old words after a save', async () => {
    const content = paperContent({ name: 'Altwort' });
    await host.app.papers.register({ id: idNumber(9), content });
    await host.app.papers.save({ id: idNumber(9), expectedRevision: 1, content: { ...content, name: 'Neuwort' } });
    expect(await found('altwort')).toEqual([]);
    expect(await found('neuwort')).toEqual(['Neuwort']);
  });

  it('answers whatever is typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        expect(await found(text)).toBeInstanceOf(Array);
      }),
    );
    expect(await found('qx '.repeat(160))).toEqual([]);
  });
});

describe('paging through the register', () => {
  let host: TestHost;
  const TOTAL = 300;

  beforeAll(async () => {
    host = testHost();
    await host.app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
    for (let n = 1; n <= TOTAL; n += 1) {
      // Many share a day, every tenth has no number, every seventh no day.
      const content = paperContent({
        name: n % 3 === 0 ? 'Drittel' : 'Papier',
        reference:
          n % 10 === 0 ? '' : `${n % 2 === 0 ? 'A' : 'F'}${String(n).padStart(4, '0')}/${n % 4 === 0 ? '25' : '26'}`,
        paperType: n % 2 === 0 ? 'motion' : 'inquiry',
        date: n % 7 === 0 ? null : `2026-01-0${1 + (n % 5)}`,
      });
      await host.app.papers.register({ id: idNumber(n), content });
    }
  });
  afterAll(() => host.dispose());

  async function walk(query: { text: string; limit: number; class?: string; year?: number }): Promise<string[]> {
    const ids: string[] = [];
    let after: string | undefined;
    do {
      const page = await host.app.papers.list({ ...query, ...(after !== undefined && { after }) });
      expect(page.items.length).toBeLessThanOrEqual(query.limit);
      ids.push(...page.items.map((item) => item.id));
      after = page.next ?? undefined;
    } while (after !== undefined && ids.length <= TOTAL);
    return ids;
  }

  it.each([1, 7, 50, 299, 300, 500])('shows every paper once with pages of %i', async (limit) => {
    const ids = await walk({ text: '', limit });
    expect(ids).toHaveLength(TOTAL);
    expect(new Set(ids).size).toBe(TOTAL);
    expect(ids).toEqual(await walk({ text: '', limit: 500 }));
  });

  it('shows every match of a filter once', async () => {
    expect(await walk({ text: 'drittel', limit: 9 })).toHaveLength(100);
    expect(await walk({ text: '', limit: 9, class: 'F' })).toHaveLength(150);
    expect((await host.app.papers.list({ text: 'drittel', limit: 9 })).total).toBe(100);
  });

  it('puts drafts first, then the newest day with the highest number', async () => {
    const { items } = await host.app.papers.list({ text: '', limit: 500 });
    const drafts = items.findIndex((item) => item.reference !== null);
    expect(drafts).toBe(30);
    const dated = items.slice(drafts).filter((item) => item.date !== null);
    expect(dated.map((item) => item.date)).toEqual(
      dated
        .map((item) => item.date)
        .sort()
        .reverse(),
    );
  });

  it('refuses a place in the list that it did not give', async () => {
    expect((await refusalOf(() => host.app.papers.list({ text: '', limit: 5, after: 'x' }))).code).toBe(
      'input-invalid',
    );
  });
});
