/** A clock that was set back, runs ahead, or stands on the other side of midnight than Greenwich. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Clock } from '../../src-main/core/ports/ports.ts';
import { idNumber, statementContent, tempFolder } from '../support/builders.ts';
import { databaseIn, fillOffice, inDatabase, nameOf, REF, STATEMENT } from '../support/survival-office.ts';
import { testHost, type TestHost } from '../support/test-host.ts';

const DAY_MS = 86_400_000;

/** A clock on the wall: it can be set. `hoursEast` is what the desk is ahead of Greenwich. */
function wallClock(
  start: string,
  hoursEast = 0,
): Clock & { set: (instant: string) => void; pass: (ms: number) => void } {
  let at = Date.parse(start);
  return {
    now: () => new Date(at).toISOString(),
    today: () => new Date(at + hoursEast * 3_600_000).toISOString().slice(0, 10),
    set: (instant) => {
      at = Date.parse(instant);
    },
    pass: (ms) => {
      at += ms;
    },
  };
}

interface Desk {
  readonly host: TestHost;
  readonly clock: ReturnType<typeof wallClock>;
  readonly folder: string;
  readonly stick: string;
  days(): Promise<string[]>;
}

async function desk(start: string, hoursEast = 0): Promise<Desk> {
  const folder = tempFolder();
  const stick = join(tempFolder(), 'Stick');
  mkdirSync(stick);
  const clock = wallClock(start, hoursEast);
  await fillOffice(folder, 0, clock);
  const host = testHost({ folder, clock });
  await host.app.backup.setFolder(stick);
  const days = async (): Promise<string[]> =>
    (await host.app.backup.state()).files.map(({ fileName }) => /\d{4}-\d\d-\d\d/.exec(fileName)?.[0] ?? fileName);
  return { host, clock, folder, stick, days };
}

const rename = (host: TestHost, value: string): Promise<unknown> =>
  host.app.statements.setField({ ref: REF, field: 'name', value });

describe('the daily backup', () => {
  it('is made once a day, however often it is looked for', async () => {
    const { host, clock, days } = await desk('2026-03-02T06:00:00.000Z');
    const { files } = await host.app.backup.state();
    for (let hour = 0; hour < 12; hour += 1) {
      clock.pass(3_600_000);
      await host.app.backup.daily();
    }
    expect((await host.app.backup.state()).files).toEqual(files);
    clock.set('2026-03-03T06:00:00.000Z');
    await host.app.backup.daily();
    expect(await days()).toEqual(['2026-03-03', '2026-03-02']);
    await host.dispose();
  });

  it('keeps the newest of a day also when that day began before midnight in Greenwich', async () => {
    const { host, clock } = await desk('2026-07-01T22:30:00.000Z', 2);
    clock.set('2026-07-02T08:00:00.000Z');
    await rename(host, 'am Vormittag');
    const { lastGood, files } = await host.app.backup.run();
    expect(files).toHaveLength(1);
    expect(lastGood?.path).toBe(files[0]?.path);
    expect(nameOf(lastGood?.path ?? '')).toBe('am Vormittag');
    await host.dispose();
  });

  it('is made once for each day after the clock was set back, and the one just made always stays', async () => {
    const { host, clock, days } = await desk('2036-05-05T08:00:00.000Z');
    for (let day = 0; day < 30; day += 1) {
      clock.pass(DAY_MS);
      await host.app.backup.daily();
    }
    expect((await days()).length).toBeGreaterThan(8);
    clock.set('2026-03-02T08:00:00.000Z');
    expect(await host.app.backup.state()).toMatchObject({ isOld: true });
    for (let day = 0; day < 9; day += 1) {
      await rename(host, `Tag ${day}`);
      await host.app.backup.daily();
      const { lastGood, isOld, files } = await host.app.backup.state();
      expect(isOld).toBe(false);
      expect(files[0]?.path).toBe(lastGood?.path);
      expect(nameOf(lastGood?.path ?? '')).toBe(`Tag ${day}`);
      // An hour later there is nothing to do.
      clock.pass(3_600_000);
      await host.app.backup.daily();
      expect((await host.app.backup.state()).files).toEqual(files);
      clock.pass(DAY_MS - 3_600_000);
    }
    const kept = await days();
    expect(kept.slice(0, 7)).toEqual([10, 9, 8, 7, 6, 5, 4].map((day) => `2026-03-${String(day).padStart(2, '0')}`));
    expect(kept.length).toBeLessThanOrEqual(23);
    await host.dispose();
  });

  it('counts a clock set back by some hours on the same day as the same day', async () => {
    const { host, clock } = await desk('2026-03-02T10:00:00.000Z');
    const { files } = await host.app.backup.state();
    clock.set('2026-03-02T07:00:00.000Z');
    await host.app.backup.daily();
    expect((await host.app.backup.state()).files).toEqual(files);
    await host.dispose();
  });

  it('tells when a backup was made by the clock of this computer, not by that of the stick', async () => {
    const { host } = await desk('2026-03-02T10:00:00.000Z');
    const { files } = await host.app.backup.state();
    expect(files.map((file) => file.at)).toEqual(['2026-03-02T10:00:00.000Z']);
    await host.dispose();
  });

  it('warns of an old backup as well when the last one comes from the future', async () => {
    const { host, clock } = await desk('2026-03-10T10:00:00.000Z');
    expect(await host.app.backup.state()).toMatchObject({ isOld: false });
    clock.set('2026-03-13T10:00:00.000Z');
    expect(await host.app.backup.state()).toMatchObject({ isOld: true });
    clock.set('2026-03-01T10:00:00.000Z');
    expect(await host.app.backup.state()).toMatchObject({ isOld: true });
    await host.dispose();
  });
});

describe('a clock that jumps while somebody writes', () => {
  it('leaves versions, revisions and the log in the order of the work', async () => {
    const { host, clock, folder } = await desk('2026-03-02T10:00:00.000Z');
    const instants = [
      '2026-03-02T11:00',
      '2026-03-01T09:00',
      '2031-01-01T00:00',
      '2026-03-02T11:05',
      '2019-12-31T23:59',
    ];
    for (const [n, instant] of instants.entries()) {
      clock.set(`${instant}:00.000Z`);
      const { revision, content } = await host.app.statements.get(STATEMENT);
      await host.app.statements.save({
        id: STATEMENT,
        expectedRevision: revision,
        content: { ...content, ...statementContent({ name: `Stand ${n}` }) },
      });
    }
    expect((await host.app.statements.get(STATEMENT)).content.name).toBe('Stand 4');
    const report = await host.app.backup.doctor();
    // The clock itself is said, and nothing else is wrong.
    const wrong = report.findings.filter((finding) => !finding.ok && finding.area !== 'Sicherung');
    expect(wrong.map(({ area }) => area)).toEqual(['Uhr']);
    inDatabase(databaseIn(folder), (db) => {
      const versions = db.prepare('SELECT revision, snapshot_json FROM version ORDER BY revision').all() as {
        revision: number;
        snapshot_json: string;
      }[];
      expect(versions.slice(-5).map(({ snapshot_json }) => /Stand \d/.exec(snapshot_json)?.[0])).toEqual(
        instants.map((_, n) => `Stand ${n}`),
      );
      const log = db.prepare("SELECT revision FROM change_log WHERE action = 'statement-saved' ORDER BY seq").pluck();
      expect(log.all()).toEqual([2, 3, 4, 5, 6]);
    });
    await host.dispose();
  });

  it('set back, lets no version and no removed attachment go when tidying', async () => {
    const { host, clock, folder } = await desk('2026-03-02T10:00:00.000Z');
    await host.app.attachments.add({ id: idNumber(9), ref: REF, fileName: 'a.bin', bytes: new Uint8Array([0, 1]) });
    await host.app.attachments.remove(idNumber(9));
    for (let n = 0; n < 5; n += 1) {
      clock.pass(20 * 60_000);
      await rename(host, `Stand ${n}`);
    }
    const versions = (): unknown =>
      inDatabase(databaseIn(folder), (db) => db.prepare('SELECT revision FROM version').pluck().all());
    const before = versions();
    clock.set('2020-01-01T10:00:00.000Z');
    await host.app.backup.daily();
    expect(versions()).toEqual(before);
    await host.app.attachments.bringBack(idNumber(9));
    await host.dispose();
  });
});
