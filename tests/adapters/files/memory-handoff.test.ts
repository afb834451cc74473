import { describe, expect, it } from 'vitest';
import { memoryHandoff, offerDelivery } from '../../../src-main/adapters/files/memory-handoff.ts';
import { refusalOf } from '../../support/builders.ts';

const MINUTE = 60_000;
const file = { fileName: 'a.txt', mimeType: 'text/plain', bytes: new Uint8Array([1, 2, 3]) };

describe('files on their way to the window', () => {
  it('are given out once', async () => {
    const handoff = memoryHandoff();
    const handle = handoff.put(file);
    expect(handoff.take(handle)).toBe(file);
    expect((await refusalOf(() => handoff.take(handle))).code).toBe('offer-expired');
  });

  it('wait five minutes and no longer', async () => {
    let now = 0;
    const handoff = memoryHandoff(() => now);
    const early = handoff.put(file);
    const late = handoff.put(file);
    now = 5 * MINUTE;
    expect(handoff.take(early)).toBe(file);
    now += 1;
    expect((await refusalOf(() => handoff.take(late))).code).toBe('offer-expired');
  });

  it('have names that cannot be guessed and never repeat', () => {
    const handoff = memoryHandoff();
    const handles = Array.from({ length: 100 }, () => handoff.put(file));
    expect(new Set(handles).size).toBe(100);
    for (const handle of handles) expect(handle).toMatch(/^[\w-]{24}$/);
  });

  it('give way to newer ones when they grow too large together', async () => {
    const handoff = memoryHandoff(() => 0);
    const bytes = new Uint8Array(120 * 1024 * 1024);
    const handles = Array.from({ length: 7 }, () => handoff.put({ ...file, bytes }));
    const [first = '', second = '', last = ''] = [handles[0], handles[5], handles[6]];
    expect((await refusalOf(() => handoff.take(first))).code).toBe('offer-expired');
    expect(handoff.take(last).bytes).toBe(bytes);
    expect(handoff.take(second).bytes).toBe(bytes);
  });

  it('refuses a handle that nobody gave', async () => {
    expect((await refusalOf(() => memoryHandoff().take('__proto__'))).code).toBe('offer-expired');
  });

  it('offer finished documents with name, type and size', async () => {
    const handoff = memoryHandoff();
    const { kind, files } = await offerDelivery(handoff).deliver([file]);
    expect([kind, files]).toMatchObject(['offered', [{ fileName: 'a.txt', mimeType: 'text/plain', size: 3 }]]);
    expect(handoff.take(files[0]?.handle ?? '')).toBe(file);
  });
});
