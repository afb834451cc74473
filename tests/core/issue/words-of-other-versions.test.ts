/** Words of lists that grow, in rows that are kept for good: what this version does not know reads and prints all the same. */
import type Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { releaseProtocolDocument } from '../../../src-main/core/print/release-protocol.ts';
import { builtInProfile } from '../../../src-main/core/office/office-service.ts';
import { findingSentence } from '../../../src-main/contract/release/texts-de.ts';
import { databaseIn, inDatabase } from '../../support/survival-office.ts';
import { exampleOffice, officeForEach } from '../../support/office-for-each.ts';
import type { TestHost } from '../../support/test-host.ts';
import { filesOf, handOver } from '../../support/hand-over.ts';

const REF = 'S0021/26';
let host: TestHost;

/** As a later version would have written it: the guards of rows that stay are laid aside. */
const rewrite = (table: string, sql: string): void =>
  inDatabase(databaseIn(host.dataFolder), (db: Sqlite.Database) => {
    db.exec(`DROP TRIGGER ${table}_no_update`);
    db.exec(sql);
    db.exec(`CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON "${table}"
BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;`);
  });

async function dispatched(folder: string): Promise<TestHost> {
  const office = await exampleOffice(folder);
  const { app } = office;
  const { check } = await app.issues.overview(REF);
  const acceptances = check.findings
    .filter(({ severity }) => severity === 'warning')
    .map(({ key }) => ({ key, reason: 'gewollt' }));
  await app.releases.release({ ref: REF, expectedRevision: null, acceptances });
  await app.issues.issue({ ref: REF, keyId: null });
  await handOver(app.dispatch.send({ ref: REF, channel: 'print' }));
  return office;
}
officeForEach(dispatched, (given) => (host = given));

it('a release keeps what its rules said that day', async () => {
  const { release } = await host.app.issues.overview(REF);
  const protocol = release?.protocol;
  expect(Object.keys(protocol?.ruleNames ?? {})).toEqual(protocol?.rules);
  for (const finding of protocol?.findings ?? []) expect(finding.sentence).toBe(findingSentence(finding));
});

it('a rule that was given up reads and prints by its stored sentence, one without by its name', async () => {
  const finding = (rule: string, rest: object) =>
    JSON.stringify({
      key: rule,
      rule,
      severity: 'notice',
      place: { field: 'name', blockId: null, start: 0, end: 1 },
      details: { text: 'Brunnen' },
      accepted: null,
      ...rest,
    });
  rewrite(
    'release',
    `UPDATE "release" SET protocol_json = json_set(protocol_json,
       '$.rules', json('["moon-phase","toString"]'), '$.ruleNames', json('{"moon-phase":"Mond beachtet"}'),
       '$.findings', json('[${finding('moon-phase', { sentence: 'Am Tag der Sitzung ist Neumond.' })},${finding('toString', {})}]'))`,
  );
  const protocol = (await host.app.issues.overview(REF)).release?.protocol;
  if (!protocol) throw new Error('a released paper has a protocol');
  const page = JSON.stringify(releaseProtocolDocument(protocol, builtInProfile()));
  for (const words of ['Mond beachtet', 'Am Tag der Sitzung ist Neumond.', 'notice', 'Regel „toString“', 'Brunnen'])
    expect(page).toContain(words);
});

it('kinds of files, copies and channels of another version are listed by their own word', async () => {
  rewrite('issue_file', `UPDATE issue_file SET kind = 'audio-version' WHERE kind = 'distribution-docx'`);
  rewrite('dispatch', `UPDATE dispatch SET channel = 'portal', copy_kind = 'excerpt' WHERE rowid = 1`);
  const [issue] = (await host.app.issues.overview(REF)).issues;
  expect(issue?.files.map(({ kind }) => kind)).toContain('audio-version');
  const [proof] = await host.app.dispatch.list(REF);
  expect([proof?.channel, proof?.copyKind]).toEqual(['portal', 'excerpt']);
  const list = await filesOf(host.app.dispatch.deliverList({ ref: REF, formats: ['docx'] }));
  expect(list).toHaveLength(1);
});

it('a paper whose recipients cannot be read is named, and keeps no other from being seen', async () => {
  const { revision, entries } = await host.app.distribution.get(REF);
  await host.app.distribution.save({ ref: REF, expectedRevision: revision, entries });
  inDatabase(databaseIn(host.dataFolder), (db) => db.exec("UPDATE distribution_entry SET copy_kind = 'drone'"));
  const { pending } = await host.app.dispatch.overview();
  expect(pending).toMatchObject([{ reference: REF, problem: expect.stringContaining('neueren Fassung') as unknown }]);
});

it('a field that is none here stays in its place when the paper is saved', async () => {
  inDatabase(databaseIn(host.dataFolder), (db) =>
    db.exec(`UPDATE statement SET further = '{"moonPhase":"Neumond"}'
      WHERE paper_id = (SELECT id FROM paper WHERE reference = 'S0049/26')`),
  );
  const stored = (): unknown =>
    inDatabase(databaseIn(host.dataFolder), (db) =>
      db
        .prepare("SELECT further FROM statement JOIN paper ON paper.id = paper_id WHERE reference = 'S0049/26'")
        .pluck()
        .get(),
    );
  const set = (value: string) => host.app.statements.setField({ ref: 'S0049/26', field: 'fileReference', value });
  await set('61.20');
  expect(JSON.parse(stored() as string)).toEqual({ moonPhase: 'Neumond', fileReference: '61.20' });
  await set('');
  expect(stored()).toBe('{"moonPhase":"Neumond"}');
});

it('a paper of another kind is some other paper here, and keeps its kind when it is saved', async () => {
  const typeOf = (): unknown =>
    inDatabase(databaseIn(host.dataFolder), (db) =>
      db.prepare("SELECT paper_type FROM paper WHERE reference = 'A0024/26'").pluck().get(),
    );
  inDatabase(databaseIn(host.dataFolder), (db) =>
    db.exec("UPDATE paper SET paper_type = 'petition' WHERE reference = 'A0024/26'"),
  );
  const { id, revision, content } = await host.app.papers.get('A0024/26');
  expect(content.paperType).toBe('other');
  await host.app.papers.save({
    id,
    expectedRevision: revision,
    content: { ...content, name: 'Bürgerbüro am Samstag' },
  });
  expect(typeOf()).toBe('petition');
  const { items } = await host.app.papers.list({ text: '', limit: 100 });
  expect(items.find(({ reference }) => reference === 'A0024/26')?.paperType).toBe('other');
});
