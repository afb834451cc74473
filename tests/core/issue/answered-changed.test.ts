/** Between release and issue somebody changes the paper that is answered: the statement itself stays as it was. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { PaperContent } from '../../../src-main/contract/paper/shapes.ts';
import { refusalOf } from '../../support/builders.ts';
import { collect } from '../../support/collect.ts';
import { exampleOffice, officeForEach } from '../../support/office-for-each.ts';
import { databaseIn, inDatabase } from '../../support/survival-office.ts';
import type { TestHost } from '../../support/test-host.ts';

const REF = 'S0021/26';
let host: TestHost;
let motion = '';

officeForEach(
  async (folder) => {
    const office = await exampleOffice(folder);
    await release(office);
    return office;
  },
  (given) => (host = given),
);
beforeEach(async () => {
  const [answered] = (await host.app.statements.get(REF)).content.answers;
  motion = answered?.reference ?? '';
});

async function release({ app }: TestHost): Promise<void> {
  const { check } = await app.issues.overview(REF);
  const acceptances = check.findings
    .filter(({ severity }) => severity === 'warning')
    .map(({ key }) => ({ key, reason: 'geprüft' }));
  await app.releases.release({ ref: REF, expectedRevision: null, acceptances });
}
async function changeMotion(part: Partial<PaperContent>): Promise<void> {
  const { id, revision, content } = await host.app.papers.get(motion);
  await host.app.papers.save({ id, expectedRevision: revision, content: { ...content, ...part } });
}
const issue = () => host.app.issues.issue({ ref: REF, keyId: null });

describe('a released statement', () => {
  it.each([
    ['another originator', { originators: [{ organization: 'Fraktion Regenbogen', person: '', function: '' }] }],
    ['another day of receipt', { receivedOn: '2026-01-07' }],
  ])('is not issued with %s of the motion, and is after a new release', async (_what, part) => {
    await changeMotion(part);
    expect(await refusalOf(issue)).toEqual({ code: 'answered-changed', details: { reference: REF, answers: motion } });
    const [step] = await collect(host.app.issues.issueSeveral({ refs: [REF], keyId: null }));
    expect(step?.problem).toContain(motion);
    expect((await host.app.statements.get(REF)).state).toBe('released');
    await host.app.releases.returnToDraft({ ref: REF, reason: 'Antrag geändert' });
    await release(host);
    expect((await issue()).state).toBe('issued');
  });

  it('is issued where something else of the motion changed, and where nothing did', async () => {
    const { content } = await host.app.papers.get(motion);
    await changeMotion({ text: { type: 'doc', content: [...content.text.content] }, name: `${content.name} (neu)` });
    expect((await issue()).state).toBe('issued');
  });

  it('by an older version is issued as it always was', async () => {
    inDatabase(databaseIn(host.dataFolder), (db) => {
      db.exec('DROP TRIGGER release_no_update');
      db.exec(`UPDATE "release" SET protocol_json = json_remove(protocol_json, '$.answered')`);
      db.exec(`CREATE TRIGGER release_no_update BEFORE UPDATE ON "release"
BEGIN SELECT RAISE(ABORT, 'release is append-only'); END;`);
    });
    await changeMotion({ receivedOn: '2026-01-07' });
    expect((await issue()).state).toBe('issued');
  });
});
