import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src-main/base/canonical-json.ts';
import { consultation, idNumber, paperContent, refusalOf, richText, statementContent } from '../../support/builders.ts';
import type { TestHost } from '../../support/test-host.ts';
import { membership, office, organization, person } from './entries.ts';

const FACTION = idNumber(1);
const COMMITTEE = idNumber(2);
const ADA = idNumber(3);
const MOTION = idNumber(10);
const STATEMENT = idNumber(11);

let host: TestHost;
let printedBefore: string;
const printed = async (): Promise<string> => canonicalJson(await host.app.statements.record(STATEMENT));

beforeEach(async () => {
  host = await office();
  const { settings, papers, statements } = host.app;
  await settings.saveOrganization({ id: FACTION, expectedRevision: 0, content: organization('Fraktion Weiher') });
  await settings.saveOrganization({ id: COMMITTEE, expectedRevision: 0, content: organization('Bauausschuss') });
  const memberships = [membership(FACTION, { role: 'Vorsitz', startDate: '2019-07-01' })];
  await settings.savePerson({ id: ADA, expectedRevision: 0, content: person('Beispiel', { memberships }) });
  await papers.register({
    id: MOTION,
    content: paperContent({
      reference: 'A0001/26',
      originators: [{ organization: 'Fraktion Weiher', person: 'Ada Beispiel', function: 'Stadträtin' }],
      consultations: [consultation({ organization: 'Bauausschuss' })],
      text: richText('Die Verwaltung soll Bänke aufstellen.'),
    }),
  });
  const draft = await statements.create({
    id: STATEMENT,
    answers: 'A0001/26',
    name: null,
    leadUnit: 'FB 7',
    number: 'S0001/26',
  });
  const signatory = { name: 'Ada Beispiel', role: 'Amtsleiterin', prefix: null };
  const consultations = [consultation({ organization: 'Bauausschuss', date: '2026-02-20' })];
  await statements.save({
    id: STATEMENT,
    expectedRevision: 1,
    content: statementContent({ answers: draft.content.answers, consultations, signatory }),
  });
  printedBefore = await printed();
  expect(printedBefore).toContain('Fraktion Weiher');
  expect(printedBefore).toContain('Bauausschuss');
  expect(printedBefore).toContain('Ada Beispiel');
});
afterEach(() => host.dispose());

const rename = () =>
  host.app.settings.saveOrganization({
    id: COMMITTEE,
    expectedRevision: 1,
    content: organization('Ausschuss für Stadtentwicklung'),
    validFrom: '2026-03-01',
  });

describe('papers of the past', () => {
  it('refuses to remove what a paper names', async () => {
    const { settings } = host.app;
    const removals = [
      () => settings.removeOrganization({ id: COMMITTEE, expectedRevision: 1 }),
      () => settings.removeOrganization({ id: FACTION, expectedRevision: 1 }),
      () => settings.removePerson({ id: ADA, expectedRevision: 1 }),
    ];
    for (const removal of removals) expect((await refusalOf(removal)).code).toBe('setting-in-use');
  });

  it('keep their printed text when an organization is renamed', async () => {
    await rename();
    expect(await printed()).toBe(printedBefore);
    expect((await host.app.papers.get('A0001/26')).content.consultations[0]?.organization).toBe('Bauausschuss');
  });

  it('keep their printed text when a person leaves and marries', async () => {
    const memberships = [membership(FACTION, { role: 'Vorsitz', startDate: '2019-07-01', endDate: '2026-02-28' })];
    const content = person('Muster', { memberships });
    await host.app.settings.savePerson({ id: ADA, expectedRevision: 1, content, validFrom: '2026-03-01' });
    expect(await printed()).toBe(printedBefore);
    expect((await host.app.papers.get('A0001/26')).content.originators).toEqual([
      { organization: 'Fraktion Weiher', person: 'Ada Beispiel', function: 'Stadträtin' },
    ]);
  });

  it('keep their printed text when the office gets another name', async () => {
    const { revision, profile } = await host.app.settings.office();
    await host.app.settings.saveOffice({
      expectedRevision: revision,
      profile: { ...profile, bodyName: 'Gemeinde Neuental' },
    });
    expect(await printed()).toBe(printedBefore);
  });

  it('are still found by the old names', async () => {
    const found = async (text: string) => (await host.app.papers.list({ text, limit: 10 })).items.map(({ id }) => id);
    expect(await found('Fraktion Weiher')).toContain(MOTION);
    expect(await found('Beispiel')).toContain(MOTION);
  });

  it('still refuse the removal after the renaming', async () => {
    await rename();
    const refusal = await refusalOf(() => host.app.settings.removeOrganization({ id: COMMITTEE, expectedRevision: 2 }));
    expect(refusal.code).toBe('setting-in-use');
  });
});
