/** Seals of rows: when they are written, what data from before them says, and what is found although every guard stands as it stood. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../src-main/adapters/sqlite/database.ts';
import { foreignParts } from '../../../src-main/adapters/sqlite/schema.ts';
import { MIGRATIONS } from '../../../src-main/adapters/sqlite/migrations/migrations.ts';
import type { DoctorReport } from '../../../src-main/contract/backup/shapes.ts';
import { rowSeals } from '../../../src-main/adapters/sqlite/migrations/0011-row-seals.ts';
import { unpackOlder } from '../../support/older-data.ts';
import { idNumber, tempFolder } from '../../support/builders.ts';
import { COUNCIL, distributionOffice, entry, issue, known, REF } from '../../support/distribution-office.ts';
import { databaseIn, fillOffice, inDatabase, STATEMENT } from '../../support/survival-office.ts';
import { fixedClock, testHost } from '../../support/test-host.ts';
import { handOver } from '../../support/hand-over.ts';

let template: string;
beforeAll(async () => {
  template = mkdtempSync(join(tmpdir(), 'stellwerk-test-'));
  await fillOffice(template);
});
afterAll(() => rmSync(template, { recursive: true, force: true }));

function officeFolder(): string {
  const folder = tempFolder();
  copyFileSync(databaseIn(template), databaseIn(folder));
  return folder;
}
function hostAt(folder: string, rest: Parameters<typeof testHost>[0] = {}) {
  const host = testHost({ folder, ...rest });
  onTestFinished(() => host.dispose());
  return host;
}
const wrongIn = ({ findings }: DoctorReport) =>
  findings.filter(({ ok }) => !ok).map(({ area, detail }) => `${area}: ${detail}`);
const detailOf = ({ findings }: DoctorReport, wanted: string) => findings.find(({ area }) => area === wanted)?.detail;
const edit = (folder: string, sql: string): void =>
  inDatabase(databaseIn(folder), (db) => {
    db.pragma('foreign_keys = OFF');
    db.exec(sql);
  });
const actionsIn = (folder: string): unknown[] =>
  inDatabase(databaseIn(folder), (db) => db.prepare('SELECT action FROM change_log ORDER BY seq').pluck().all());
const sealsIn = (db: Sqlite.Database): unknown => db.prepare('SELECT count(*) FROM row_seal').pluck().get();

describe('a row', () => {
  it('of which no guard speaks is missed when it is deleted, and the entry that wrote it last is named', async () => {
    const folder = officeFolder();
    edit(folder, 'DELETE FROM version');
    expect(wrongIn(await hostAt(folder).app.backup.doctor())).toEqual([
      'Bestand: Fassung (S0001/26, 1) fehlt, zuletzt geschrieben mit Eintrag 2 des Änderungsprotokolls',
    ]);
  });

  it('is no longer wrong once the program itself writes it anew', async () => {
    const folder = officeFolder();
    edit(folder, "UPDATE paper SET name = 'Anders'");
    const host = hostAt(folder);
    expect(wrongIn(await host.app.backup.doctor())).toHaveLength(1);
    await host.app.statements.setField({ ref: REF, field: 'name', value: 'Bänke' });
    expect(wrongIn(await host.app.backup.doctor())).toEqual([]);
  });

  it('that a failed action wrote leaves no trace', async () => {
    const folder = officeFolder();
    const database = openDatabase({ folder, actor: () => 'test', clock: fixedClock });
    const work = database.write(async (stores) => {
      await stores.bin.put({ paperId: STATEMENT, reference: REF, originalReference: null });
      throw new Error('stop');
    });
    await expect(work).rejects.toThrow('stop');
    await database.write((stores) => stores.preferences.put('theme', 'dark'));
    await database.close();
    expect(actionsIn(folder)).toHaveLength(2);
    expect(wrongIn(await hostAt(folder).app.backup.doctor())).toEqual([]);
  });

  it('that two windows write by turns is sealed by whoever wrote it last', async () => {
    const folder = officeFolder();
    const windows = [hostAt(folder), hostAt(folder)];
    for (const value of ['eins', 'zwei', 'drei', 'vier'])
      for (const { app } of windows)
        await app.statements.setField({ ref: REF, field: 'name', value: `Bänke ${value}` });
    for (const { app } of windows) expect(wrongIn(await app.backup.doctor())).toEqual([]);
  });

  it('that is written without an entry gets one', async () => {
    const folder = officeFolder();
    const database = openDatabase({ folder, actor: () => 'test', clock: fixedClock });
    await database.write((stores) => stores.bin.put({ paperId: STATEMENT, reference: REF, originalReference: null }));
    await database.close();
    expect(actionsIn(folder).at(-1)).toBe('rows-written');
    expect(wrongIn(await hostAt(folder).app.backup.doctor())).toEqual([]);
  });

  it('is missed also when its seal went with it', async () => {
    const folder = officeFolder();
    edit(folder, "DELETE FROM version; DELETE FROM row_seal WHERE row_table = 'version'");
    expect(wrongIn(await hostAt(folder).app.backup.doctor())).toEqual([
      'Bestand: die Prüfsummen der Angaben passen nicht zum Änderungsprotokoll',
    ]);
  });

  it('that tidying lets go stands in the log, and nothing is missed', async () => {
    let now = Date.parse(fixedClock.now());
    const clock = {
      now: () => new Date(now).toISOString(),
      today: () => new Date(now).toISOString().slice(0, 10),
    };
    const host = hostAt(officeFolder(), { clock });
    const bytes = new TextEncoder().encode('Plan');
    await host.app.attachments.add({ id: idNumber(70), ref: REF, fileName: 'Plan.txt', bytes });
    await host.app.attachments.settled();
    await host.app.attachments.remove(idNumber(70));
    for (const value of ['eins', 'zwei', 'drei', 'vier']) {
      now += 15 * 60_000;
      await host.app.statements.setField({ ref: REF, field: 'name', value });
    }
    now += 40 * 86_400_000;
    expect(await host.app.backup.daily()).toBe(true);
    expect(actionsIn(host.dataFolder).slice(-2)).toEqual(['versions-thinned', 'attachments-forgotten']);
    expect(wrongIn(await host.app.backup.doctor())).toEqual([]);
  });
});

describe('the last entries of the log', () => {
  it('are missed without any backup', async () => {
    const folder = officeFolder();
    edit(
      folder,
      `DROP TRIGGER change_log_no_delete; DELETE FROM change_log WHERE seq = 2;
       CREATE TRIGGER change_log_no_delete BEFORE DELETE ON change_log
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;`,
    );
    const host = hostAt(folder);
    const wrong = wrongIn(await host.app.backup.doctor());
    expect(wrong[0]).toBe(
      'Protokoll: endet mit Eintrag 1, geschrieben wurde bis Eintrag 2: die letzten Einträge wurden entfernt',
    );
    // Its rows are still there and their sum is not.
    expect(wrong[1]).toBe('Bestand: die Prüfsummen der Angaben passen nicht zum Änderungsprotokoll');
    // Work that goes on does not cover it up.
    await host.app.statements.setField({ ref: REF, field: 'name', value: 'Danach' });
    expect(wrongIn(await host.app.backup.doctor())).toEqual(wrong.slice(1));
  });
});

describe('data from before there were seals', () => {
  const clock = { now: () => '2026-12-01T09:00:00.000Z', today: () => '2026-12-01' };

  /** The oldest of the older versions knew none. */
  function oldFolder(): string {
    const folder = tempFolder();
    unpackOlder('trial-2', folder);
    return folder;
  }

  it('is opened, sealed once under an entry of its own, and examined without complaint', async () => {
    const folder = oldFolder();
    const version = inDatabase(databaseIn(folder), (db) => db.pragma('user_version', { simple: true }) as number);
    expect(version).toBeLessThan(MIGRATIONS.indexOf(rowSeals) + 1);
    expect(inDatabase(databaseIn(folder), (db) => foreignParts(db, MIGRATIONS.slice(0, version)))).toEqual([]);
    const before = actionsIn(folder);
    const report = await hostAt(folder, { clock }).app.backup.doctor();
    expect(wrongIn(report)).toEqual([]);
    const rows = inDatabase(databaseIn(folder), sealsIn);
    expect(rows).toBeGreaterThan(5);
    expect(detailOf(report, 'Bestand')).toMatch(
      new RegExp(`^${String(rows)} Angaben lauten wie zuletzt geschrieben; \\d+ davon sind älter als diese Prüfung`),
    );
    const actions = actionsIn(folder);
    expect(actions.slice(before.length)).toEqual(['rows-sealed', 'step-link-consultations', 'step-open-dispatch']);
    await testHost({ folder, clock }).dispose();
    expect(actionsIn(folder)).toEqual(actions);
  });

  it('is examined from then on', async () => {
    const folder = oldFolder();
    await testHost({ folder, clock }).dispose();
    edit(folder, 'UPDATE version SET name = 1 WHERE rowid = (SELECT min(rowid) FROM version)');
    expect(wrongIn(await hostAt(folder, { clock }).app.backup.doctor())).toEqual([
      expect.stringMatching(
        /^Bestand: Fassung \(.*\) lautet anders, als Eintrag \d+ des Änderungsprotokolls festhält$/,
      ),
    ]);
  });

  it('comes sealed out of a backup into the window that is open', async () => {
    const host = hostAt(officeFolder(), { clock });
    await host.app.statements.setField({ ref: REF, field: 'name', value: 'Neuer' });
    await host.app.backup.restore(databaseIn(oldFolder()));
    expect(wrongIn(await host.app.backup.doctor())).toEqual([]);
    expect(actionsIn(host.dataFolder).slice(-4)).toEqual([
      'rows-sealed',
      'step-link-consultations',
      'step-open-dispatch',
      'backup-restored',
    ]);
    await host.app.statements.setField({ ref: 'S0049/26', field: 'name', value: 'Danach' });
    expect(wrongIn(await host.app.backup.doctor())).toEqual([]);
  });
});

describe('the publicity of a paper that went out', () => {
  it.each([
    ['public', 'non-public', false],
    ['public', 'non-public', true],
    ['non-public', 'public', false],
    ['non-public', 'public', true],
  ] as const)('is not turned from %s to %s unseen (dispatched: %s)', async (before, after, isDispatched) => {
    const folder = tempFolder();
    const host = await distributionOffice(folder);
    const { app } = host;
    await app.statements.setField({ ref: REF, field: 'publicity', value: before });
    const entries = [entry(known('organization', COUNCIL, 'Stadtrat'), 'original')];
    await app.distribution.save({ ref: REF, expectedRevision: 0, entries });
    await issue(host);
    const target = join(folder, 'versand');
    mkdirSync(target);
    if (isDispatched) await handOver(app.dispatch.send({ ref: REF, channel: 'folder', folder: target }));
    expect((await app.issues.overview(REF)).state).toBe(isDispatched ? 'dispatched' : 'issued');
    expect(wrongIn(await app.backup.doctor())).toEqual([]);
    edit(folder, `UPDATE paper SET publicity = '${after}' WHERE reference = '${REF}'`);
    const report = await app.backup.doctor();
    await host.dispose();
    expect(wrongIn(report)).toEqual([
      expect.stringMatching(/^Bestand: Papier \(S0001\/26\) lautet anders/),
      expect.stringMatching(/^Ausgefertigte Papiere: S0001\/26 lautet anders als ausgefertigt \(Öffentlichkeit/),
    ]);
  });
});
