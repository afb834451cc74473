import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nextReference, takeNumber } from '../../../src-main/core/number/give-number.ts';
import { formatReference, type PaperReference } from '../../../src-main/core/paper/paper-reference.ts';
import { openDatabase, type OpenDatabase } from '../../../src-main/adapters/sqlite/database.ts';
import { idNumber, patterns, refusalOf, tempFolder } from '../../support/builders.ts';
import { fixedClock } from '../../support/test-host.ts';

let database: OpenDatabase;
const reference = (number: number, suffixes: number[] = []): PaperReference => ({
  class: 'S',
  paperType: 'statement',
  year: 2026,
  number,
  suffixes,
});

/** Numbers point at papers, so every id used here has one. */
const paper = (n: number) => ({
  id: idNumber(n),
  paperType: 'other' as const,
  class: '',
  reference: null,
  originalReference: null,
  year: 2026,
  name: `Papier ${n}`,
  date: null,
  publicity: 'public' as const,
  leadUnit: '',
  originators: [],
  printedOriginators: '',
  consultations: [],
  text: null,
  revision: 1,
  updatedAt: fixedClock.now(),
});
const take = (number: PaperReference, n: number): Promise<void> =>
  database.write((stores) => takeNumber(stores, number, idNumber(n), patterns));
const next = (): Promise<string> =>
  database.write(async (stores) => formatReference(await nextReference(stores, 'statement', 2026, patterns), patterns));

beforeEach(async () => {
  database = openDatabase({ folder: tempFolder(), actor: () => 'test', clock: fixedClock });
  await database.write(async (stores) => {
    for (let n = 1; n <= 5; n += 1) await stores.papers.save(paper(n));
  });
});
afterEach(() => database.close());

describe('giving numbers', () => {
  it('begins with one', async () => {
    expect(await next()).toBe('S0001/26');
  });

  it('gives a number to one paper only, and to the same one again without harm', async () => {
    await take(reference(7), 1);
    await take(reference(7), 1);
    const refusal = await refusalOf(() => take(reference(7), 2));
    expect(refusal).toEqual({ code: 'reference-taken', details: { reference: 'S0007/26', state: 'given' } });
  });

  it('goes on after the highest, gaps or not', async () => {
    await take(reference(7), 1);
    expect(await next()).toBe('S0008/26');
  });

  it('takes an amendment for a number of its own', async () => {
    await take(reference(7), 1);
    await take(reference(7, [1]), 2);
    expect((await refusalOf(() => take(reference(7, [1]), 3))).code).toBe('reference-taken');
    expect(await next()).toBe('S0008/26');
  });

  it('gives a reserved number that no paper holds', async () => {
    await database.write((stores) =>
      stores.numbers.put({
        class: 'S',
        year: 2026,
        number: 9,
        suffix: '',
        state: 'reserved',
        givenBy: 'office',
        paperId: null,
        reason: null,
      }),
    );
    await take(reference(9), 3);
    const entry = await database.write((stores) => stores.numbers.find('S', 2026, 9, ''));
    expect(entry).toMatchObject({ state: 'given', paperId: idNumber(3) });
  });

  it('never gives a voided number to another paper; only the one it was taken from gets it back', async () => {
    await take(reference(12), 4);
    await database.write((stores) =>
      stores.numbers.put({
        class: 'S',
        year: 2026,
        number: 12,
        suffix: '',
        state: 'void',
        givenBy: 'office',
        paperId: idNumber(4),
        reason: 'verschrieben',
      }),
    );
    expect(await refusalOf(() => take(reference(12), 5))).toEqual({
      code: 'reference-taken',
      details: { reference: 'S0012/26', state: 'void', reason: 'verschrieben' },
    });
    expect(await next()).toBe('S0013/26');
    const entry = await database.write((stores) => stores.numbers.find('S', 2026, 12, ''));
    expect(entry).toMatchObject({ state: 'void', reason: 'verschrieben' });
    await take(reference(12), 4);
    expect(await database.write((stores) => stores.numbers.find('S', 2026, 12, ''))).toMatchObject({ state: 'given' });
  });

  it('does not void a number without a reason', async () => {
    await expect(
      database.write((stores) =>
        stores.numbers.put({
          class: 'S',
          year: 2026,
          number: 30,
          suffix: '',
          state: 'void',
          givenBy: 'office',
          paperId: null,
          reason: null,
        }),
      ),
    ).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_CHECK' });
  });

  it('forgets the number when the rest of the action fails', async () => {
    const work = database.write(async (stores) => {
      await takeNumber(stores, reference(40), idNumber(5), patterns);
      throw new Error('something else');
    });
    await expect(work).rejects.toThrow('something else');
    expect(await database.write((stores) => stores.numbers.find('S', 2026, 40, ''))).toBeUndefined();
  });
});
