/** What a new statement starts with: the answered paper fills it, so that nothing is typed twice. Pure. */
import { NO_FURTHER } from '../../record/statement-fields.ts';
import { NO_CONTACT, type DraftPublicity } from '../../record/basics.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import { EMPTY_RICH_TEXT } from '../../record/rich-text/rich-text.ts';
import type { DraftConsultation, StatementContent } from '../../contract/statement/shapes.ts';
import type { Paper } from '../paper/paper.ts';

/** The hinge sentence of the office for a paper type, with the number filled in. */
export function hingeFor(paper: Pick<Paper, 'paperType' | 'reference' | 'name'>, profile: OfficeProfile): string {
  const { hinge } = profile;
  const template =
    paper.paperType === 'motion'
      ? hinge.motion
      : paper.paperType === 'amendment'
        ? hinge.amendment
        : paper.paperType === 'inquiry'
          ? hinge.inquiry
          : hinge.other;
  return template.replace('{reference}', () => (paper.reference ?? paper.name).replace(/[\\*]/g, '\\$&'));
}

/** Each body once; what one body does partly in public and partly not is for a person to decide. */
function bodiesOf(answered: Paper | null): Pick<DraftConsultation, 'organization' | 'publicity'>[] {
  const bodies = new Map<string, DraftPublicity>();
  for (const { organization, publicity } of answered?.consultations ?? []) {
    const known = bodies.get(organization) ?? publicity;
    bodies.set(organization, known === publicity ? publicity : 'unknown');
  }
  return [...bodies].map(([organization, publicity]) => ({ organization, publicity }));
}

/** Bodies of the answered paper come along without their dates: a statement is consulted later than what it answers (domain.md §4). */
export function newStatementContent(
  answered: Paper | null,
  profile: OfficeProfile,
  newId: () => string,
  given: { readonly name: string | null; readonly leadUnit: string | null },
): StatementContent {
  return {
    name: given.name ?? answered?.name ?? '',
    date: null,
    publicity: answered?.publicity ?? 'public',
    bodyName: profile.bodyName,
    leadUnit: given.leadUnit ?? '',
    answers: answered
      ? [
          {
            reference: answered.reference ?? '',
            paperType: answered.paperType,
            originators: [...answered.originators],
            printedOriginators: answered.printedOriginators,
          },
        ]
      : [],
    consultations: bodiesOf(answered).map((row) => ({ ...row, id: newId(), date: null, role: null })),
    quotation: answered?.text ?? EMPTY_RICH_TEXT,
    hinge: answered ? hingeFor(answered, profile) : '',
    reply: EMPTY_RICH_TEXT,
    signatory: null,
    receivedOn: answered?.receivedOn ?? null,
    contact: NO_CONTACT,
    ...NO_FURTHER,
  };
}
