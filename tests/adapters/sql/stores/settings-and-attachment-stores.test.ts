import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type OpenDatabase } from '../../../../src-main/adapters/sqlite/database.ts';
import type { AttachmentEntry, SettingVersion, WriteStores } from '../../../../src-main/core/ports/ports.ts';
import { idNumber, paperContent, refusalOf, tempFolder } from '../../../support/builders.ts';
import { fixedClock, testHost } from '../../../support/test-host.ts';

const PAPER = idNumber(1);
let database: OpenDatabase;
beforeEach(async () => {
  const folder = tempFolder();
  const host = testHost({ folder });
  await host.app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
  await host.app.papers.register({ id: PAPER, content: paperContent({ reference: 'A0001/26' }) });
  await host.close();
  database = openDatabase({ folder, actor: () => 'ada', clock: fixedClock });
});
afterEach(() => database.close());

const write = <T>(work: (stores: WriteStores) => Promise<T>): Promise<T> => database.write(work);
const sha512Of = (text: string): string => createHash('sha512').update(text).digest('hex');

describe('the history of settings', () => {
  const version = (changes: Partial<SettingVersion>): Omit<SettingVersion, 'seq' | 'at' | 'actor'> => ({
    area: 'organization',
    entityId: 'a',
    revision: 1,
    validFrom: null,
    json: '{}',
    batch: null,
    ...changes,
  });

  beforeEach(() =>
    write(async ({ settingHistory }) => {
      await settingHistory.append(version({}));
      await settingHistory.append(version({ entityId: 'b', batch: 'together' }));
      await settingHistory.append(version({ revision: 2, validFrom: '2026-01-01', batch: 'together' }));
      await settingHistory.append(version({ area: 'person', json: null }));
    }),
  );

  it('is read newest first, by area, entry and batch, as many as asked', async () => {
    await database.read(async ({ settingHistory }) => {
      const keys = async (filter: Parameters<typeof settingHistory.versions>[0]) =>
        (await settingHistory.versions(filter)).map((entry) => `${entry.area} ${entry.entityId}${entry.revision}`);
      expect(await keys({ limit: 10 })).toEqual(['person a1', 'organization a2', 'organization b1', 'organization a1']);
      expect(await keys({ limit: 1 })).toEqual(['person a1']);
      expect(await keys({ area: 'organization', entityId: 'a', limit: 10 })).toEqual([
        'organization a2',
        'organization a1',
      ]);
      expect(await keys({ batch: 'together', limit: 10 })).toEqual(['organization a2', 'organization b1']);
    });
  });

  it('says who and when', async () => {
    const [newest] = await database.read(({ settingHistory }) => settingHistory.versions({ limit: 1 }));
    expect(newest).toMatchObject({ actor: 'ada', at: '2026-03-02T08:00:00.000Z', json: null });
  });

  it('knows the latest state, any state and the highest revisions of one area', async () => {
    await database.read(async ({ settingHistory }) => {
      expect(await settingHistory.latest('organization', 'a')).toMatchObject({ revision: 2, validFrom: '2026-01-01' });
      expect(await settingHistory.at('organization', 'a', 1)).toMatchObject({ validFrom: null });
      expect(await settingHistory.at('organization', 'a', 3)).toBeUndefined();
      expect(await settingHistory.latest('office', 'office')).toBeUndefined();
      expect(await settingHistory.find(999)).toBeUndefined();
      expect(await settingHistory.revisions('organization')).toEqual(
        new Map([
          ['a', 2],
          ['b', 1],
        ]),
      );
    });
  });
});

describe('attachments', () => {
  const entry = (n: number, changes: Partial<AttachmentEntry> = {}): AttachmentEntry => ({
    id: idNumber(10 + n),
    paperId: PAPER,
    position: n,
    name: `Plan ${n}`,
    fileName: `plan-${n}.txt`,
    mimeType: 'text/plain',
    size: 4,
    sha512: null,
    publicity: 'public',
    removedAt: null,
    text: 'none',
    ...changes,
  });

  it('are read back as they were put, in their order', async () => {
    const sha512 = sha512Of('Plan');
    const entries = [
      entry(2, { removedAt: '2026-03-01T00:00:00.000Z' }),
      entry(0, { sha512, text: 'waiting', publicity: 'non-public' }),
      entry(1),
    ];
    await write(async ({ attachments }) => {
      await attachments.keepBytes(sha512, Buffer.from('Plan'));
      for (const one of entries) await attachments.put(one);
    });
    await database.read(async ({ attachments }) => {
      expect(await attachments.of(PAPER)).toEqual([entries[1], entries[2], entries[0]]);
      expect(await attachments.get(idNumber(10))).toEqual(entries[1]);
      expect(await attachments.get(idNumber(99))).toBeUndefined();
      expect(await attachments.of(idNumber(99))).toEqual([]);
    });
  });

  it('keep a part of a larger buffer as that part', async () => {
    const large = new TextEncoder().encode('vorher Plan nachher');
    const part = large.subarray(7, 11);
    await write(({ attachments }) => attachments.keepBytes(sha512Of('Plan'), part));
    const bytes = await database.read(({ attachments }) => attachments.bytes(sha512Of('Plan'), 'plan.txt'));
    expect(Buffer.from(bytes).toString()).toBe('Plan');
    const missing = (): Promise<unknown> =>
      database.read(({ attachments }) => attachments.bytes(sha512Of('x'), 'weg.txt'));
    expect(await refusalOf(missing)).toEqual({ code: 'stored-file-missing', details: { file: 'weg.txt' } });
  });

  it('wait for their words one after the other; removed and missing ones do not', async () => {
    const [one, two] = [sha512Of('eins'), sha512Of('zwei')];
    await write(async ({ attachments }) => {
      await attachments.keepBytes(one, Buffer.from('eins'));
      await attachments.keepBytes(two, Buffer.from('zwei'));
      await attachments.put(entry(0));
      await attachments.put(entry(1, { sha512: one }));
      await attachments.put(entry(2, { sha512: two, removedAt: '2026-03-01T00:00:00.000Z' }));
    });
    const next = () => database.read(({ attachments }) => attachments.nextWithoutText());
    expect(await next()).toMatchObject({ sha512: one, fileName: 'plan-1.txt', mimeType: 'text/plain' });
    await write(({ attachments }) => attachments.keepText(one, { status: 'none', text: '', reason: null }));
    expect(await next()).toBeUndefined();
    await write(({ attachments }) => attachments.put(entry(2, { sha512: two })));
    expect((await next())?.sha512).toBe(two);
  });

  it('keep the first answer about their words', async () => {
    const sha512 = sha512Of('eins');
    await write(async ({ attachments }) => {
      await attachments.keepBytes(sha512, Buffer.from('eins'));
      await attachments.put(entry(0, { sha512 }));
      await attachments.keepText(sha512, { status: 'text', text: 'Dachluke', reason: null });
      await attachments.keepText(sha512, { status: 'refused', text: '', reason: 'time' });
    });
    await database.read(async ({ attachments, papers }) => {
      expect((await attachments.get(idNumber(10)))?.text).toBe('text');
      expect((await papers.list({ text: 'dachluke', limit: 5 })).items.map(({ id }) => id)).toEqual([PAPER]);
    });
  });
});
