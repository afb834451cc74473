/** An office with a committee and statements that come before it, issued as far as a test needs them. All texts are invented. */
import type { StatementRecord } from '../../src-main/record/statement-record.ts';
import { sampleRecord } from '../../src-main/core/statement/sample-record.ts';
import type { TestHost } from './test-host.ts';

export const BODY = 'Ausschuss für Gärten und Grünflächen';
export const DAY = '2026-03-12';

/** A complete statement before the committee on the day; further changes as given. */
export const statementBefore = (reference: string, changes: Partial<StatementRecord> = {}): StatementRecord => ({
  ...sampleRecord(),
  reference,
  name: `Anliegen ${reference}`,
  bodyName: 'Stadt Auental',
  answers: [
    {
      reference: reference.replace('S', 'A'),
      paperType: 'motion',
      originators: [],
      originatorOrganization: null,
      originatorPerson: null,
      originatorFunction: null,
    },
  ],
  consultations: [{ organization: BODY, date: DAY, role: 'Kenntnisnahme' }],
  ...changes,
});

/** Answers its id. */
export async function addBody(host: TestHost, name = BODY, shortName = 'GG'): Promise<string> {
  const id = crypto.randomUUID();
  const reach = { street: '', postalCode: '', city: '', country: '', room: '', telephone: '', email: '' };
  const content = { name, shortName, organizationType: 'committee' as const, reach, startDate: null, endDate: null };
  await host.app.settings.saveOrganization({ id, expectedRevision: 0, content });
  return id;
}

export async function addStatement(host: TestHost, record: StatementRecord): Promise<string> {
  const bytes = Buffer.from(JSON.stringify(record));
  const { id } = await host.app.imports.importFile({ fileName: 'record.json', bytes });
  return id;
}

export async function issueStatement(host: TestHost, ref: string): Promise<void> {
  const { check } = await host.app.issues.overview(ref);
  const warnings = check.findings.filter(({ severity }) => severity === 'warning');
  const acceptances = warnings.map(({ key }) => ({ key, reason: 'Für die Probe angenommen.' }));
  await host.app.releases.release({ ref, expectedRevision: check.revision, acceptances });
  await host.app.issues.issue({ ref, keyId: null });
}

export const addMeeting = (host: TestHost, start = `${DAY} 17:00`, body = BODY, id: string = crypto.randomUUID()) =>
  host.app.meetings.save({ id, organization: body, start, location: 'Rathaus', state: 'planned' });
