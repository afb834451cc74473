import { beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../src-renderer/data/core.ts';
import { DraftSessions } from '../../src-renderer/features/statement/draft-sessions.ts';
import { idNumber } from '../support/builders.ts';
import { officeForEach } from '../support/office-for-each.ts';
import { testHost, type TestHost } from '../support/test-host.ts';
import { travelled } from '../support/travelled.ts';

let host: TestHost;
let client: Client;
let count = 500;
let id: string;

async function emptyOffice(folder: string): Promise<TestHost> {
  const office = testHost({ folder });
  await office.app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
  return office;
}
officeForEach(emptyOffice, (given) => {
  host = given;
  // The window's wire without the wire: the same procedures, asked in the same process.
  const { statements, unfinished } = host.app;
  const wire = { read: ({ place }: { place: string }) => unfinished.read(place), keep: unfinished.keep };
  const save = (input: Parameters<typeof statements.save>[0]) => travelled(statements.save(input));
  client = { statements: { ...statements, save }, unfinished: wire } as unknown as Client;
});
beforeEach(async () => {
  id = idNumber((count += 1));
  await host.app.statements.create({ id, answers: null, name: 'Bänke', leadUnit: null, number: null });
});
const stored = () => host.app.statements.get(id);

describe('the steps of a statement', () => {
  it('outlive the number that is given, and lead back to what stood before', async () => {
    const store = new DraftSessions().resume(client, await stored());
    store.change({ name: 'Mehr Bänke ' });
    await store.flush();
    store.take(await host.app.statements.giveNumber({ id, reference: null }));
    expect(store.view()).toMatchObject({ canUndo: true, draft: { reference: 'S0001/26' } });
    await store.undo();
    await store.flush();
    expect((await stored()).content.name).toBe('Bänke');
    expect(store.view().canRedo).toBe(true);
  });

  it('and words typed while the number was on its way are kept and saved after it', async () => {
    const store = new DraftSessions().resume(client, await stored());
    const numbered = await host.app.statements.giveNumber({ id, reference: null });
    store.change({ name: 'Getippt' });
    store.take(numbered);
    await store.flush();
    expect(store.view().save.kind).toBe('saved');
    expect((await stored()).content.name).toBe('Getippt');
  });

  it('of a clash wait for a window that was closed before anybody chose', async () => {
    const shown = new DraftSessions().resume(client, await stored());
    await host.app.statements.setField({ ref: id, field: 'name', value: 'Andere Worte' });
    shown.change({ name: 'Eigene Worte' });
    await shown.flush();
    expect(shown.view().save.kind).toBe('conflict');
    shown.change({ leadUnit: 'Amt 66' });
    await shown.own.flush();

    const next = new DraftSessions().resume(client, await stored());
    expect(next.view()).toMatchObject({ save: { kind: 'saved' }, content: { name: 'Andere Worte' } });
    await next.recall();
    expect(next.view()).toMatchObject({
      save: { kind: 'conflict', theirs: { content: { name: 'Andere Worte' } } },
      content: { name: 'Eigene Worte', leadUnit: 'Amt 66' },
    });
    next.keepMine();
    await next.flush();
    await next.own.flush();
    expect((await stored()).content).toMatchObject({ name: 'Eigene Worte', leadUnit: 'Amt 66' });
    const last = new DraftSessions().resume(client, await stored());
    await last.recall();
    expect(last.view().save.kind).toBe('saved');
  });

  it('wait for who comes back, however the core tidied the words, and go when somebody else changed them', async () => {
    const sessions = new DraftSessions();
    const store = sessions.resume(client, await stored());
    store.change({ name: '  Mehr   Bänke ' });
    await store.flush();
    expect(sessions.resume(client, await stored())).toBe(store);
    expect(store.view().canUndo).toBe(true);
    await host.app.statements.setField({ ref: id, field: 'name', value: 'Andere Worte' });
    const other = sessions.resume(client, await stored());
    expect(other).not.toBe(store);
    expect(other.view()).toMatchObject({ canUndo: false, content: { name: 'Andere Worte' } });
  });

  it('with words that could not be saved yet become a conflict, never nothing', async () => {
    const sessions = new DraftSessions();
    const store = sessions.resume(client, await stored());
    store.change({ name: 'Noch nicht gesichert' });
    await host.app.statements.setField({ ref: id, field: 'name', value: 'Andere Worte' });
    expect(sessions.resume(client, await stored())).toBe(store);
    expect(store.view()).toMatchObject({
      content: { name: 'Noch nicht gesichert' },
      save: { kind: 'conflict', theirs: { content: { name: 'Andere Worte' } } },
    });
    store.load(await stored());
    await store.flush();
  });
});
