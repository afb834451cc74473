import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UnfinishedKeeper } from '../../src-renderer/data/unfinished-keeper.ts';
import type { Client } from '../../src-renderer/data/core.ts';
import { testHost, type TestHost } from '../support/test-host.ts';
import { travelled } from '../support/travelled.ts';

const PLACE = 'letter:1';
let host: TestHost;
let isLost = false;
beforeEach(() => {
  host = testHost();
  isLost = false;
  vi.stubGlobal('window', new EventTarget());
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await host.dispose();
});

const asked = <T>(work: Promise<T>): Promise<T> =>
  isLost ? Promise.reject(new Error('nobody answers')) : travelled(work);
const newWindow = async (): Promise<UnfinishedKeeper> => {
  const { unfinished } = host.app;
  const client = {
    unfinished: {
      read: (input: { place: string }) => asked(unfinished.read(input.place)),
      keep: (input: Parameters<typeof unfinished.keep>[0]) => asked(unfinished.keep(input)),
    },
  } as unknown as Pick<Client, 'unfinished'>;
  const keeper = new UnfinishedKeeper(client, PLACE);
  await keeper.begin();
  return keeper;
};
const waits = async (): Promise<string | null> => (await host.app.unfinished.read(PLACE)).text;
async function typed(keeper: UnfinishedKeeper, text: string): Promise<void> {
  keeper.put(text);
  await keeper.flush();
}

describe('unfinished work in two windows', () => {
  it('shows the later one what the first kept, as long as nothing was typed there', async () => {
    const first = await newWindow();
    const second = await newWindow();
    await typed(first, 'eins');
    expect(await first.look()).toBe(false);
    expect(await second.look()).toBe(true);
    expect(await second.begin()).toBe('eins');
    expect(await second.look()).toBe(false);
    await typed(second, 'eins zwei');
    expect(second.state()).toBe('kept');
    expect(await waits()).toBe('eins zwei');
  });

  it('shows a clash, overwrites nothing, and keeps what was typed until somebody chooses', async () => {
    const first = await newWindow();
    const second = await newWindow();
    await typed(first, 'eins');
    await typed(second, 'zwei');
    expect([first.state(), second.state()]).toEqual(['kept', 'conflict']);
    second.put('zwei und mehr');
    await second.flush();
    expect(await second.look()).toBe(false);
    expect(await waits()).toBe('eins');
    // Who leaves the page and comes back finds the own words and the clash.
    expect(await second.begin()).toBe('zwei und mehr');
    expect(second.state()).toBe('conflict');
    await second.keepMine();
    expect(await waits()).toBe('zwei und mehr');
    expect(second.state()).toBe('kept');
    expect(await first.look()).toBe(true);
    expect(await newWindow().then((window) => window.state())).toBe('idle');
  });

  it('a clash survives its window: the next one shows the own words and asks again', async () => {
    const first = await newWindow();
    const second = await newWindow();
    await typed(first, 'eins');
    await typed(second, 'zwei');
    second.put('zwei und mehr');
    // As the page does that is left.
    await second.flush();
    const third = await newWindow();
    expect(third.state()).toBe('conflict');
    expect(await third.begin()).toBe('zwei und mehr');
    expect(await waits()).toBe('eins');
    await third.keepMine();
    await third.flush();
    expect(await waits()).toBe('zwei und mehr');
    expect((await newWindow()).state()).toBe('idle');
  });

  it('a clash that was decided for the others leaves nothing behind', async () => {
    const first = await newWindow();
    const second = await newWindow();
    await typed(first, 'eins');
    await typed(second, 'zwei');
    second.letGo();
    await second.flush();
    const third = await newWindow();
    expect(third.state()).toBe('idle');
    expect(await third.begin()).toBe('eins');
  });

  it('lets the own words go when the other ones are taken', async () => {
    const first = await newWindow();
    const second = await newWindow();
    await typed(first, 'eins');
    await typed(second, 'zwei');
    second.letGo();
    expect(await second.begin()).toBe('eins');
    await typed(second, 'eins, ergänzt');
    expect(await waits()).toBe('eins, ergänzt');
  });

  it('keeps what was typed while nobody answered', async () => {
    const keeper = await newWindow();
    isLost = true;
    await typed(keeper, 'eins');
    expect(keeper.state()).toBe('failed');
    isLost = false;
    await keeper.flush();
    expect(keeper.state()).toBe('kept');
    expect(await waits()).toBe('eins');
  });
});
