/** The first backup comes soon after the start, whenever the office comes; with the real host, SQLite and files, and time in our hands. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { offerDelivery } from '../../src-main/adapters/files/memory-handoff.ts';
import { startDailyWork, type After } from '../../src-main/host/daily-work.ts';
import { inProcess, openFence } from '../../src-main/host/open-fence.ts';
import { openOfficeHost, type OfficeHost } from '../../src-main/host/office-host.ts';
import { tempFolder } from '../support/builders.ts';
import { assetFolder, fileReader, fixedClock, typstWorker } from '../support/test-host.ts';
import { testShell } from '../support/test-shell.ts';

const MINUTE = 60_000;

/** Time that passes only when a test says so. */
function ownTime(): { readonly after: After; pass(ms: number): Promise<void>; waiting(): number } {
  let now = 0;
  const waiting = new Set<{ readonly at: number; readonly work: () => void }>();
  return {
    after: (work, ms) => {
      const one = { at: now + ms, work };
      waiting.add(one);
      return () => void waiting.delete(one);
    },
    waiting: () => waiting.size,
    pass: async (ms) => {
      const until = now + ms;
      for (;;) {
        const [next] = [...waiting].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
        if (!next) break;
        now = next.at;
        waiting.delete(next);
        next.work();
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      now = until;
    },
  };
}

const copies = (folder: string): readonly string[] => {
  const place = join(folder, 'backups', 'daily');
  return existsSync(place) ? readdirSync(place).filter((name) => name.endsWith('.db')) : [];
};

describe('the first backup', () => {
  let time: ReturnType<typeof ownTime>;
  let host: OfficeHost;
  let folder: string;

  beforeEach(async () => {
    time = ownTime();
    folder = tempFolder();
    const options = {
      dataFolder: folder,
      assetFolder,
      typstWorker,
      fence: () => openFence(inProcess(fileReader)),
      version: '0.0.0-test',
      delivery: offerDelivery,
      clock: fixedClock,
    };
    host = await openOfficeHost(options, true, time.after);
  });
  afterEach(() => host.close());

  const initialise = (kind: 'own' | 'example') =>
    host.context(testShell()).initialise({ kind, bodyName: 'Stadt Prüfingen' });

  it('comes within five minutes of an office that is there from the start', async () => {
    await initialise('own');
    await time.pass(5 * MINUTE);
    await expect.poll(async () => (await host.app().backup.state()).lastGood?.at).toBe(fixedClock.now());
    expect(copies(folder)).toHaveLength(1);
  });

  it('comes within five minutes of an office that is set up long after the start', async () => {
    await time.pass(50 * MINUTE);
    await initialise('own');
    await time.pass(5 * MINUTE);
    await expect.poll(() => copies(folder)).toHaveLength(1);
  });

  it('comes within five minutes of another office that is opened', async () => {
    await initialise('own');
    await time.pass(5 * MINUTE);
    await expect.poll(() => copies(folder)).toHaveLength(1);
    await host.context(testShell()).openOffice('example');
    await time.pass(5 * MINUTE);
    await expect.poll(() => copies(join(folder, 'beispiel'))).toHaveLength(1);
  });
});

describe('the daily work', () => {
  it('is done once an hour, and after a failure again within five minutes', async () => {
    const time = ownTime();
    const answers = [false, false, true];
    const done: boolean[] = [];
    const work = startDailyWork({
      office: () => Promise.resolve('/data'),
      work: () => {
        const answer = answers[done.length] ?? true;
        done.push(answer);
        return Promise.resolve(answer);
      },
      onError: (error) => {
        throw error;
      },
      after: time.after,
    });
    await time.pass(MINUTE);
    await expect.poll(() => done).toEqual([false]);
    await time.pass(5 * MINUTE);
    await expect.poll(() => done).toEqual([false, false]);
    await time.pass(5 * MINUTE);
    await expect.poll(() => done).toEqual([false, false, true]);
    await time.pass(50 * MINUTE);
    expect(done).toHaveLength(3);
    expect(time.waiting()).toBe(1);
    await time.pass(60 * MINUTE);
    expect(done).toHaveLength(4);
    await work.stop();
    expect(time.waiting()).toBe(0);
  });

  it('goes on after an error, and tells it', async () => {
    const time = ownTime();
    const told: unknown[] = [];
    let calls = 0;
    const work = startDailyWork({
      office: () => Promise.resolve('/data'),
      work: () => {
        calls += 1;
        return calls === 1 ? Promise.reject(new Error('gone')) : Promise.resolve(true);
      },
      onError: (error) => told.push(error),
      after: time.after,
    });
    await time.pass(MINUTE);
    await expect.poll(() => told).toHaveLength(1);
    await time.pass(5 * MINUTE);
    await work.stop();
    expect(calls).toBe(2);
  });

  it('tells what kept it from seeing another office, and keeps nobody from changing it', async () => {
    const time = ownTime();
    const told: unknown[] = [];
    const work = startDailyWork({
      office: () => Promise.reject(new Error('busy')),
      work: () => Promise.resolve(true),
      onError: (error) => told.push(error),
      after: time.after,
    });
    await expect(work.officeChanged()).resolves.not.toThrow();
    expect(told).toHaveLength(1);
    await work.stop();
  });
});
