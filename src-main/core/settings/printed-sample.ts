/** The sample beside the settings: every part of the form sheet that a setting changes shows on it. No real paper. */
import type { OfficeProfile } from '../../contract/office-profile.ts';
import type { StatementRecord } from '../../record/statement-record.ts';
import { originatorText } from '../statement/originator-line.ts';
import { sampleRecord } from '../statement/sample-record.ts';

export function printedSample(profile: OfficeProfile): StatementRecord {
  const originator = { organization: 'Fraktion Beispiel', person: 'Alex Muster', function: 'Fraktionsvorsitz' };
  const [signatory] = profile.signatories;
  return {
    ...sampleRecord(),
    bodyName: profile.bodyName,
    answers: [
      {
        reference: 'A0001/26',
        paperType: 'motion',
        originators: [{ ...originator, printed: originatorText(originator) }],
        originatorOrganization: originator.organization,
        originatorPerson: originator.person,
        originatorFunction: originator.function,
      },
    ],
    hinge: profile.hinge.motion.replaceAll('{reference}', 'A0001/26'),
    contact: {
      ourSign: '10/2026-001',
      clerk: 'Kim Beispiel',
      room: '214',
      telephone: profile.address.telephone || '0999 1234',
      email: profile.address.email || 'rathaus@stadt.example',
    },
    signatory: signatory ?? sampleRecord().signatory,
    attachments: [{ name: 'Lageplan' }],
  };
}
