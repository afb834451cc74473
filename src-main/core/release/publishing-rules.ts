/** Rules about what a public paper must not give away. Warnings: a person decides, and the reason is kept. */
import { fieldPlace, finding, type ReleaseRule } from './release-rule.ts';
import type { CheckedAttachment, ReleaseSubject } from './release-subject.ts';
import { personalDataIn, publicData } from './personal-data.ts';
import { ownTexts, placeIn } from './text-rules.ts';

const isPublic = ({ content }: ReleaseSubject): boolean => content.publicity === 'public';
const place = (attachment: CheckedAttachment) => fieldPlace(`attachments.${attachment.id}`);
const leaving = (subject: ReleaseSubject): readonly CheckedAttachment[] =>
  isPublic(subject) ? subject.attachments.filter(({ publicity }) => publicity === 'public') : [];

export const attachmentsPublic: ReleaseRule = {
  rule: 'attachment-non-public',
  find: (subject) =>
    isPublic(subject)
      ? subject.attachments
          .filter(({ publicity }) => publicity === 'non-public')
          .map((entry) => finding('attachment-non-public', 'warning', place(entry), { name: entry.name }))
      : [],
};

export const attachmentsArrived: ReleaseRule = {
  rule: 'attachment-file-missing',
  find: ({ attachments, content }) =>
    attachments
      .filter(({ hasFile, publicity }) => !hasFile && (content.publicity === 'non-public' || publicity === 'public'))
      .map((entry) => finding('attachment-file-missing', 'blocking', place(entry), { name: entry.name })),
};

export const noPersonalData: ReleaseRule = {
  rule: 'personal-data',
  find: (subject) =>
    isPublic(subject)
      ? ownTexts(subject).flatMap((checked) =>
          personalDataIn(
            checked.text,
            publicData(subject.personNames, subject.content, subject.profile),
          ).map(({ kind, text, start }) =>
            finding('personal-data', 'warning', placeIn(checked, start, start + text.length), {
              kind,
              text,
              where: subject.profile.labels.statement,
            }),
          ),
        )
      : [],
};

export const noTrackedChanges: ReleaseRule = {
  rule: 'attachment-tracked-changes',
  find: (subject) =>
    leaving(subject).flatMap((entry) =>
      entry.audit && entry.audit.trackedChanges > 0
        ? [
            finding('attachment-tracked-changes', 'warning', place(entry), {
              name: entry.name,
              count: String(entry.audit.trackedChanges),
            }),
          ]
        : [],
    ),
};

export const noComments: ReleaseRule = {
  rule: 'attachment-comments',
  find: (subject) =>
    leaving(subject).flatMap((entry) =>
      entry.audit && entry.audit.comments > 0
        ? [
            finding('attachment-comments', 'warning', place(entry), {
              name: entry.name,
              count: String(entry.audit.comments),
            }),
          ]
        : [],
    ),
};

export const noHiddenText: ReleaseRule = {
  rule: 'attachment-hidden-text',
  find: (subject) =>
    leaving(subject).flatMap((entry) =>
      (entry.audit?.hiddenTexts ?? []).map((text) =>
        finding('attachment-hidden-text', 'warning', place(entry), { name: entry.name, text }),
      ),
    ),
};

export const noUserNames: ReleaseRule = {
  rule: 'attachment-user-names',
  find: (subject) =>
    leaving(subject).flatMap((entry) =>
      entry.audit && entry.audit.userNames.length > 0
        ? [
            finding('attachment-user-names', 'warning', place(entry), {
              name: entry.name,
              text: entry.audit.userNames.join(', '),
            }),
          ]
        : [],
    ),
};
