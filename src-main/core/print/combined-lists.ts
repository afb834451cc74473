/** The distribution lists of a meeting as one document: every list counts its own pages, as if it lay there alone. */
import type { Meeting } from '../../contract/meeting/shapes.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import { meetingTexts } from '../../contract/meeting/texts-de.ts';
import { formatGermanDate } from '../../base/german-date.ts';
import { distributionList } from './distribution-list.ts';
import { pageFrame } from './frame.ts';
import { agendaMark, type PrintedPaper } from './meeting-folder.ts';
import type { PrintBlock, PrintDocument } from './model.ts';

export function combinedLists(
  meeting: Meeting,
  papers: readonly (PrintedPaper & { readonly number: string })[],
  profile: OfficeProfile,
): PrintDocument {
  const day = meeting.start.slice(0, 10);
  const title = [meetingTexts.lists, meetingTexts.titleOn(meeting.organizationName, formatGermanDate(day))].join(' ');
  return {
    ...pageFrame(profile, [title]),
    properties: { title, author: profile.bodyName, subject: meeting.organizationName, date: day, language: 'de-DE' },
    blocks: papers.map(({ record, profile: words, number }): PrintBlock => {
      const { footer, blocks } = distributionList(record, words);
      const reference = record.reference ?? words.labels.draft;
      return {
        kind: 'part',
        title: `${reference} – ${record.name}`,
        mark: agendaMark(number, reference),
        footer: footer.replace('{page}', '{partPage}').replace('{pages}', '{partPages}'),
        blocks,
      };
    }),
  };
}
