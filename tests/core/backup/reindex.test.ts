/** An office whose index of words is of an older form gets it anew with the daily work, and nothing is lost from sight meanwhile. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { idNumber, paperContent } from '../../support/builders.ts';
import { databaseIn, inDatabase } from '../../support/survival-office.ts';
import { testHost, type TestHost } from '../../support/test-host.ts';

let host: TestHost;
const found = async (text: string): Promise<string[]> =>
  (await host.app.papers.list({ text, limit: 10 })).items.map(({ name }) => name);

beforeAll(async () => {
  host = testHost();
  await host.app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
  await host.app.papers.register({
    id: idNumber(1),
    content: paperContent({ name: 'Radwege', reference: 'A0021/26' }),
  });
  await host.app.attachments.add({
    id: idNumber(2),
    ref: 'A0021/26',
    fileName: 'a.txt',
    bytes: Buffer.from('Für Bürger*innen'),
  });
  await host.app.attachments.settled();
  inDatabase(databaseIn(host.dataFolder), (db) => {
    db.exec("DELETE FROM preference WHERE key = 'searchForm'");
    const no = db.prepare('SELECT no FROM paper').pluck().get();
    db.prepare('DELETE FROM paper_search WHERE rowid = ?').run(no);
    db.prepare("INSERT INTO paper_search (rowid, reference, name) VALUES (?, 'a0021/26', 'radwege')").run(no);
    const text = db.prepare('SELECT no FROM file_text').pluck().get();
    db.prepare('DELETE FROM file_search WHERE rowid = ?').run(text);
    db.prepare("INSERT INTO file_search (rowid, body) VALUES (?, 'fur burger*innen')").run(text);
  });
});
afterAll(() => host.dispose());

it('is written anew once', async () => {
  expect(await found('21/26')).toEqual([]);
  expect(await found('Bürgerinnen')).toEqual([]);
  expect(await found('Radwege')).toEqual(['Radwege']);
  await host.app.backup.daily();
  host.app.attachments.readWaiting();
  await host.app.attachments.settled();
  expect(await found('21/26')).toEqual(['Radwege']);
  expect(await found('Bürgerinnen')).toEqual(['Radwege']);
  inDatabase(databaseIn(host.dataFolder), (db) => db.exec('DELETE FROM paper_search'));
  await host.app.backup.daily();
  expect(await found('21/26')).toEqual([]);
});

it('leaves no finding behind', async () => {
  await host.app.backup.repair('search-index');
  const { ok, findings } = await host.app.backup.doctor();
  expect(findings.filter((finding) => !finding.ok)).toEqual([]);
  expect(ok).toBe(true);
});
