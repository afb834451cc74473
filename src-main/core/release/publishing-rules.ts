/** Rules about what a public paper must not give away. Warnings: a person decides, and the reason is kept. */
import { findingParts } from '../../contract/release/texts-de.ts';
import type { FindingRule } from '../../contract/release/shapes.ts';
import { isShownIn } from '../paper/publicity.ts';
import { endingContradicts, misleadingEnding } from '../attachment/honest-name.ts';
import { endingOf } from '../../base/file-name.ts';
import type { AttachmentAudit } from '../reading/attachment-audit.ts';
import { fieldPlace, finding, type ReleaseRule } from './release-rule.ts';
import type { CheckedAttachment, ReleaseSubject } from './release-subject.ts';
import { personalDataIn, publicData } from './personal-data.ts';
import { ownTexts, placeIn, type CheckedText } from './text-rules.ts';
import { textBlocks } from '../../record/rich-text/plain-text.ts';

const isPublic = ({ content }: ReleaseSubject): boolean => content.publicity === 'public';
const place = (attachment: CheckedAttachment) => fieldPlace(`attachments.${attachment.id}`);
const leaving = (subject: ReleaseSubject): readonly CheckedAttachment[] =>
  isPublic(subject) ? subject.attachments.filter(({ publicity }) => publicity === 'public') : [];

/** Everything that prints or is named on the page, by whomever it was written. */
function printedTexts(subject: ReleaseSubject): readonly CheckedText[] {
  return [
    ...ownTexts(subject),
    ...textBlocks(subject.content.quotation.content).map(({ id, text }) => ({ field: 'quotation', blockId: id, text })),
    ...leaving(subject).map((entry) => ({ field: place(entry).field, blockId: null, text: entry.name })),
  ];
}

export const attachmentsPublic: ReleaseRule = {
  rule: 'attachment-non-public',
  find: (subject) =>
    isPublic(subject)
      ? subject.attachments
          .filter(({ publicity }) => publicity === 'non-public')
          .map((entry) => finding('attachment-non-public', 'warning', place(entry), { name: entry.name }))
      : [],
};

/** An undecided paper is named by its own finding; with a non-public one everything goes as it is. */
export const attachmentsDecided: ReleaseRule = {
  rule: 'attachment-publicity-unknown',
  find: (subject) =>
    isPublic(subject)
      ? subject.attachments
          .filter(({ publicity }) => publicity === 'unknown')
          .map((entry) => finding('attachment-publicity-unknown', 'blocking', place(entry), { name: entry.name }))
      : [],
};

export const attachmentsArrived: ReleaseRule = {
  rule: 'attachment-file-missing',
  find: ({ attachments, content }) =>
    attachments
      .filter(({ hasFile, publicity }) => !hasFile && isShownIn(content.publicity, publicity))
      .map((entry) => finding('attachment-file-missing', 'blocking', place(entry), { name: entry.name })),
};

/** In a paper of either publicity: whoever opens the file must know what it is. */
export const attachmentNamesHonest: ReleaseRule = {
  rule: 'attachment-name-misleading',
  find: ({ attachments, content }) =>
    attachments
      .filter(({ publicity }) => content.publicity === 'non-public' || publicity === 'public')
      .filter(({ hasFile }) => hasFile)
      .flatMap((entry) => {
        const { name, fileName, mimeType } = entry;
        const ending = endingContradicts(fileName, mimeType) ? endingOf(fileName) : misleadingEnding(name, fileName);
        if (ending === null) return [];
        return [finding('attachment-name-misleading', 'warning', place(entry), { name, ending })];
      }),
};

export const noPersonalData: ReleaseRule = {
  rule: 'personal-data',
  find: (subject) =>
    isPublic(subject)
      ? printedTexts(subject).flatMap((checked) =>
          personalDataIn(checked.text, publicData(subject.personNames, subject.content, subject.profile)).map(
            ({ kind, text, start }) =>
              finding('personal-data', 'warning', placeIn(checked, start, start + text.length), {
                kind,
                text,
                where: findingParts[checked.field.split('.')[0] ?? ''] ?? subject.profile.labels.statement,
              }),
          ),
        )
      : [],
};

/** One rule about what the audit of a file found; `find` gives the details of each finding beside the name of the attachment. */
const auditRule = (
  rule: FindingRule,
  find: (audit: AttachmentAudit) => readonly Readonly<Record<string, string>>[],
): ReleaseRule => ({
  rule,
  find: (subject) =>
    leaving(subject).flatMap((entry) =>
      (entry.audit ? find(entry.audit) : []).map((details) =>
        finding(rule, 'warning', place(entry), { name: entry.name, ...details }),
      ),
    ),
});

/** A kind of file that nobody looks into is said, one that should have been read is to be looked at by a person. */
export const attachmentsExamined: ReleaseRule = {
  rule: 'attachment-not-examined',
  find: (subject) =>
    leaving(subject)
      .filter(({ audit, hasFile }) => hasFile && audit?.examined !== 'whole')
      .map((entry) =>
        finding('attachment-not-examined', entry.audit?.examined === 'unknown' ? 'hint' : 'warning', place(entry), {
          name: entry.name,
        }),
      ),
};

const counted = (count: number) => (count > 0 ? [{ count: String(count) }] : []);

export const noTrackedChanges = auditRule('attachment-tracked-changes', (audit) => counted(audit.trackedChanges));
export const noComments = auditRule('attachment-comments', (audit) => counted(audit.comments));
export const noHiddenText = auditRule('attachment-hidden-text', (audit) => audit.hiddenTexts.map((text) => ({ text })));
export const noUserNames = auditRule('attachment-user-names', ({ userNames }) =>
  userNames.length > 0 ? [{ text: userNames.join(', ') }] : [],
);
