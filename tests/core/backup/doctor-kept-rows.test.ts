/** What was dispatched, released and issued, changed behind the program's back by somebody who lays the guards aside and makes them anew. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { tempFolder } from '../../support/builders.ts';
import { distributionOffice, REF } from '../../support/distribution-office.ts';
import { databaseIn, inDatabase } from '../../support/survival-office.ts';
import { testHost } from '../../support/test-host.ts';
import { issueAfterReturn } from '../../support/whole-office.ts';
import { handOver } from '../../support/hand-over.ts';

let template: string;

/** Returned once, issued, dispatched to two, withdrawn. */
beforeAll(async () => {
  template = mkdtempSync(join(tmpdir(), 'stellwerk-test-'));
  const host = await distributionOffice(template);
  const { app } = host;
  await issueAfterReturn(host);
  await handOver(
    app.dispatch.send({
      ref: REF,
      channel: 'folder',
      folder: mkdirSync(join(template, 'versand'), { recursive: true }) ?? template,
    }),
  );
  await app.issues.withdraw({ ref: REF, reason: 'Antrag erledigt' });
  await host.dispose();
});
afterAll(() => rmSync(template, { recursive: true, force: true }));

type Plant = (db: Sqlite.Database) => void;

/** All triggers taken away, the work done, all made again word for word. */
async function findings(plant: Plant) {
  const folder = tempFolder();
  copyFileSync(databaseIn(template), databaseIn(folder));
  inDatabase(databaseIn(folder), (db) => {
    db.pragma('foreign_keys = OFF');
    const guards = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
      name: string;
      sql: string;
    }[];
    for (const { name } of guards) db.exec(`DROP TRIGGER "${name}"`);
    plant(db);
    for (const { sql } of guards) db.exec(sql);
  });
  const host = testHost({ folder });
  onTestFinished(() => host.dispose());
  return (await host.app.backup.doctor()).findings;
}
const run =
  (sql: string): Plant =>
  (db) => {
    expect(db.prepare(sql).run().changes).toBeGreaterThan(0);
  };
const PAPER = `(SELECT id FROM paper WHERE reference = '${REF}')`;

describe('the examination of proofs', () => {
  it('finds nothing where nothing was changed', async () => {
    const all = await findings(() => undefined);
    expect(all.filter(({ ok }) => !ok)).toEqual([]);
    expect(all.find(({ area }) => area === 'Nachweise')?.detail).toBe('7 stimmen mit dem Änderungsprotokoll überein');
    expect(all.find(({ area }) => area === 'Ausgefertigte Papiere')?.detail).toBe('1 lauten wie ausgefertigt');
  });

  it.each<[string, Plant, RegExp]>([
    [
      'a proof that is gone',
      run("DELETE FROM dispatch WHERE copy_kind = 'copy'"),
      /^Versandnachweis zu Eintrag \d+ .* fehlt$/,
    ],
    ['another channel', run("UPDATE dispatch SET channel = 'print'"), /^Versandnachweis lautet anders/],
    ['another recipient', run("UPDATE dispatch SET recipient_json = '{}'"), /^Versandnachweis lautet anders/],
    [
      'a proof that was never given',
      run(
        `INSERT INTO dispatch SELECT 'erfunden', paper_id, issue_id, letter_id, channel, copy_kind, follow_up, recipient_json, file_name, sha512, detail, at, actor FROM dispatch LIMIT 1`,
      ),
      /^Versandnachweis vom \d\d\.\d\d\.\d{4} steht nicht im Änderungsprotokoll$/,
    ],
    ['another person who released', run(`UPDATE "release" SET actor = 'jemand'`), /Freigabe lautet anders/],
    ['a release that is gone', run('DELETE FROM "release" WHERE rowid = 1'), /^Freigabe zu Eintrag \d+ .* fehlt$/],
    [
      'a reason that reads otherwise',
      run("UPDATE statement_event SET reason = 'x' WHERE kind = 'withdrawn'"),
      /^Zurückziehung lautet anders/,
    ],
    [
      'a withdrawal that is gone',
      run("DELETE FROM statement_event WHERE kind = 'withdrawn'"),
      /^Zurückziehung zu Eintrag \d+ .* fehlt$/,
    ],
    [
      'a return that is gone',
      run("DELETE FROM statement_event WHERE kind = 'returned'"),
      /^Rückgabe in den Entwurf zu Eintrag \d+ .* fehlt$/,
    ],
    [
      'a protocol that is gone',
      run("DELETE FROM issue_file WHERE kind = 'protocol-pdf'"),
      /^Ausfertigung lautet anders/,
    ],
    [
      'a file that says public',
      run("UPDATE issue_file SET publicity = 'public' WHERE kind = 'protocol-pdf'"),
      /^Ausfertigung lautet anders/,
    ],
  ])('finds %s', async (_, plant, detail) => {
    expect((await findings(plant)).find(({ area }) => area === 'Nachweise')).toMatchObject({
      ok: false,
      detail: expect.stringMatching(detail) as unknown,
    });
  });

  it('finds a protocol that is gone also where the log holds no digest of the issue', async () => {
    const all = await findings((db) => {
      run("DELETE FROM issue_file WHERE kind = 'protocol-pdf'")(db);
      run('UPDATE change_log SET row_digest = NULL')(db);
    });
    expect(all.find(({ area }) => area === 'Ausfertigungen')?.detail).toMatch(/eine Datei fehlt \(protocol-pdf\)/);
    // A digest taken out of an entry breaks the chain.
    expect(all.find(({ area }) => area === 'Protokoll')).toMatchObject({ ok: false });
  });

  it.each<[string, string, string]>([
    [
      'its reply',
      `UPDATE rich_text SET json = '{"type":"doc","content":[{"type":"paragraph","attrs":{"id":null},"content":[{"type":"text","text":"Anders"}]}]}' WHERE id = (SELECT reply_id FROM statement WHERE paper_id = ${PAPER})`,
      'Text',
    ],
    ['its name', `UPDATE paper SET name = 'Anders' WHERE id = ${PAPER}`, 'Bezeichnung'],
    ['its publicity', `UPDATE paper SET publicity = 'non-public' WHERE id = ${PAPER}`, 'Öffentlichkeit'],
    ['its date', `UPDATE paper SET date = '2020-01-01' WHERE id = ${PAPER}`, 'Datum'],
    ['its signatory', `UPDATE statement SET signatory_name = 'Niemand' WHERE paper_id = ${PAPER}`, 'Unterzeichner'],
    ['its hinge', `UPDATE statement SET hinge = 'Anders' WHERE paper_id = ${PAPER}`, 'Überleitung'],
  ])('finds an issued paper that was changed in %s', async (_, sql, field) => {
    expect((await findings(run(sql))).find(({ area }) => area === 'Ausgefertigte Papiere')).toMatchObject({
      ok: false,
      detail: expect.stringMatching(new RegExp(`^S0001/26 lautet anders als ausgefertigt \\(.*${field}`)) as unknown,
    });
  });
});
