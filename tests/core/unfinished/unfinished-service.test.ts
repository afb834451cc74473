import { createHash } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../src-main/adapters/sqlite/database.ts';
import { unfinishedService, type UnfinishedService } from '../../../src-main/core/unfinished/unfinished-service.ts';
import { refusalOf, tempFolder } from '../../support/builders.ts';
import { fixedClock, testHost } from '../../support/test-host.ts';

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** A window: it remembers the mark of what it read or kept last. */
function windowOf(unfinished: UnfinishedService, place: string) {
  let mark: string | null = null;
  return {
    read: async () => {
      const found = await unfinished.read(place);
      ({ mark } = found);
      return found.text;
    },
    keep: async (text: string | null) => {
      ({ mark } = await unfinished.keep({ place, text, read: mark }));
    },
  };
}

describe('unfinished work', () => {
  it('waits at its place, is replaced by what is newer, and forgotten when told', async () => {
    const host = testHost();
    onTestFinished(() => host.dispose());
    const letter = windowOf(host.app.unfinished, 'letter:1');
    expect(await letter.read()).toBeNull();
    await letter.keep('alt');
    await letter.keep('Größe: 1 m²');
    await windowOf(host.app.unfinished, 'new-paper').keep('{}');
    expect(await letter.read()).toBe('Größe: 1 m²');
    await letter.keep(null);
    await letter.keep(null);
    expect(await letter.read()).toBeNull();
    expect(await windowOf(host.app.unfinished, 'new-paper').read()).toBe('{}');
  });

  it('that another window wrote is never overwritten or forgotten unseen', async () => {
    const host = testHost();
    onTestFinished(() => host.dispose());
    const first = windowOf(host.app.unfinished, 'letter:1');
    const second = windowOf(host.app.unfinished, 'letter:1');
    await first.keep('aus dem ersten');
    expect((await refusalOf(() => second.keep('aus dem zweiten'))).code).toBe('conflict');
    expect((await refusalOf(() => second.keep(null))).code).toBe('conflict');
    expect(await second.read()).toBe('aus dem ersten');
    await second.keep('beides');
    expect((await refusalOf(() => first.keep('noch einmal'))).code).toBe('conflict');
    // The answer to a save got lost, and it is sent again.
    await first.keep('beides');
    await first.keep('weiter');
    expect(await second.read()).toBe('weiter');
  });

  it('is there after a restart, and belongs to whoever wrote it', async () => {
    const folder = tempFolder();
    const asUser = async <T>(actor: string, work: (unfinished: ReturnType<typeof windowOf>) => Promise<T>) => {
      const database = openDatabase({ folder, actor: () => actor, clock: fixedClock });
      try {
        return await work(windowOf(unfinishedService({ database, sha256 }), 'new-paper'));
      } finally {
        await database.close();
      }
    };
    await asUser('anna', (unfinished) => unfinished.keep('von Anna'));
    expect(await asUser('boris', (unfinished) => unfinished.read())).toBeNull();
    await asUser('boris', (unfinished) => unfinished.keep(null));
    expect(await asUser('anna', (unfinished) => unfinished.read())).toBe('von Anna');
  });
});
