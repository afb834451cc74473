import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stateOn } from '../../../src-main/core/settings/setting-history.ts';
import { refusalOf } from '../../support/builders.ts';
import { fixedClock, type TestHost } from '../../support/test-host.ts';
import { inStores, office, organization } from './entries.ts';

let host: TestHost;
beforeAll(async () => {
  host = await office();
});
afterAll(() => host.dispose());

const TODAY = fixedClock.today();
const nameOn = (id: string, day: string): Promise<string | null> =>
  inStores(host, (database) =>
    database.read(async (stores) => {
      const versions = await stores.settingHistory.versions({ area: 'organization', entityId: id, limit: 1000 });
      return (stateOn(versions, day) as { name: string } | null)?.name ?? null;
    }),
  );
async function body(name: string): Promise<(name: string, validFrom?: string | null) => Promise<string>> {
  const id = crypto.randomUUID();
  let expectedRevision = 0;
  const save = async (next: string, validFrom?: string | null): Promise<string> => {
    const saved = await host.app.settings.saveOrganization({
      id,
      expectedRevision,
      content: organization(next),
      ...(validFrom !== undefined && { validFrom }),
    });
    expectedRevision = saved.revision;
    return id;
  };
  await save(name);
  return save;
}

describe('from which day a state holds', () => {
  it('is since ever for a correction of the first state', async () => {
    const save = await body('Schreibfeler');
    const id = await save('Schreibfehler');
    expect(await nameOn(id, '1990-01-01')).toBe('Schreibfehler');
  });

  it('begins anew with a change from a day, and leaves the time before alone', async () => {
    const save = await body('Amt 61');
    const id = await save('Amt für Bau', '2026-02-01');
    expect(await nameOn(id, '2026-01-31')).toBe('Amt 61');
    expect(await nameOn(id, '2026-02-01')).toBe('Amt für Bau');
  });

  it('stays with a correction of a state that began on a day', async () => {
    const save = await body('Fachdienst 1');
    await save('Fachdinst 2', '2026-02-01');
    const id = await save('Fachdienst 2');
    expect(await nameOn(id, '2026-01-31')).toBe('Fachdienst 1');
    expect(await nameOn(id, '2026-02-01')).toBe('Fachdienst 2');
    const [newest] = await host.app.settings.history({ entityId: id });
    expect(newest?.validFrom).toBe('2026-02-01');
  });

  it('may be today, but not tomorrow', async () => {
    const save = await body('Heute so');
    const id = await save('Ab heute', TODAY);
    expect(await nameOn(id, TODAY)).toBe('Ab heute');
    expect(await refusalOf(() => save('Ab morgen', '2026-03-03'))).toEqual({
      code: 'setting-in-future',
      details: { date: '03.03.2026' },
    });
    expect(await nameOn(id, TODAY)).toBe('Ab heute');
  });

  it('is the earlier one again when a change is taken back', async () => {
    const save = await body('Davor');
    const id = await save('Irrtum', '2026-02-01');
    await host.app.settings.undoLast({ area: 'organization', entityId: id });
    expect(await nameOn(id, TODAY)).toBe('Davor');
    expect(await nameOn(id, '2026-01-15')).toBe('Davor');
  });

  it('is nobody any more on the day after a removal', async () => {
    const save = await body('Verschwindet');
    const id = await save('Verschwindet bald', '2026-02-01');
    await host.app.settings.removeOrganization({ id, expectedRevision: 2 });
    expect(await nameOn(id, TODAY)).toBeNull();
    expect(await nameOn(id, '2026-01-15')).toBe('Verschwindet');
  });

  it('gives for today what the settings show, whatever was saved, restored and taken back before', async () => {
    const day = fc.constantFrom(undefined, null, '2020-05-05', '2025-12-31', '2026-01-01', '2026-02-01', TODAY);
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('save' as const), day }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo' as const), day }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('restore' as const), day }) },
    );
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const { settings } = host.app;
        const id = crypto.randomUUID();
        const shown = async () => (await settings.organizations()).find((entry) => entry.id === id);
        const save = async (validFrom?: string | null) =>
          settings.saveOrganization({
            id,
            expectedRevision: (await shown())?.revision ?? 0,
            content: organization(`Stelle ${(count += 1)}`),
            ...(validFrom !== undefined && { validFrom }),
          });
        await save();
        for (const { kind, day: from } of steps) {
          if (kind === 'save') await save(from);
          else if (kind === 'undo') await settings.undoLast({ area: 'organization', entityId: id });
          else await settings.restore((await settings.history({ entityId: id })).at(-1)?.seq ?? 0);
        }
        expect(await nameOn(id, TODAY)).toBe((await shown())?.content.name ?? null);
      }),
      { numRuns: 40 },
    );
  });
});
