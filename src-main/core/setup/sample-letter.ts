/** The sample letter beside the settings: every part that a setting changes shows on it. No real paper. */
import type { LetterContent } from '../../contract/letter/shapes.ts';
import type { LetterKind } from '../../contract/letter/kinds.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import { printedSample } from '../settings/printed-sample.ts';
import { newLetter } from '../letter/new-letter.ts';

export function sampleLetter(kind: LetterKind, profile: OfficeProfile): LetterContent {
  const { reference, name, leadUnit, answers, consultations, signatory, contact } = printedSample(profile);
  const recipient = {
    lines: ['Fraktion Beispiel', 'Frau Alex Muster', 'Musterweg 1', '00000 Musterstadt'],
    organization: 'Fraktion Beispiel',
    persons: [{ formOfAddress: 'Frau' as const, title: '', givenName: 'Alex', familyName: 'Muster', function: '' }],
  };
  return newLetter(
    {
      kind,
      matter: {
        reference,
        name,
        publicity: 'public',
        leadUnit,
        answered: answers.map(({ reference: number, paperType, originators }) => ({
          reference: number,
          paperType,
          date: '2026-01-12',
          originators,
        })),
        consultations,
        signatory,
        contact,
      },
      recipient,
      recipientName: 'Frau Alex Muster',
      date: '2026-01-15',
      deadline: '2026-01-26',
      newDeadline: '2026-02-09',
    },
    profile,
  );
}
