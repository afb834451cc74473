/** The sample beside the settings: every part of the form sheet that a setting changes shows on it. No real paper. */
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import type { StatementRecord } from '../../record/statement-record.ts';
import { FIELDS, withValueAt, type StatementField } from '../../record/statement-fields.ts';
import { originatorText } from '../statement/originator-line.ts';
import { sampleRecord } from '../statement/sample-record.ts';

const LISTED: readonly StatementField[] = FIELDS;

export function printedSample(profile: OfficeProfile): StatementRecord {
  const originator = { organization: 'Fraktion Beispiel', person: 'Alex Muster', function: 'Fraktionsvorsitz' };
  const [signatory] = profile.signatories;
  const sample: StatementRecord = {
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
    signatory: signatory ?? sampleRecord().signatory,
    attachments: [{ name: 'Lageplan' }],
  };
  const own: Readonly<Record<string, string>> = {
    'contact.telephone': profile.address.telephone,
    'contact.email': profile.address.email,
  };
  return LISTED.reduce(
    (made, field) => (field.sample === undefined ? made : withValueAt(made, field.key, own[field.key] || field.sample)),
    sample,
  );
}
