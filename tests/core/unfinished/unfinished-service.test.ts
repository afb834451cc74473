import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../src-main/adapters/sqlite/database.ts';
import { unfinishedService } from '../../../src-main/core/unfinished/unfinished-service.ts';
import { tempFolder } from '../../support/builders.ts';
import { fixedClock, testHost } from '../../support/test-host.ts';

describe('unfinished work', () => {
  it('waits at its place, is replaced by what is newer, and forgotten when told', async () => {
    const host = testHost();
    onTestFinished(() => host.dispose());
    const { unfinished } = host.app;
    expect(await unfinished.read('letter:1')).toBeNull();
    await unfinished.keep('letter:1', 'alt');
    await unfinished.keep('letter:1', 'Größe: 1 m²');
    await unfinished.keep('new-paper', '{}');
    expect(await unfinished.read('letter:1')).toBe('Größe: 1 m²');
    await unfinished.keep('letter:1', null);
    await unfinished.keep('letter:1', null);
    expect(await unfinished.read('letter:1')).toBeNull();
    expect(await unfinished.read('new-paper')).toBe('{}');
  });

  it('is there after a restart, and belongs to whoever wrote it', async () => {
    const folder = tempFolder();
    const asUser = async <T>(actor: string, work: (unfinished: ReturnType<typeof unfinishedService>) => Promise<T>) => {
      const database = openDatabase({ folder, actor, clock: fixedClock });
      try {
        return await work(unfinishedService({ database }));
      } finally {
        await database.close();
      }
    };
    await asUser('anna', (unfinished) => unfinished.keep('new-paper', 'von Anna'));
    expect(await asUser('boris', (unfinished) => unfinished.read('new-paper'))).toBeNull();
    await asUser('boris', (unfinished) => unfinished.keep('new-paper', null));
    expect(await asUser('anna', (unfinished) => unfinished.read('new-paper'))).toBe('von Anna');
  });
});
