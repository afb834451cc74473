/** A disk that runs full under the data, the backups and the exports. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { folderDelivery } from '../../src-main/adapters/files/folder-delivery.ts';
import { MIGRATIONS } from '../../src-main/adapters/sqlite/migrations/migrations.ts';
import { openFile } from '../../src-main/adapters/sqlite/open-file.ts';
import { builtInProfile } from '../../src-main/core/office/office-service.ts';
import { idNumber, refusalOf, tempFolder } from '../support/builders.ts';
import { contentOf } from '../harness/desk/cli.ts';
import { loopDisk, type LoopDisk } from '../harness/desk/loop-disk.ts';
import { databaseIn, deskClock, fillOffice, inDatabase, isSound, nameOf, REF } from '../support/survival-office.ts';
import { testHost, type TestHost } from '../support/test-host.ts';
import { handOver } from '../support/hand-over.ts';

interface FullOffice {
  readonly disk: LoopDisk;
  readonly folder: string;
  readonly host: TestHost;
}

/** An office with a backup and some changes since, on a disk of its own. */
async function officeOnDisk(test: TestContext, megabytes = 24): Promise<FullOffice> {
  const disk = loopDisk(test, megabytes);
  const folder = join(disk.folder, 'Daten');
  await fillOffice(folder, 1, deskClock);
  return { disk, folder, host: testHost({ folder, clock: deskClock }) };
}
const set = (host: TestHost, field: string, value: string): Promise<unknown> =>
  host.app.statements.setField({ ref: REF, field, value });

/** Saves ever longer texts until the disk has no more room; answers what was promised last. */
async function saveUntilFull(host: TestHost): Promise<string> {
  let promised = '';
  for (let round = 1; round <= 200; round += 1) {
    const reply = `Runde ${round} ${'lang '.repeat(round * 400)}`.trim();
    try {
      await set(host, 'reply', reply);
      promised = reply;
    } catch {
      return promised;
    }
  }
  throw new Error('the disk did not run full');
}

const hiddenIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.stellwerk-'));

describe('the disk with the data runs full', () => {
  it('and every work is refused as such, nothing promised is lost, and all goes on when there is room', async (test) => {
    const { disk, folder, host } = await officeOnDisk(test);
    const first = await host.app.backup.run();
    const settings = tempFolder();
    await handOver(host.app.settings.exportFile(), folderDelivery(settings));
    const [settingsFile = ''] = readdirSync(settings);
    const settingsBytes = readFileSync(join(settings, settingsFile));
    const renamed = settingsBytes.toString().replaceAll('Stadt Auental', `Stadt ${'Au'.repeat(40_000)}`.slice(0, 250));
    const record = {
      ...(await host.app.statements.record(REF)),
      reference: 'S0077/26',
      replyText: Array<string>(400).fill('Absatz '.repeat(300)),
    };
    const target = join(disk.folder, 'Ausgang');
    mkdirSync(target);
    disk.fill(100_000);
    const promised = await saveUntilFull(host);
    disk.fill();
    const works: [string, () => Promise<unknown>][] = [
      ['save', () => set(host, 'reply', 'kurz '.repeat(100_000))],
      ['import', () => host.app.imports.importFile({ fileName: 'a.json', bytes: Buffer.from(JSON.stringify(record)) })],
      [
        'attach',
        () =>
          host.app.attachments.add({ id: idNumber(8), ref: REF, fileName: 'b.bin', bytes: Buffer.alloc(300_000, 7) }),
      ],
      ['restore', () => host.app.backup.restore(first.lastGood?.path ?? '')],
      [
        'export',
        () =>
          handOver(
            host.app.documents.deliver({
              ref: REF,
              kind: 'form-sheet',
              formats: ['pdf', 'docx'],
              withAttachments: false,
            }),
            folderDelivery(target),
          ),
      ],
      ['settings export', () => handOver(host.app.settings.exportFile(), folderDelivery(target))],
    ];
    for (const [work, run] of works) {
      const refusal = await refusalOf(run).catch((error: unknown) => error);
      expect(refusal, work).toMatchObject({ code: 'disk-full' });
    }
    await host.app.backup.daily();
    const state = await host.app.backup.run();
    expect(state.problem).toContain(folder);
    expect(state.lastGood).toEqual(first.lastGood);
    expect((await host.app.statements.record(REF)).replyText).toEqual([promised]);
    expect(readdirSync(target)).toEqual([]);
    expect(hiddenIn(folder)).toEqual([]);
    expect((await host.app.backup.state()).files).toEqual(first.files);
    await host.dispose();

    disk.makeSpace();
    const again = testHost({ folder, clock: deskClock });
    expect((await again.app.statements.record(REF)).replyText).toEqual([promised]);
    await set(again, 'name', 'mit Platz');
    await again.app.setupImports.applySettings({ fileName: 'e.json', bytes: Buffer.from(renamed) });
    expect(await again.app.backup.run()).toMatchObject({ problem: null, isOld: false });
    const { findings } = await again.app.backup.doctor();
    expect(findings.filter((finding) => !finding.ok)).toEqual([]);
    await again.dispose();
  });

  it('and an office that is opened then can be read, or says why not', async (test) => {
    const { disk, folder, host } = await officeOnDisk(test);
    await set(host, 'name', 'vor dem Ende des Platzes');
    await host.dispose();
    disk.fill();
    const refusal = await refusalOf(async () => {
      const opened = testHost({ folder, clock: deskClock });
      try {
        expect((await opened.app.statements.record(REF)).name).toBe('vor dem Ende des Platzes');
        for (let n = 0; n < 50; n += 1) await set(opened, 'reply', 'lang '.repeat(4000 + n));
      } finally {
        await opened.dispose();
      }
    });
    expect(refusal.code).toBe('disk-full');
    disk.makeSpace();
    const again = testHost({ folder, clock: deskClock });
    expect((await again.app.statements.record(REF)).name).toBe('vor dem Ende des Platzes');
    await again.dispose();
  });

  it('and a new office is refused, and can be set up there once there is room', async (test) => {
    const disk = loopDisk(test, 8);
    const folder = join(disk.folder, 'Daten');
    mkdirSync(folder);
    disk.fill();
    const refusal = await refusalOf(async () => {
      const host = testHost({ folder });
      try {
        await host.app.system.initialise({ kind: 'example' });
      } finally {
        await host.dispose();
      }
    });
    expect(refusal.code).toBe('disk-full');
    disk.makeSpace();
    const host = testHost({ folder });
    await host.app.system.initialise({ kind: 'example' });
    expect((await host.app.papers.list({ text: '', limit: 10 })).total).toBeGreaterThan(0);
    await host.dispose();
  });

  it('and a migration is refused, changes nothing, leaves no half copy, and is done once there is room', async (test) => {
    const disk = loopDisk(test, 16);
    const folder = join(disk.folder, 'Daten');
    const db = openFile(folder, MIGRATIONS.slice(0, 1));
    db.prepare("INSERT INTO office VALUES (1, 'own', ?)").run(JSON.stringify(builtInProfile('Stadt Auental')));
    const row = db.prepare("INSERT INTO external_ref VALUES ('alt', ?, 'paper', ?)");
    db.transaction(() => {
      for (let n = 0; n < 4000; n += 1) row.run(`fremd ${n}`, 'hier '.repeat(100));
    })();
    db.close();
    disk.fill(300_000);
    expect((await refusalOf(() => openFile(folder).close())).code).toBe('disk-full');
    expect(readdirSync(join(folder, 'backups'))).toEqual([]);
    const version = (): unknown =>
      inDatabase(databaseIn(folder), (file) => [
        file.pragma('user_version', { simple: true }),
        file.prepare('SELECT count(*) FROM external_ref').pluck().get(),
      ]);
    expect(version()).toEqual([1, 4000]);
    disk.makeSpace();
    openFile(folder).close();
    expect(version()).toEqual([MIGRATIONS.length, 4000]);
    expect(isSound(join(folder, 'backups', 'before-version-2.db'))).toBe(true);
  });

  it('in the middle of a restore, and the present state stays and is restored once there is room', async (test) => {
    const { disk, folder, host } = await officeOnDisk(test);
    const { lastGood } = await host.app.backup.run();
    await set(host, 'name', 'nach der Sicherung');
    const backup = join(tempFolder(), 'Sicherung.db');
    copyFileSync(lastGood?.path ?? '', backup);
    // Room for the copy of the backup, then also for the former state, then for a part of the pages.
    const refused: number[] = [];
    for (let room = 500_000; room < 6_000_000; room += 500_000) {
      disk.fill(room);
      const outcome = await refusalOf(() => host.app.backup.restore(backup)).catch(() => null);
      if (outcome === null) break;
      expect(outcome.code, `${room} bytes free`).toBe('disk-full');
      expect(nameOf(databaseIn(folder))).toBe('nach der Sicherung');
      expect(hiddenIn(folder)).toEqual([]);
      expect(readdirSync(join(folder, 'backups'))).toEqual(['daily']);
      refused.push(room);
    }
    expect(refused.length).toBeGreaterThan(3);
    disk.makeSpace();
    await host.app.backup.restore(backup);
    expect((await host.app.statements.record(REF)).name).toBe('Bänke am Weiher');
    await host.dispose();
  });

  it('while the stick has room: the problem names the folder of the data', async (test) => {
    const { disk, folder, host } = await officeOnDisk(test);
    const stick = join(tempFolder(), 'Stick');
    mkdirSync(stick);
    const before = await host.app.backup.setFolder(stick);
    await set(host, 'name', 'später');
    disk.fill();
    const refusal = await refusalOf(() => host.app.backup.run());
    expect(refusal).toMatchObject({ code: 'disk-full' });
    expect(JSON.stringify(refusal.details)).toContain(folder);
    expect((await host.app.backup.state()).files).toEqual(before.files);
    disk.makeSpace();
    expect(await host.app.backup.run()).toMatchObject({ problem: null });
    await host.dispose();
  });
});

describe('the stick for the backups runs full', () => {
  it('and keeps its older backups; the state says so; a copy lies beside the data', async (test) => {
    const disk = loopDisk(test, 12);
    const folder = tempFolder();
    await fillOffice(folder, 2, deskClock);
    const host = testHost({ folder, clock: deskClock });
    const before = await host.app.backup.setFolder(disk.folder);
    expect(before).toMatchObject({ problem: null, isOwnFolder: false });
    await set(host, 'name', 'später');
    disk.fill(1_000_000);
    const content = contentOf(disk.folder);
    const state = await host.app.backup.run();
    expect(contentOf(disk.folder)).toEqual(content);
    expect(state.files).toEqual(before.files);
    expect(state.lastGood).toEqual(before.lastGood);
    expect(state.problem).toContain(disk.folder);
    const local = join(folder, 'backups', 'daily');
    expect(readdirSync(local)).toHaveLength(1);
    expect(nameOf(join(local, readdirSync(local)[0] ?? ''))).toBe('später');
    expect((await host.app.backup.doctor()).findings.find(({ area }) => area === 'Sicherung')).toMatchObject({
      ok: false,
    });
    // The next look of the day tries again.
    disk.makeSpace();
    await host.app.backup.daily();
    const after = await host.app.backup.state();
    expect(after.problem).toBeNull();
    expect(nameOf(after.lastGood?.path ?? '')).toBe('später');
    expect((await host.app.backup.doctor()).ok).toBe(true);
    await host.dispose();
  });
});

describe('the folder for exports runs full', () => {
  it('and keeps the former files whole, both or none', async (test) => {
    const disk = loopDisk(test, 4);
    const folder = tempFolder();
    await fillOffice(folder, 0, deskClock);
    const host = testHost({ folder, clock: deskClock });
    const deliver = (): Promise<unknown> =>
      handOver(
        host.app.documents.deliver({ ref: REF, kind: 'form-sheet', formats: ['pdf', 'docx'], withAttachments: false }),
        folderDelivery(disk.folder),
      );
    await deliver();
    await set(host, 'name', 'Neue Fassung');
    const sizes = readdirSync(disk.folder).map((name) => statSync(join(disk.folder, name)).size);
    // No room, room for a part of one file, for one and a part of the other.
    for (const room of [0, Math.min(...sizes) / 2, Math.max(...sizes) + Math.min(...sizes) / 2]) {
      disk.fill(Math.floor(room));
      const before = contentOf(disk.folder);
      expect((await refusalOf(deliver)).code).toBe('disk-full');
      expect(contentOf(disk.folder)).toEqual(before);
    }
    disk.makeSpace();
    const before = contentOf(disk.folder);
    await deliver();
    expect(Object.keys(contentOf(disk.folder))).toEqual(Object.keys(before));
    expect(contentOf(disk.folder)).not.toEqual(before);
    await host.dispose();
  });
});
