import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../src-renderer/data/core.ts';
import { DraftStore } from '../../src-renderer/parts/statement/draft-store.ts';
import { statementActs } from '../../src-renderer/features/statement/use-statement-acts.ts';
import { idNumber } from '../support/builders.ts';
import { testHost, type TestHost } from '../support/test-host.ts';

const FINISHED = [
  'Auental',
  'Stellungnahme der Verwaltung öffentlich',
  'Stadtamt\tStellungnahme-Nr.\tDatum',
  'FB 7\tS0900/26\t12.03.2026',
  '',
  'Die Bänke werden aufgestellt.',
  '',
  'Eva Muster',
].join('\n');

let host: TestHost;
let client: Client;
let count = 700;
let id: string;

beforeAll(async () => {
  host = testHost();
  await host.app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
  const { statements } = host.app;
  // The window's wire without the wire: the same procedures, asked in the same process.
  client = { statements: { ...statements, takeUp: ({ ref }: { ref: string }) => statements.takeUp(ref) } } as never;
});
afterAll(() => host.dispose());
beforeEach(async () => {
  id = idNumber((count += 1));
  await host.app.statements.create({ id, answers: null, name: 'Bänke', leadUnit: null, number: null });
});
const stored = (ref = id) => host.app.statements.get(ref);
async function opened(ref = id) {
  const store = new DraftStore(client, await stored(ref));
  return { store, acts: statementActs(client, store) };
}

describe('a number', () => {
  it('is one step among the others: all are taken back and done again in their order', async () => {
    const { store, acts } = await opened();
    store.change({ name: 'Mehr Bänke' });
    const { reference } = await acts.giveNumber(null);
    store.change({ leadUnit: 'FB 67' });
    await store.undo();
    await store.flush();
    expect(await stored()).toMatchObject({ reference, content: { name: 'Mehr Bänke', leadUnit: '' } });
    await store.undo();
    expect(await stored()).toMatchObject({ reference: null, content: { name: 'Mehr Bänke' } });
    await store.undo();
    await store.flush();
    expect((await stored()).content.name).toBe('Bänke');
    await store.redo();
    await store.redo();
    await store.flush();
    expect(await stored()).toMatchObject({ reference, content: { name: 'Mehr Bänke' } });
  });

  it('that was typed gives way to the one before, also by the button beside it, without a step too many', async () => {
    const { store, acts } = await opened();
    await acts.giveNumber('S0100/26');
    const typed = await acts.giveNumber('S0105/26');
    await typed.undo();
    expect((await stored()).reference).toBe('S0100/26');
    await store.undo();
    expect((await stored()).reference).toBeNull();
    expect(store.view().canUndo).toBe(false);
  });

  it('that may not be taken back stays, and why is told', async () => {
    const { store, acts } = await opened();
    const { reference } = await acts.giveNumber(null);
    // Another window gave another one meanwhile.
    await host.app.statements.giveNumber({ id, reference: 'S0300/26' });
    expect(reference).not.toBe('S0300/26');
    await store.undo();
    expect((await stored()).reference).toBe('S0300/26');
    expect(store.view().refused).not.toBeNull();
    store.clearRefused();
    expect(store.view().refused).toBeNull();
  });
});

describe('taking up what was imported finished', () => {
  it('is taken back by undo, after what was changed since', async () => {
    const bytes = Buffer.from(FINISHED);
    const { id: taken } = await host.app.imports.importFile({ fileName: 'fertig.txt', bytes });
    const before = await stored(taken);
    const { store, acts } = await opened(taken);
    const isLast = await acts.takeUp();
    expect(isLast()).toBe(true);
    store.change({ name: 'Geändert' });
    await store.flush();
    expect(isLast()).toBe(false);
    expect(await stored(taken)).toMatchObject({ state: 'draft', content: { name: 'Geändert' } });
    await store.undo();
    await store.undo();
    expect(await stored(taken)).toMatchObject({ state: 'imported', content: before.content });
    expect(store.view().draft.state).toBe('imported');
    await store.redo();
    expect((await stored(taken)).state).toBe('draft');
  });
});
