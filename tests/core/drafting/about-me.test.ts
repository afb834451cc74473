/** What a person said of themselves fills each new statement of theirs, and of nobody else. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { NOTHING_ABOUT_ME } from '../../../src-main/contract/settings/shapes.ts';
import { currentUserName } from '../../../src-main/adapters/files/data-folder.ts';
import { plainParagraphs, textBlocks } from '../../../src-main/record/rich-text/plain-text.ts';
import { idNumber, refusalOf } from '../../support/builders.ts';
import { inDatabase, databaseIn } from '../../support/survival-office.ts';
import { testHost, type TestHost } from '../../support/test-host.ts';

let host: TestHost;
beforeAll(async () => {
  host = testHost();
  await host.app.system.initialise({ kind: 'example' });
});
afterAll(() => host.dispose());

const begun = (n: number, leadUnit: string | null = null) =>
  host.app.statements.create({ id: idNumber(n), answers: 'A0038/26', name: null, leadUnit, number: null });

it('fills contact, unit and signatory, with what the office knows of whoever signs', async () => {
  expect((await begun(1)).content).toMatchObject({ leadUnit: '', signatory: null, contact: { clerk: null } });
  const { signatories } = (await host.app.settings.office()).profile;
  const [signatory] = signatories;
  const mine = {
    ...NOTHING_ABOUT_ME,
    clerk: 'Kim Beispiel',
    leadUnit: 'FB 61',
    room: '7',
    signatory: signatory?.name ?? '',
  };
  await host.app.settings.setPreferences({ aboutMe: { [currentUserName()]: mine } });
  const { content } = await begun(2);
  expect(content).toMatchObject({
    leadUnit: 'FB 61',
    contact: { clerk: 'Kim Beispiel', room: '7', telephone: null },
    signatory: { name: signatory?.name, role: signatory?.role, prefix: signatory?.prefix },
  });
  // What is said for this one goes before.
  expect((await begun(3, 'FB 20')).content.leadUnit).toBe('FB 20');
});

it('stays away from others, and a value that cannot be read is none', async () => {
  await host.app.settings.setPreferences({ aboutMe: { jemand: { ...NOTHING_ABOUT_ME, clerk: 'Anders' } } });
  expect((await begun(4)).content.contact.clerk).toBeNull();
  inDatabase(databaseIn(host.dataFolder), (db) =>
    db.prepare(`UPDATE preference SET json = '7' WHERE key = 'aboutMe'`).run(),
  );
  expect((await begun(5)).content.contact.clerk).toBeNull();
});

it('begins like an earlier statement: its words, unit and people, but the own paper, number and day', async () => {
  const { statements } = host.app;
  const earlier = await statements.get('S0044/26');
  const draft = await statements.create({
    id: idNumber(31),
    answers: 'F0047/26',
    name: null,
    leadUnit: null,
    number: null,
    like: 'S0044/26',
  });
  expect(plainParagraphs(draft.content.reply)).toEqual(plainParagraphs(earlier.content.reply));
  expect(draft.content).toMatchObject({
    leadUnit: earlier.content.leadUnit,
    signatory: earlier.content.signatory,
    contact: earlier.content.contact,
    answers: [{ reference: 'F0047/26' }],
  });
  expect(draft.reference).toBeNull();
  expect(draft.content.name).not.toBe(earlier.content.name);
  const ids = (text: typeof draft.content.reply) => textBlocks(text.content).map(({ id }) => id);
  expect(ids(draft.content.reply).filter((id) => id === null || ids(earlier.content.reply).includes(id))).toEqual([]);
  expect(
    (
      await refusalOf(() =>
        statements.create({
          id: idNumber(32),
          answers: null,
          name: 'X',
          leadUnit: null,
          number: null,
          like: 'F0047/26',
        }),
      )
    ).code,
  ).toBe('not-a-statement');
});

it('words that were not for the public leave it to a person whether the new ones are', async () => {
  const { statements } = host.app;
  await statements.create({ id: idNumber(33), answers: null, name: 'Vertraulich', leadUnit: null, number: null });
  await statements.setField({ ref: idNumber(33), field: 'publicity', value: 'nichtöffentlich' });
  const begun = await statements.create({
    id: idNumber(34),
    answers: 'F0047/26',
    name: null,
    leadUnit: null,
    number: null,
    like: idNumber(33),
  });
  expect(begun.content.publicity).toBe('unknown');
});
