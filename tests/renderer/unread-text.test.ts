import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const storage = new Map<string, string>();
beforeEach(() => {
  storage.clear();
  vi.resetModules();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => void storage.set(key, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

/** As a window finds it: what stood in memory is gone. */
const loaded = async () => {
  vi.resetModules();
  return import('../../src-renderer/ui/unread-text.ts');
};

describe('what was typed where a date belongs and is none', () => {
  it('waits beside the value that stands there, also after a reload', async () => {
    const before = await loaded();
    before.keepUnreadText('person:1:start', '31.04.2023', '2023-01-01');
    before.keepUnreadText('serial-letters:7:deadline', 'bald', null);
    before.keepUnreadText('person:1:end', 'nie', null);
    before.keepUnreadText('person:1:end', '', null);
    const after = await loaded();
    expect(after.unreadTextAt('person:1:start', '2023-01-01')).toBe('31.04.2023');
    expect(after.unreadTextAt('person:1:start', '2024-01-01')).toBe('');
    expect(after.unreadTextAt('person:1:end', null)).toBe('');
    expect(after.hasUnreadText('serial-letters:7:')).toBe(true);
    expect(after.hasUnreadText('serial-letters:8:')).toBe(false);
  });

  it('is nothing where what was kept cannot be read', async () => {
    storage.set('stellwerk-unread-dates', '{"a":1');
    expect((await loaded()).hasUnreadText('')).toBe(false);
  });
});
