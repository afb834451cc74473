/** Files that another program holds: the database, and the target of an export. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderDelivery } from '../../src-main/adapters/files/folder-delivery.ts';
import { refusalOf, tempFolder } from '../support/builders.ts';
import { contentOf } from '../harness/desk/cli.ts';
import { deskAt } from '../harness/desk/desk.ts';
import { loopDisk } from '../harness/desk/loop-disk.ts';
import { deskClock, fillOffice, isSound, nameOf, REF } from '../support/survival-office.ts';
import { testHost } from '../support/test-host.ts';
import { handOver } from '../support/hand-over.ts';

describe('a database that another process holds', () => {
  it.each(['immediate', 'exclusive'] as const)(
    '(%s) is backed up, and what is told about it waits for its turn',
    async (hold) => {
      const folder = tempFolder();
      await fillOffice(folder, 2, deskClock);
      const stick = join(tempFolder(), 'Stick');
      mkdirSync(stick);
      const host = testHost({ folder, clock: deskClock });
      await host.app.settings.setPreferences({ backupFolder: stick });
      const other = await deskAt(folder);
      await other.order({ hold });
      const watcher = watch(stick);
      const arrived = (async () => {
        while (!readdirSync(stick).some((name) => name.endsWith('.db'))) await once(watcher, 'change');
        await other.order({ release: true });
      })();
      const [state] = await Promise.all([host.app.backup.run(), arrived]);
      watcher.close();
      expect(state).toMatchObject({ problem: null, isOld: false });
      expect(isSound(state.lastGood?.path ?? '')).toBe(true);
      await other.end();
      await host.dispose();
    },
  );

  it('for long: the daily work neither fails nor tells anything that is not so, and is done later', async () => {
    const folder = tempFolder();
    await fillOffice(folder, 0, deskClock);
    const host = testHost({ folder, clock: deskClock });
    const other = await deskAt(folder);
    await other.order({ hold: 'exclusive' });
    await host.app.backup.daily();
    expect((await host.app.backup.state()).lastGood).toBeNull();
    await other.order({ release: true });
    await host.app.backup.run();
    const state = await host.app.backup.state();
    expect(state).toMatchObject({ problem: null, isOld: false });
    expect(state.lastGood?.path).toBe(state.files[0]?.path);
    await other.end();
    await host.dispose();
  });

  it('is not restored over, whoever asks, and is once it is free', async () => {
    const folder = tempFolder();
    await fillOffice(folder, 0, deskClock);
    const host = testHost({ folder, clock: deskClock });
    const { lastGood } = await host.app.backup.run();
    await host.app.statements.setField({ ref: REF, field: 'name', value: 'später' });
    const other = await deskAt(folder);
    await other.order({ hold: 'exclusive' });
    const before = readdirSync(join(folder, 'backups'));
    const refusal = await refusalOf(() => host.app.backup.restore(lastGood?.path ?? ''));
    expect(refusal).toEqual({ code: 'database-busy', details: { folder } });
    expect(readdirSync(join(folder, 'backups'))).toEqual(before);
    await other.order({ release: true });
    const { former } = await host.app.backup.restore(lastGood?.path ?? '');
    expect(nameOf(former ?? '')).toBe('später');
    await other.end();
    await host.dispose();
  });
});

describe('the target of an export that cannot be replaced', () => {
  it('is named; it and the other file of the same export stay as they were', async (test) => {
    const disk = loopDisk(test, 8);
    const folder = tempFolder();
    await fillOffice(folder, 0, deskClock);
    const host = testHost({ folder, clock: deskClock });
    const deliver = (): Promise<unknown> =>
      handOver(
        host.app.documents.deliver({ ref: REF, kind: 'form-sheet', formats: ['pdf', 'docx'], withAttachments: false }),
        folderDelivery(disk.folder),
      );
    await deliver();
    const names = readdirSync(disk.folder).filter((name) => name.startsWith('S'));
    expect(names).toHaveLength(2);
    for (const name of names) {
      const held = join(disk.folder, name);
      writeFileSync(held, 'die alte Fassung, offen in einem anderen Programm');
      const { status } = spawnSync('chattr', ['+i', held]);
      test.skip(status !== 0, 'chattr does not work here');
      const before = contentOf(disk.folder);
      const refusal = await refusalOf(deliver);
      expect(['target-locked', 'target-not-writable']).toContain(refusal.code);
      expect(refusal.details).toEqual({ target: held });
      expect(contentOf(disk.folder)).toEqual(before);
      spawnSync('chattr', ['-i', held]);
    }
    await deliver();
    await host.dispose();
  });
});
