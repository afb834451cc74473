/** What a new statement starts with: the answered paper fills it, so that nothing is typed twice. Pure. */
import { NO_CONTACT } from '../../contract/basics.ts';
import type { OfficeProfile } from '../../contract/office-profile.ts';
import { EMPTY_RICH_TEXT } from '../../contract/rich-text.ts';
import type { StatementContent } from '../../contract/statement.ts';
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

/** Bodies of the answered paper come along without their dates: a statement is consulted later than what it answers (domain.md §4). */
export function newStatementContent(
  answered: Paper | null,
  profile: OfficeProfile,
  newId: () => string,
  given: { readonly name: string | null; readonly leadUnit: string | null },
): StatementContent {
  const bodies = [...new Set((answered?.consultations ?? []).map((row) => row.organization))];
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
    consultations: bodies.map((organization) => ({
      id: newId(),
      organization,
      date: null,
      role: null,
      publicity: 'public',
    })),
    quotation: answered?.text ?? EMPTY_RICH_TEXT,
    hinge: answered ? hingeFor(answered, profile) : '',
    reply: EMPTY_RICH_TEXT,
    signatory: null,
    contact: NO_CONTACT,
  };
}
