import { MutationObserver, QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { preferenceChanges, type PreferencesChange } from '../../src-renderer/parts/settings/preference-changes.ts';
import { preferencesSchema, type Preferences, type PreferencesPart } from '../../src-main/contract/settings/shapes.ts';

const KEY = ['preferences-read'];
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

/** A core whose saves and readings are answered when the test says so. */
async function desk() {
  const cache = new QueryClient();
  let kept: Preferences = preferencesSchema.parse({});
  const saves: (() => void)[] = [];
  const readings: (() => void)[] = [];
  const queryFn = () => {
    const answer = kept;
    return new Promise<Preferences>((resolve) => readings.push(() => resolve(answer)));
  };
  const first = cache.query({ queryKey: KEY, queryFn });
  readings.shift()?.();
  await first;
  const send = (part: PreferencesPart) =>
    new Promise<void>((resolve) => {
      saves.push(() => {
        kept = { ...kept, ...part };
        resolve();
      });
    });
  const { mutation, show } = preferenceChanges(cache, KEY, send);
  return {
    cache,
    saves,
    readings,
    reread: () => void cache.query({ queryKey: KEY, queryFn }).catch(() => undefined),
    shown: () => cache.getQueryData<Preferences>(KEY),
    kept: () => kept,
    change: (change: PreferencesChange) => {
      const part = show(change);
      if (part) void new MutationObserver(cache, mutation).mutate(part);
    },
  };
}

const duplex =
  (value: 'long-edge' | 'short-edge'): PreferencesChange =>
  ({ printing }) => ({
    printing: { ...printing, original: { ...printing.original, duplex: value } },
  });
const copies =
  (count: number): PreferencesChange =>
  ({ printing }) => ({
    printing: { ...printing, original: { ...printing.original, copies: count } },
  });

describe('changes of what is remembered', () => {
  it('one after the other keep each other, however late the first is kept', async () => {
    const { change, shown, kept, saves } = await desk();
    change(duplex('long-edge'));
    change(copies(2));
    await settled();
    expect(shown()?.printing.original).toMatchObject({ duplex: 'long-edge', copies: 2 });
    expect(saves).toHaveLength(1);
    saves[0]?.();
    await settled();
    saves[1]?.();
    await settled();
    expect(kept().printing.original).toMatchObject({ duplex: 'long-edge', copies: 2 });
  });

  it('are not taken back by what was read before them', async () => {
    const { change, reread, readings, saves, shown } = await desk();
    reread();
    change(duplex('long-edge'));
    readings.shift()?.();
    await settled();
    expect(shown()?.printing.original.duplex).toBe('long-edge');
    change(copies(3));
    expect(shown()?.printing.original).toMatchObject({ duplex: 'long-edge', copies: 3 });
    expect(saves).toHaveLength(1);
  });

  it('are read again once, after the last of them is kept', async () => {
    const { cache, change, saves } = await desk();
    change({ theme: 'dark' });
    change({ theme: 'light' });
    await settled();
    saves[0]?.();
    await settled();
    expect(cache.getQueryState(KEY)?.isInvalidated).toBe(false);
    saves[1]?.();
    await settled();
    expect(cache.getQueryState(KEY)?.isInvalidated).toBe(true);
  });
});
