/** A subject of the release check in which nothing is to be found; tests change what they are about. */
import type { OfficeProfile } from '../../../src-main/contract/settings/office-profile.ts';
import type { Finding, FindingRule } from '../../../src-main/contract/release/shapes.ts';
import type { StatementContent } from '../../../src-main/contract/statement/shapes.ts';
import { builtInProfile } from '../../../src-main/core/office/office-service.ts';
import type { AttachmentAudit } from '../../../src-main/core/reading/attachment-audit.ts';
import { checkRelease } from '../../../src-main/core/release/release-check.ts';
import type { CheckedAttachment, ReleaseSubject } from '../../../src-main/core/release/release-subject.ts';
import { consultation, paragraph, richText, statementContent } from '../../support/builders.ts';

export const NOTHING_HIDDEN: AttachmentAudit = {
  examined: 'whole',
  trackedChanges: 0,
  comments: 0,
  hiddenTexts: [],
  userNames: [],
};

export function sound(
  content: Partial<StatementContent> = {},
  rest: Partial<Omit<ReleaseSubject, 'content' | 'profile'>> = {},
  profile: Partial<OfficeProfile> = {},
): ReleaseSubject {
  return {
    reference: 'S0001/26',
    content: statementContent({
      answers: [{ reference: 'A0001/26', paperType: 'motion', originators: [], printedOriginators: '' }],
      consultations: [consultation({ organization: 'Stadtrat', date: '2026-02-05' })],
      signatory: { name: 'Nora Amtlich', role: 'Beigeordnete', prefix: null },
      ...content,
    }),
    attachments: [],
    points: [],
    emptyHeadings: [],
    unknownReferences: [],
    misspelled: new Set(),
    holidays: new Map(),
    profile: { ...builtInProfile(), ...profile },
    unprintable: [],
    personNames: [],
    today: '2026-02-01',
    clockFault: null,
    ...rest,
  };
}

export const attachment = (changes: Partial<CheckedAttachment> = {}): CheckedAttachment => ({
  id: '00000000-0000-7000-8000-000000000001',
  name: 'Lageplan',
  publicity: 'public',
  hasFile: true,
  fileName: 'lageplan.pdf',
  mimeType: 'application/pdf',
  audit: NOTHING_HIDDEN,
  ...changes,
});

export const rulesOf = (subject: ReleaseSubject): FindingRule[] => checkRelease(subject).map(({ rule }) => rule);
export const ofRule = (subject: ReleaseSubject, rule: FindingRule): readonly Finding[] =>
  checkRelease(subject).filter((finding) => finding.rule === rule);
/** A statement whose reply is this one paragraph. */
export const replying = (words: string, content: Partial<StatementContent> = {}): ReleaseSubject =>
  sound({ reply: richText(paragraph(words, 'block-1')), ...content });
