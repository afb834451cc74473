/** An office whose paper goes to many: bodies with addresses, factions with members that come and go, an issued statement. All names are invented. */
import type { DistributionEntry, Recipient } from '../../src-main/contract/distribution/shapes.ts';
import {
  organizationContentSchema,
  personContentSchema,
  type OrganizationContent,
  type PersonContent,
} from '../../src-main/contract/settings/shapes.ts';
import { idNumber, statementContent } from './builders.ts';
import { testHost, type TestHost } from './test-host.ts';

export const COUNCIL = idNumber(101);
export const FACTION = idNumber(102);
export const UNIT = idNumber(103);
export const ADA = idNumber(201);
const BERT = idNumber(202);
export const CLEO = idNumber(203);
export const DORA = idNumber(204);
const STATEMENT = idNumber(301);
export const REF = 'S0001/26';

const place = (street: string, email = '') => ({ street, postalCode: '09999', city: 'Prüfingen', email });
const member = (n: number, organizationId: string, startDate: string | null, endDate: string | null) => ({
  id: idNumber(400 + n),
  organizationId,
  role: n === 1 ? 'Fraktionsvorsitzende' : 'Mitglied',
  startDate,
  endDate,
});

type Input<Content> = { readonly id: string; readonly content: Content };
const organizations: readonly Input<OrganizationContent>[] = [
  {
    id: COUNCIL,
    content: organizationContentSchema.parse({
      name: 'Stadtrat',
      shortName: 'SR',
      organizationType: 'council',
      reach: place('Markt 1', 'rat@pruefingen.example'),
    }),
  },
  {
    id: FACTION,
    content: organizationContentSchema.parse({
      name: 'Fraktion Neue Mitte',
      organizationType: 'faction',
      reach: place('Lange Gasse 12'),
    }),
  },
  { id: UNIT, content: organizationContentSchema.parse({ name: 'FB 61', organizationType: 'unit' }) },
];
const persons: readonly Input<PersonContent>[] = [
  {
    id: ADA,
    content: personContentSchema.parse({
      givenName: 'Ada',
      familyName: 'Ahorn',
      title: 'Dr.',
      formOfAddress: 'Frau',
      reach: { email: 'ada@mitte.example' },
      memberships: [member(1, FACTION, '2020-01-01', null)],
    }),
  },
  {
    id: BERT,
    content: personContentSchema.parse({
      givenName: 'Bert',
      familyName: 'Birke',
      formOfAddress: 'Herr',
      memberships: [member(2, FACTION, '2020-01-01', '2026-01-31')],
    }),
  },
  {
    id: CLEO,
    content: personContentSchema.parse({
      givenName: 'Cleo',
      familyName: 'Zeder',
      memberships: [member(3, FACTION, '2026-02-01', null)],
    }),
  },
  {
    id: DORA,
    content: personContentSchema.parse({
      givenName: 'Dora',
      familyName: 'Eiche',
      formOfAddress: 'Frau',
      reach: place('Waldweg 3'),
      memberships: [],
    }),
  },
];

/** On 2026-03-02 the faction has Ada and Cleo; Bert left at the end of January. */
export async function distributionOffice(folder?: string): Promise<TestHost> {
  const host = testHost(folder === undefined ? {} : { folder });
  const { app } = host;
  await app.system.initialise({ kind: 'own', bodyName: 'Stadt Prüfingen' });
  const { revision, profile } = await app.settings.office();
  await app.settings.saveOffice({
    expectedRevision: revision,
    profile: {
      ...profile,
      address: { ...profile.address, ...place('Am Markt 1', 'rathaus@pruefingen.example') },
    },
  });
  for (const each of organizations) await app.settings.saveOrganization({ ...each, expectedRevision: 0 });
  for (const each of persons) await app.settings.savePerson({ ...each, expectedRevision: 0 });
  const draft = await app.statements.create({
    id: STATEMENT,
    answers: null,
    name: 'Bänke am Weiher',
    leadUnit: 'FB 61',
    number: REF,
  });
  await app.statements.save({
    id: STATEMENT,
    expectedRevision: draft.revision,
    content: statementContent({
      bodyName: 'Stadt Prüfingen',
      leadUnit: 'FB 61',
      date: '2026-02-03',
      answers: [
        {
          reference: 'A0001/26',
          paperType: 'motion',
          originators: [{ organization: 'Fraktion Neue Mitte', person: 'Ada Ahorn', function: 'Fraktionsvorsitzende' }],
          printedOriginators: '',
        },
      ],
      consultations: [
        { id: idNumber(501), organization: 'Beirat für Bänke', date: '2026-03-10', role: null, publicity: 'public' },
        { id: idNumber(502), organization: 'Stadtrat', date: '2026-03-20', role: null, publicity: 'public' },
        { id: idNumber(503), organization: 'Geheimausschuss', date: '2026-03-12', role: null, publicity: 'non-public' },
      ],
      hinge: 'Die Verwaltung nimmt zum **Antrag A0001/26** wie folgt Stellung:',
      signatory: { name: 'Erika Muster', role: 'Fachbereichsleiterin', prefix: 'gez.' },
    }),
  });
  return host;
}

export async function issue(host: TestHost): Promise<void> {
  const { check } = await host.app.issues.overview(REF);
  const acceptances = check.findings
    .filter(({ severity }) => severity === 'warning')
    .map(({ key }) => ({ key, reason: 'für den Test' }));
  await host.app.releases.release({ ref: REF, expectedRevision: check.revision, acceptances });
  await host.app.issues.issue({ ref: REF, keyId: null });
}

export const external = (name: string, lines: readonly string[] = [], email = ''): Recipient => ({
  kind: 'external',
  name,
  lines: [...lines],
  email,
});
export const known = (kind: 'organization' | 'group' | 'person', id: string, name: string): Recipient => ({
  kind,
  id,
  name,
  lines: [],
  email: '',
});

let count = 600;
export const entry = (
  recipient: Recipient,
  copyKind: DistributionEntry['copyKind'] = 'copy',
  changes: Partial<DistributionEntry> = {},
): DistributionEntry => ({ id: idNumber((count += 1)), recipient, copyKind, copies: 1, followUp: null, ...changes });
