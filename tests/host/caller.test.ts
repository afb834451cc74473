/** Calls of several people in one program: each row and each entry of the log names whose call it was. */
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { currentUserName } from '../../src-main/adapters/files/data-folder.ts';
import { router } from '../../src-main/host/router.ts';
import { idNumber, paperContent } from '../support/builders.ts';
import { collect } from '../support/collect.ts';
import { databaseIn, inDatabase } from '../support/survival-office.ts';
import { testHost, type TestHost } from '../support/test-host.ts';
import { testContext } from '../support/test-context.ts';

let host: TestHost;
beforeAll(async () => {
  host = testHost();
  await host.app.system.initialise({ kind: 'example' });
});
afterAll(() => host.dispose());

const clientOf = (caller?: string) =>
  createRouterClient(router, {
    context: testContext(host, caller === undefined ? {} : { caller }),
  });
const actorOf = (entityId: string): unknown =>
  inDatabase(databaseIn(host.dataFolder), (db) =>
    db.prepare('SELECT actor FROM change_log WHERE entity_id = ? ORDER BY seq LIMIT 1').pluck().get(entityId),
  );

it('names the caller of each call, also of those that run at once', async () => {
  const people = ['ada', 'bert', undefined];
  const papers = Array.from({ length: 12 }, (_, n) => ({ id: idNumber(700 + n), caller: people[n % people.length] }));
  await Promise.all(
    papers.map(({ id, caller }, n) =>
      clientOf(caller).papers.register({ id, content: paperContent({ reference: `A${7000 + n}/26` }) }),
    ),
  );
  for (const { id, caller } of papers) expect(actorOf(id)).toBe(caller ?? currentUserName());
  expect((await clientOf('ada').system.status()).userName).toBe('ada');
});

it('names the caller of what runs step by step', async () => {
  const ref = 'S0021/26';
  const ada = clientOf('ada');
  const { check } = await ada.issues.overview({ ref });
  const acceptances = check.findings.map(({ key }) => ({ key, reason: 'gewollt' }));
  const { release } = await ada.releases.release({ ref, expectedRevision: check.revision, acceptances });
  expect([release?.actor, release?.protocol.actor]).toEqual(['ada', 'ada']);
  await collect(await clientOf('bert').issues.issueSeveral({ refs: [ref], keyId: null }));
  const [issue] = (await ada.issues.overview({ ref })).issues;
  expect(issue?.actor).toBe('bert');
});

it('keeps what is unfinished apart', async () => {
  await clientOf('ada').unfinished.keep({ place: 'letter:x', text: 'von Ada', read: null });
  expect((await clientOf('bert').unfinished.read({ place: 'letter:x' })).text).toBeNull();
  expect((await clientOf('ada').unfinished.read({ place: 'letter:x' })).text).toBe('von Ada');
});
