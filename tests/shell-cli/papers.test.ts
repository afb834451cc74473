import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DiscardedPaper, RestoredPaper } from '../../src-main/contract/bin/shapes.ts';
import type { NumberLook, NumberRows } from '../../src-main/contract/number/shapes.ts';
import type { StatementDraft } from '../../src-main/contract/statement/shapes.ts';
import type { ImportResult } from '../../src-main/contract/import/shapes.ts';
import type { PaperSummary } from '../../src-main/contract/paper/shapes.ts';
import { expectRefusal, workspace, type Office } from '../harness/desk/cli.ts';

const space = workspace();
let office: Office;

beforeAll(async () => {
  office = await space.office('example');
});

const begin = (name: string, ...more: string[]): Promise<StatementDraft> =>
  office.json<StatementDraft>('new', '--answers', 'A0012/26', '--name', name, ...more);
const registered = async (): Promise<(string | null)[]> =>
  (await office.json<PaperSummary[]>('list')).map(({ reference }) => reference);

describe('number', () => {
  it('gives, changes and takes the number of a draft', async () => {
    const { id } = await begin('Nummernprobe', '--number', 'S0700/26');
    expect(await office.json<StatementDraft>('number', id, '--set', 's0701/26')).toMatchObject({
      reference: 'S0701/26',
    });
    expect(await office.json<StatementDraft>('number', id, '--none')).toMatchObject({ reference: null });
    const { reference: given } = await office.json<StatementDraft>('number', id, '--next');
    expect(await office.json<NumberLook>('number', id)).toMatchObject({ kind: 'own', reference: given });
    expectRefusal(await office.run('number', 'zwölf'), 'not-found');
    // A typed number is free again once it was corrected; one that was given here is not.
    expect(await office.json<NumberLook>('number', 'S0700/26')).toMatchObject({ kind: 'free' });
    await office.json('number', id, '--set', 'S0701/26');
    expect(await office.json<NumberLook>('number', given ?? '')).toMatchObject({
      kind: 'void',
      reason: 'ersetzt durch S0701/26',
    });
    expectRefusal(await office.run('new', '--answers', 'A0012/26', '--number', given ?? ''), 'reference-taken');
    expectRefusal(await office.run('new', '--answers', 'A0012/26', '--number', 'S0701/26'), 'reference-taken');
  });

  it('shows the row of a class and year with what is left out in it', async () => {
    await begin('Lücke', '--number', 'S0003/24');
    const rows = await office.json<NumberRows>('number', '--class', 's', '--year', '2024');
    expect(rows).toMatchObject({
      isGivenElsewhere: false,
      rows: [{ reference: 'S0003/24', state: 'given' }],
      gaps: [{ from: 'S0001/24', to: 'S0002/24', count: 2 }],
    });
    const { stdout } = await office.run('number', '--class', 'S', '--year', '2024');
    expect(stdout.trim()).toBe('S0003/24  vergeben\nS0001/24 bis S0002/24  unbelegt');
  });

  it('wants a number, or a class with its year, and one thing to do', async () => {
    expectRefusal(await office.run('number'), 'usage');
    expectRefusal(await office.run('number', '--class', 'S', '--year', '22'), 'usage');
    expectRefusal(await office.run('number', 'S0003/24', '--next', '--none'), 'usage');
  });
});

describe('discard, bin and restore-paper', () => {
  it('put a paper away and bring it back', async () => {
    const before = await registered();
    const { id } = await begin('Versehen', '--number', 'S0800/26');
    expect(await office.json<DiscardedPaper>('discard', 'S0800/26')).toMatchObject({ id, reference: 'S0800/26' });
    expect(await registered()).toEqual(before);
    expect(await office.json<DiscardedPaper[]>('bin')).toMatchObject([{ id, name: 'Versehen' }]);
    expect((await office.run('bin')).stdout).toContain('S0800/26');
    expect(expectRefusal(await office.run('show', 'S0800/26'), 'paper-discarded')).toContain('Papierkorb');
    expectRefusal(await office.run('export', id, '--to', space.folder()), 'paper-discarded');
    const restored = await office.json<RestoredPaper>('restore-paper', 'S0800/26');
    expect(restored).toMatchObject({ id, reference: 'S0800/26', lostReference: null });
    expect((await office.show('S0800/26')).name).toBe('Versehen');
    expect(await office.json('bin')).toEqual([]);
  });

  it('log that typed numbers became free', async () => {
    const { id } = await begin('Noch ein Versehen', '--number', 'S0810/26');
    await office.json('discard', id);
    await office.json('discard', 'F0047/26');
    const database = new Sqlite(join(office.data, 'stellwerk.db'), { readonly: true });
    const logged = database
      .prepare("SELECT action, entity_id FROM change_log WHERE entity = 'number' ORDER BY seq DESC LIMIT 2")
      .all();
    database.close();
    expect(logged).toEqual([
      { action: 'number-freed', entity_id: 'F0047/26' },
      { action: 'number-freed', entity_id: 'S0810/26' },
    ]);
    expect((await office.run('doctor')).exitCode).toBe(0);
    await office.json('restore-paper', 'F0047/26');
    await office.json('restore-paper', id);
  });

  it('refuse a paper that somebody answered, and one that is not there', async () => {
    expectRefusal(await office.run('discard', 'A0012/26'), 'discard-forbidden');
    expectRefusal(await office.run('discard', 'A9999/26'), 'not-found');
    expectRefusal(await office.run('restore-paper', 'A9999/26'), 'not-found');
    expect(expectRefusal(await office.run('restore-paper', 'a12/26'), 'paper-not-discarded')).toContain(
      'A0012/26 liegt nicht im Papierkorb, sondern steht im Register.',
    );
  });
});

describe('take-up', () => {
  const text = (reference: string): string =>
    `Auental\nStellungnahme der Verwaltung öffentlich\nStadtamt\tStellungnahme-Nr.\tDatum\nFB 7\t${reference}\t12.03.2026\n\nDie Bänke werden aufgestellt.\n\nEva Muster`;

  it('makes a draft of a paper that was imported finished, before it can be released', async () => {
    const file = join(space.folder(), 'alt.txt');
    writeFileSync(file, text('S0900/25'));
    await office.json<ImportResult>('import', file);
    expectRefusal(await office.run('release', 'S0900/25'), 'step-forbidden');
    expect(await office.json<StatementDraft>('take-up', 'S0900/25')).toMatchObject({ state: 'draft' });
    expectRefusal(await office.run('release', 'S0900/25'), 'release-blocked');
    expectRefusal(await office.run('take-up', 'S0900/25'), 'step-forbidden');
  });
});
