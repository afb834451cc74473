/** Folders that may only be read, and sticks that are pulled. */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { sentenceFor } from '../../src-main/contract/shared/errors-de.ts';
import { refusalOf, tempFolder } from '../support/builders.ts';
import { contentOf } from '../harness/desk/cli.ts';
import { loopDisk, type LoopDisk } from '../harness/desk/loop-disk.ts';
import { deskClock, fillOffice, nameOf, REF } from '../support/survival-office.ts';
import { testHost, type TestHost } from '../support/test-host.ts';

const rename = (host: TestHost, value: string): Promise<unknown> =>
  host.app.statements.setField({ ref: REF, field: 'name', value });

interface OfficeWithStick {
  readonly disk: LoopDisk;
  readonly folder: string;
  readonly target: string;
  readonly host: TestHost;
}

/** An office whose daily backup goes to a folder on a stick; one is there, and something was changed since. */
async function officeWithStick(test: TestContext, megabytes = 1): Promise<OfficeWithStick> {
  const disk = loopDisk(test, 12);
  const target = join(disk.folder, 'Sicherungen');
  mkdirSync(target);
  const folder = tempFolder();
  await fillOffice(folder, megabytes, deskClock);
  const host = testHost({ folder, clock: deskClock });
  await host.app.backup.setFolder(target);
  await rename(host, 'später');
  return { disk, folder, target, host };
}

const localCopies = (folder: string): string[] => {
  const local = join(folder, 'backups', 'daily');
  return readdirSync(local).map((name) => join(local, name));
};

/** The state tells the problem, keeps what was good, and a copy of now lies beside the data. */
async function expectProblem(
  { host, folder, target }: OfficeWithStick,
  code: 'target-missing' | 'target-not-writable',
): Promise<void> {
  const before = await host.app.backup.state();
  await host.app.backup.daily();
  // The day's backup is there already; asked for knowingly, it fails and says so.
  const state = await host.app.backup.run();
  expect(state.problem).toBe(sentenceFor(code, { target }));
  expect(state.lastGood).toEqual(before.lastGood);
  const copies = localCopies(folder);
  expect(copies).toHaveLength(1);
  expect(nameOf(copies[0] ?? '')).toBe('später');
  const doctor = await host.app.backup.doctor();
  expect(doctor.findings.find(({ area }) => area === 'Sicherung')).toMatchObject({ ok: false });
}

/** The next look of the day makes it good without anybody's help. */
async function expectGoodAgain({ host, target }: OfficeWithStick): Promise<void> {
  await host.app.backup.daily();
  const state = await host.app.backup.state();
  expect(state).toMatchObject({ problem: null, isOld: false, folder: target });
  expect(state.lastGood?.path).toBe(state.files[0]?.path);
  expect(nameOf(state.files[0]?.path ?? '')).toBe('später');
  expect((await host.app.backup.doctor()).ok).toBe(true);
}

describe('a folder for backups', () => {
  it('that may only be read: the state says so, a copy lies beside the data, and later all is good', async (test) => {
    const office = await officeWithStick(test);
    office.disk.makeReadOnly();
    const before = contentOf(office.target);
    await expectProblem(office, 'target-not-writable');
    expect(contentOf(office.target)).toEqual(before);
    office.disk.makeWritable();
    await expectGoodAgain(office);
    await office.host.dispose();
  });

  it('that was pulled: the state says so, a copy lies beside the data, and later all is good', async (test) => {
    const office = await officeWithStick(test);
    office.disk.takeAway();
    await expectProblem(office, 'target-missing');
    expect((await office.host.app.backup.state()).files).toEqual([]);
    office.disk.bringBack();
    await expectGoodAgain(office);
    await office.host.dispose();
  });

  it('that was torn out while it was in use: nothing unexpected, and a copy lies beside the data', async (test) => {
    const office = await officeWithStick(test, 3);
    office.disk.tearOut();
    const state = await office.host.app.backup.run();
    expect(state.problem).not.toBeNull();
    expect(state.problem).not.toContain('unerwartet');
    expect(localCopies(office.folder).map(nameOf)).toEqual(['später']);
    await office.host.dispose();
  });

  it('that cannot be chosen is refused, and the one before stays', async (test) => {
    const { host, target, disk } = await officeWithStick(test);
    const missing = join(disk.folder, 'gibt es nicht');
    expect(await refusalOf(() => host.app.backup.setFolder(missing))).toMatchObject({ code: 'target-missing' });
    disk.makeReadOnly();
    const refusal = await refusalOf(() => host.app.backup.setFolder(disk.folder));
    expect(refusal).toMatchObject({ code: 'target-not-writable', details: { target: disk.folder } });
    expect((await host.app.backup.state()).folder).toBe(target);
    await host.dispose();
  });

  it('on a medium that may only be read can be restored from', async (test) => {
    const { host, disk } = await officeWithStick(test);
    const { files } = await host.app.backup.state();
    disk.makeReadOnly();
    expect(await host.app.backup.inspect(files[0]?.path ?? '')).toMatchObject({ bodyName: 'Stadt Auental', papers: 1 });
    await host.app.backup.restore(files[0]?.path ?? '');
    expect((await host.app.statements.record(REF)).name).toBe('Bänke am Weiher');
    await host.dispose();
  });
});

describe('a data folder on a disk that may only be read', () => {
  it('is refused with its name, stays as it was to the byte, and works again afterwards', async (test) => {
    const disk = loopDisk(test, 12);
    const folder = join(disk.folder, 'Daten');
    await fillOffice(folder, 1, deskClock);
    const before = contentOf(folder);
    disk.makeReadOnly();
    const refusal = await refusalOf(() => testHost({ folder }));
    expect(refusal).toEqual({ code: 'data-folder-not-writable', details: { folder } });
    expect(contentOf(folder)).toEqual(before);
    disk.makeWritable();
    const host = testHost({ folder, clock: deskClock });
    await rename(host, 'geht wieder');
    expect((await host.app.statements.record(REF)).name).toBe('geht wieder');
    await host.dispose();
  });
});
