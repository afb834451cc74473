/** Every kind of finding of the examination, each with a fault that was planted behind the program's back. */
import { chmodSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { DoctorReport } from '../../../src-main/contract/backup/shapes.ts';
import { fileDelivery } from '../../../src-main/adapters/files/folder-delivery.ts';
import { chainHash } from '../../../src-main/adapters/sqlite/log-chain.ts';
import type { ChangeLogTable } from '../../../src-main/adapters/sql/tables.ts';
import { idNumber, tempFolder } from '../../support/builders.ts';
import { addReleased, refOf } from '../../support/issuing-office.ts';
import { databaseIn, inDatabase } from '../../support/survival-office.ts';
import { fixedClock, testHost, type TestHost } from '../../support/test-host.ts';
import { handOver } from '../../support/hand-over.ts';

let template: string;
const [ISSUED, RELEASED, DRAFT] = [refOf(1), refOf(2), refOf(3)];

/** One office with everything in it, made once; every test works on a copy. */
beforeAll(async () => {
  template = mkdtempSync(join(tmpdir(), 'stellwerk-test-'));
  const host = testHost({ folder: template });
  await addReleased(host, 3);
  await host.app.issues.issue({ ref: ISSUED, keyId: null });
  await host.app.releases.returnToDraft({ ref: DRAFT, reason: 'Zahl fehlt' });
  await host.app.attachments.add({
    id: idNumber(70),
    ref: DRAFT,
    fileName: 'Plan.txt',
    bytes: new TextEncoder().encode('Plan'),
  });
  await host.dispose();
});
afterAll(() => rmSync(template, { recursive: true, force: true }));

type Plant = (db: Sqlite.Database) => void;

function officeWith(plant: Plant = () => undefined): string {
  const folder = tempFolder();
  copyFileSync(databaseIn(template), databaseIn(folder));
  inDatabase(databaseIn(folder), (db) => {
    db.pragma('foreign_keys = OFF');
    plant(db);
  });
  return folder;
}
function hostAt(folder: string, rest: Parameters<typeof testHost>[0] = {}): TestHost {
  const host = testHost({ folder, ...rest });
  onTestFinished(() => host.dispose());
  return host;
}
const findingOf = (report: DoctorReport, area: string) => report.findings.find((finding) => finding.area === area);
/** Whoever wants to change what is guarded takes the guard away first and puts it back. */
const past =
  (...guards: string[]) =>
  (work: Plant): Plant =>
  (db) => {
    const sql = guards.map(
      (name) => db.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(name) as string,
    );
    for (const name of guards) db.exec(`DROP TRIGGER ${name}`);
    work(db);
    for (const text of sql) db.exec(text);
  };
const paperId = (ref: string): string => `(SELECT id FROM paper WHERE reference = '${ref}')`;
const setState =
  (ref: string, state: string): Plant =>
  (db) =>
    db.exec(`UPDATE statement SET state = '${state}' WHERE paper_id = ${paperId(ref)}`);

describe('the examination', () => {
  it('finds nothing in an office in which nothing is wrong', async () => {
    const report = await hostAt(officeWith()).app.backup.doctor();
    expect(report.findings.filter(({ ok }) => !ok)).toEqual([]);
    expect(new Set(report.findings.map(({ area }) => area)).size).toBe(report.findings.length);
  });

  it.each<[string, string, Plant, RegExp]>([
    [
      'Aufbau',
      'a guard that is gone',
      (db) => db.exec('DROP TRIGGER issue_no_update'),
      /es fehlt: Auslöser „issue_no_update“/,
    ],
    ['Aufbau', 'an index that is gone', (db) => db.exec('DROP INDEX issue_file_issue'), /Index „issue_file_issue“/],
    ['Verknüpfungen', 'a link into nothing', (db) => db.exec("UPDATE file SET paper_id = 'weg'"), /1 ins Leere/],
    [
      'Protokoll',
      'an entry that was changed',
      past('change_log_no_update')((db) => db.exec("UPDATE change_log SET actor = 'jemand' WHERE seq = 2")),
      /Eintrag 2 passt nicht zur Kette/,
    ],
    [
      'Dateien',
      'an issued file that was changed',
      past('blob_no_update')((db) =>
        db.exec(
          `UPDATE blob SET bytes = x'00' WHERE sha512 = (SELECT sha512 FROM issue_file WHERE kind = 'form-sheet-pdf')`,
        ),
      ),
      /1 Dateien verändert \(S0001-26\.pdf\)/,
    ],
    [
      'Dateien',
      'a trusted certificate under a print that is not its own',
      (db) => db.prepare("INSERT INTO trusted_certificate VALUES (?, x'00', '', '', NULL)").run('0'.repeat(64)),
      /1 Zertifikate/,
    ],
    [
      'Ausfertigungen',
      'a frozen record that is not the one of the files',
      past('issue_no_update')((db) =>
        db.exec("UPDATE issue SET snapshot_json = json_set(snapshot_json, '$.record.name', 'Anders')"),
      ),
      /S0001\/26, Ausfertigung 1: der festgehaltene Inhalt ist nicht der in der Datensatz-Datei/,
    ],
    [
      'Ausfertigungen',
      'a template that is not the one of the snapshot',
      past('issue_no_update')((db) => db.exec("UPDATE issue SET template_hash = 'x'")),
      /widersprechen/,
    ],
    [
      'Ausfertigungen',
      'an issue without its record file',
      past('issue_file_no_delete')((db) => db.exec("DELETE FROM issue_file WHERE kind = 'record'")),
      /eine Datei fehlt \(record\)/,
    ],
    [
      'Ausfertigungen',
      'a size that is not that of the bytes',
      past('issue_file_no_update')((db) => db.exec("UPDATE issue_file SET size = size + 1 WHERE kind = 'record'")),
      /die Größe einer Datei stimmt nicht/,
    ],
    [
      'Ausfertigungen',
      'the release of another statement',
      past('issue_no_update')((db) =>
        db.exec(`UPDATE issue SET release_id = (SELECT id FROM "release" WHERE statement_id = ${paperId(RELEASED)})`),
      ),
      /die Freigabe gehört nicht/,
    ],
    [
      'Bearbeitungsstände',
      'an issued one that is a draft again',
      setState(ISSUED, 'draft'),
      /S0001\/26: ist ausgefertigt, gilt aber nicht so/,
    ],
    [
      'Bearbeitungsstände',
      'a released one that is issued without an issue',
      setState(RELEASED, 'issued'),
      /S0002\/26: gilt als ausgefertigt/,
    ],
    [
      'Bearbeitungsstände',
      'a draft of a later edition that is released without a release',
      (db) => db.exec(`UPDATE statement SET state = 'released', edition = 2 WHERE paper_id = ${paperId(DRAFT)}`),
      /S0003\/26: gilt als freigegeben/,
    ],
    [
      'Bearbeitungsstände',
      'an issue of which the log tells nothing',
      past('change_log_no_update')((db) =>
        db.exec("UPDATE change_log SET action = 'statement-saved' WHERE action = 'statement-issued'"),
      ),
      /1 Ausfertigungen, im Änderungsprotokoll stehen 0/,
    ],
    [
      'Suche',
      'a paper that is not found',
      (db) => db.exec('DELETE FROM paper_search WHERE rowid = 1'),
      /1 Papiere fehlen/,
    ],
    ['Büro', 'a profile that is broken', (db) => db.exec("UPDATE office SET profile_json = '{'"), /./],
  ])('says under „%s“ what is wrong: %s', async (area, _, plant, detail) => {
    const report = await hostAt(officeWith(plant)).app.backup.doctor();
    expect(report.ok).toBe(false);
    expect(findingOf(report, area)).toMatchObject({ ok: false, detail: expect.stringMatching(detail) as unknown });
  });

  it('says which foreign part somebody put into the open file', async () => {
    const folder = officeWith();
    const host = hostAt(folder);
    inDatabase(databaseIn(folder), (db) => db.exec('CREATE VIEW spion AS SELECT * FROM paper'));
    expect(findingOf(await host.app.backup.doctor(), 'Aufbau')).toMatchObject({
      ok: false,
      detail: 'nicht von Stellwerk: Ansicht „spion“',
      repair: null,
    });
  });

  it('makes guards and indices anew that were gone, and the log tells of it', async () => {
    const folder = officeWith((db) => db.exec('DROP TRIGGER blob_no_update; DROP INDEX file_blob'));
    const host = hostAt(folder);
    expect(findingOf(await host.app.backup.doctor(), 'Aufbau')).toMatchObject({ ok: false, repair: 'guards' });
    expect(await host.app.backup.repair('guards')).toMatchObject({ ok: true });
    inDatabase(databaseIn(folder), (db) => {
      expect(() => db.exec("UPDATE blob SET bytes = x'00'")).toThrow('kept bytes are never changed');
      expect(db.prepare('SELECT action FROM change_log ORDER BY seq DESC LIMIT 1').pluck().get()).toBe(
        'guards-made-anew',
      );
    });
  });

  it('says when others can reach the data, and that a shared folder is shared', async (test) => {
    if (process.platform === 'win32') return test.skip('Windows has its own rights');
    const folder = officeWith();
    const host = hostAt(folder);
    expect(findingOf(await host.app.backup.doctor(), 'Zugriff')).toMatchObject({ ok: true, detail: 'nur für Sie' });
    chmodSync(databaseIn(folder), 0o644);
    const wide = findingOf(await host.app.backup.doctor(), 'Zugriff');
    expect(wide).toMatchObject({ ok: false, detail: expect.stringContaining('andere Benutzer') as unknown });
    chmodSync(databaseIn(folder), 0o660);
    chmodSync(folder, 0o770);
    const shared = findingOf(await host.app.backup.doctor(), 'Zugriff');
    expect(shared).toMatchObject({ ok: true, detail: expect.stringContaining('gemeinsam mit der Gruppe') as unknown });
    chmodSync(folder, 0o777);
    expect(findingOf(await host.app.backup.doctor(), 'Zugriff')).toEqual({
      area: 'Zugriff',
      ok: false,
      detail: `alle Benutzer dieses Rechners dürfen in „${folder}“ lesen, schreiben und löschen; bitte die Rechte des Ordners auf die Personen beschränken, die damit arbeiten`,
      repair: null,
    });
  });
});

/** The end that is kept beside the log made to fit what stands there now. */
const endFits: Plant = (db) =>
  db.exec('UPDATE log_end SET (seq, hash) = (SELECT seq, hash FROM change_log ORDER BY seq DESC LIMIT 1)');
/** The last entries taken away, as if they had never been; what is left is a closed chain. */
const cut =
  (n: number): Plant =>
  (db) => {
    past('change_log_no_delete')((open) =>
      open.exec(`DELETE FROM change_log WHERE seq > (SELECT max(seq) FROM change_log) - ${n}`),
    )(db);
    endFits(db);
  };
/** The last entry written anew with a right hash. */
const rewritten: Plant = past('change_log_no_update')((db) => {
  const last = db.prepare('SELECT * FROM change_log ORDER BY seq DESC LIMIT 1').get() as ChangeLogTable;
  const entry = { ...last, actor: 'niemand' };
  db.prepare('UPDATE change_log SET actor = ?, hash = ? WHERE seq = ?').run(entry.actor, chainHash(entry), entry.seq);
  endFits(db);
});

describe('a backup to a place of choice', () => {
  it('is known to the examination, which compares the log with it', async () => {
    const folder = officeWith();
    const host = hostAt(folder);
    expect(findingOf(await host.app.backup.doctor(), 'Sicherung')).toMatchObject({ detail: 'noch keine' });
    const path = join(folder, 'kopie.db');
    await handOver(host.app.backup.deliver(), fileDelivery(path));
    const report = await host.app.backup.doctor();
    expect(findingOf(report, 'Sicherung')).toMatchObject({ ok: true, detail: `zuletzt am 02.03.2026 nach „${path}“` });
    expect(findingOf(report, 'Protokollende')?.detail).toMatch(/^setzt die Sicherung vom .* fort/);
  });
});

describe('the log beside the last backup', () => {
  const area = 'Protokollende';
  const inside = (folder: string, plant: Plant): void => inDatabase(databaseIn(folder), plant);

  it('goes on where the backup ended, and its end is said', async () => {
    const host = hostAt(officeWith());
    expect(findingOf(await host.app.backup.doctor(), area)).toMatchObject({
      ok: true,
      detail: expect.stringMatching(
        /^noch keine Sicherung.*bis Eintrag \d+, Prüfsumme ([0-9a-f]{16} ?){4}$/,
      ) as unknown,
    });
    const { lastGood } = await host.app.backup.run();
    await host.app.statements.setField({ ref: DRAFT, field: 'name', value: 'Neu' });
    const detail = findingOf(await host.app.backup.doctor(), area)?.detail;
    expect(detail).toContain('setzt die Sicherung vom 02.03.2026, 09:00 fort');
    expect(detail).toContain(`Eintrag ${(lastGood?.logEnd?.seq ?? 0) + 1},`);
  });

  it.each([
    ['was cut', cut(2), /kürzer als in der Sicherung.*Einträge wurden entfernt/],
    ['was written anew', rewritten, /lautet anders als in der Sicherung/],
  ])('is told from one that %s, although its chain is closed', async (_, plant, detail) => {
    const folder = officeWith();
    const host = hostAt(folder);
    await host.app.backup.run();
    inside(folder, plant);
    const report = await host.app.backup.doctor();
    expect(findingOf(report, 'Protokoll')).toMatchObject({ ok: true });
    expect(findingOf(report, area)).toMatchObject({ ok: false, detail: expect.stringMatching(detail) as unknown });
  });

  it('is told from one that was cut by what was noted, where the backup cannot be read', async () => {
    const folder = officeWith();
    const host = hostAt(folder);
    const { lastGood } = await host.app.backup.run();
    writeFileSync(lastGood?.path ?? '', 'zerstört');
    expect(findingOf(await host.app.backup.doctor(), area)).toMatchObject({
      ok: true,
      detail: expect.stringContaining('nicht mit einer Sicherung verglichen') as unknown,
    });
    inside(folder, cut(2));
    expect(findingOf(await host.app.backup.doctor(), area)).toMatchObject({ ok: false });
  });

  it('may be shorter after an older backup was brought back, and not after the next one', async () => {
    const folder = officeWith();
    let now = Date.parse(fixedClock.now());
    const host = hostAt(folder, { clock: { ...fixedClock, now: () => new Date(now).toISOString() } });
    const old = join(tempFolder(), 'alt.db');
    copyFileSync((await host.app.backup.run()).lastGood?.path ?? '', old);
    for (const value of ['eins', 'zwei', 'drei'])
      await host.app.statements.setField({ ref: DRAFT, field: 'name', value });
    now += 86_400_000;
    await host.app.backup.run();
    await host.app.backup.restore(old);
    expect(findingOf(await host.app.backup.doctor(), area)).toMatchObject({
      ok: true,
      detail: expect.stringContaining('von vor einer Wiederherstellung') as unknown,
    });
    inside(folder, (db) =>
      expect(db.prepare('SELECT action FROM change_log ORDER BY seq DESC LIMIT 1').pluck().get()).toBe(
        'backup-restored',
      ),
    );
    await host.app.statements.setField({ ref: DRAFT, field: 'name', value: 'vier' });
    now += 86_400_000;
    await host.app.backup.run();
    expect(findingOf(await host.app.backup.doctor(), area)?.detail).toContain('setzt die Sicherung');
    inside(folder, cut(1));
    expect(findingOf(await host.app.backup.doctor(), area)).toMatchObject({ ok: false });
  });
});
