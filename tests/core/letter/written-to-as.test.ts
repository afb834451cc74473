/** One rule for letters and copies: in which body a person is written to. All names are invented. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Originator } from '../../../src-main/record/basics.ts';
import {
  organizationContentSchema,
  personContentSchema,
  type Membership,
} from '../../../src-main/contract/settings/shapes.ts';
import { idNumber, paperContent } from '../../support/builders.ts';
import { entry, external, known } from '../../support/distribution-office.ts';
import { testHost, type TestHost } from '../../support/test-host.ts';
import { filesOf } from '../../support/hand-over.ts';

const [COMMITTEE, FACTION, OTHER, IDA, STATEMENT] = [1, 2, 3, 4, 5].map(idNumber) as [
  string,
  string,
  string,
  string,
  string,
];
let host: TestHost;

const place = (street: string) => ({ street, postalCode: '09999', city: 'Auental' });
const member = (n: number, organizationId: string, role: string, dates: Partial<Membership> = {}): Membership => ({
  id: idNumber(40 + n),
  organizationId,
  role,
  startDate: null,
  endDate: null,
  ...dates,
});

async function enter(memberships: readonly Membership[], home = false): Promise<void> {
  const bodies = [
    [COMMITTEE, 'Ausschuss für Gärten', 'committee', 'Markt 1'],
    [FACTION, 'Fraktion Neue Mitte', 'faction', 'Lange Gasse 12'],
    [OTHER, 'Fraktion Ufer', 'faction', 'Uferweg 7'],
  ] as const;
  for (const [id, name, organizationType, street] of bodies) {
    const content = organizationContentSchema.parse({ name, organizationType, reach: place(street) });
    await host.app.settings.saveOrganization({ id, expectedRevision: 0, content });
  }
  const person = { givenName: 'Ida', familyName: 'Beispiel', title: 'Dr.', formOfAddress: 'Frau', memberships };
  const content = personContentSchema.parse({ ...person, ...(home && { reach: place('Weidenweg 3') }) });
  await host.app.settings.savePerson({ id: IDA, expectedRevision: 0, content });
}

/** Lines of the copy for Ida, and of the letter to her, for a paper these handed in. */
async function lines(originators: readonly Originator[]): Promise<{ copy: string[]; letter: string[] }> {
  const motion = paperContent({ reference: 'A0001/26', originators: [...originators] });
  await host.app.papers.register({ id: idNumber(6), content: motion });
  await host.app.statements.create({ id: STATEMENT, answers: 'A0001/26', name: null, leadUnit: null, number: null });
  const recipient = known('person', IDA, 'Ida Beispiel');
  const { copies } = await host.app.distribution.resolve({ ref: STATEMENT, entries: [entry(recipient)] });
  const draft = await host.app.letters.draft({ kind: 'cover-letter', ref: STATEMENT, recipient: { personId: IDA } });
  return {
    copy: copies[0]?.recipient.lines ?? [],
    letter: draft.content.recipient.lines,
  };
}
const originator = (organization: string, person = 'Ida Beispiel', role = ''): Originator => ({
  organization,
  person,
  function: role,
});

beforeEach(async () => {
  host = testHost();
  await host.app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
});
afterEach(() => host.dispose());

const ofFaction = [
  'Fraktion Neue Mitte',
  'Frau Dr. Ida Beispiel',
  'Fraktionsvorsitzende',
  'Lange Gasse 12',
  '09999 Auental',
];

describe('a faction’s chair', () => {
  it('is written to at the faction that handed the paper in, whatever membership stands first', async () => {
    await enter([member(1, COMMITTEE, 'Mitglied'), member(2, FACTION, 'Fraktionsvorsitzende')]);
    const { copy, letter } = await lines([
      originator('Fraktion Neue Mitte', 'Dr. Ida Beispiel', 'Fraktionsvorsitzende'),
    ]);
    expect(copy).toEqual(ofFaction);
    expect(letter).toEqual(ofFaction);
  });

  it('is written to there, not at home, when the paper names somebody else of the faction', async () => {
    await enter([member(1, COMMITTEE, 'Mitglied'), member(2, FACTION, 'Fraktionsvorsitz')], true);
    const { copy, letter } = await lines([originator('Fraktion Neue Mitte', 'Max Muster')]);
    expect(copy).toEqual(ofFaction);
    expect(letter).toEqual(ofFaction);
  });

  it('is written to where the function on the paper fits, when no body stands there', async () => {
    await enter([member(1, COMMITTEE, 'Mitglied'), member(2, FACTION, 'Fraktionsvorsitzende')], true);
    const { copy, letter } = await lines([originator('', 'Ida Beispiel', 'Vorsitzende')]);
    expect(copy).toEqual(ofFaction);
    expect(letter).toEqual(ofFaction);
  });

  it('is written to at the faction of the day', async () => {
    await enter([
      member(1, OTHER, 'Fraktionsvorsitzende', { startDate: '2019-01-01', endDate: '2026-01-31' }),
      member(2, FACTION, 'Fraktionsvorsitzende', { startDate: '2026-02-01' }),
      member(3, COMMITTEE, 'Mitglied', { startDate: '2026-02-15' }),
    ]);
    const { copy, letter } = await lines([originator('', 'Max Muster')]);
    expect(copy).toEqual(ofFaction);
    expect(letter).toEqual(ofFaction);
  });
});

it('who is in no body of the paper is written to at home', async () => {
  await enter([member(1, COMMITTEE, 'Mitglied')], true);
  const { copy, letter } = await lines([originator('Fraktion Ufer', 'Max Muster')]);
  expect(copy).toEqual(['Frau Dr. Ida Beispiel', 'Weidenweg 3', '09999 Auental']);
  expect(letter).toEqual(copy);
});

it('the suggested distribution writes to the chair at the faction', async () => {
  await enter([member(1, COMMITTEE, 'Mitglied'), member(2, FACTION, 'Fraktionsvorsitzende')], true);
  await lines([originator('Fraktion Neue Mitte', 'Ida Beispiel', 'Fraktionsvorsitzende')]);
  const { copies } = await host.app.distribution.get(STATEMENT);
  expect(copies.map(({ recipient }) => recipient.lines)).toEqual([ofFaction]);
});

it('a typed citizen is greeted by name in one letter and in many', async () => {
  await host.app.papers.register({ id: idNumber(6), content: paperContent({ reference: 'A0001/26' }) });
  const typed = ['Frau', 'Ida Beispiel', 'Weidenweg 3', '09999 Auental'];
  const recipient = await host.app.letters.recipientByName(typed.join('; '));
  const draft = await host.app.letters.draft({ kind: 'interim-reply', ref: 'A0001/26', recipient });
  expect(draft.content.salutation).toBe('Sehr geehrte Frau Beispiel,');
  expect(draft.content.recipient.lines).toEqual(typed);
  const run = { ref: 'A0001/26', runId: idNumber(70), kind: 'interim-reply' as const, newDeadline: '2026-04-01' };
  for await (const { problem } of host.app.serialLetters.run({
    ...run,
    recipients: [external('Ida Beispiel', typed)],
  }))
    expect(problem).toBeNull();
  expect(await filesOf(host.app.serialLetters.deliver(run))).toHaveLength(1);
});
