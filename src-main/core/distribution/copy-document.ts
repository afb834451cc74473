/** One copy of an issued paper: the form sheet from what was frozen, with its mark and what this kind shows. Pure. */
import type { CopyKind, ResolvedCopy } from '../../contract/distribution/shapes.ts';
import type { CopyProfile, CopyVisibility } from '../../contract/distribution/copy-profile.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import type { StatementRecord } from '../../record/statement-record.ts';
import { formatGermanDate } from '../../base/german-date.ts';
import { copyKindNames, copyTexts } from '../../contract/distribution/texts-de.ts';
import { formSheet } from '../print/form-sheet.ts';
import type { PrintBlock, PrintDocument, PrintInline } from '../print/model.ts';

export type CopyOf = Pick<ResolvedCopy, 'copyKind' | 'copies' | 'followUp' | 'recipient'>;
type MarkedKind = Exclude<CopyKind, 'original'>;

/** A sentence about a day says nothing where there is none. */
const withDate = (text: string, date: string | null, otherwise: string): string =>
  date === null && text.includes('{date}')
    ? otherwise
    : text.replaceAll('{date}', date === null ? '' : formatGermanDate(date));

export function copyMark({ copyKind, recipient, followUp }: CopyOf, { marks }: CopyProfile): string | null {
  if (copyKind === 'original') return null;
  const mark = withDate(marks[copyKind], followUp, copyTexts.followUpWithoutDate);
  return mark.replaceAll('{recipient}', recipient.name);
}

/** "Verteiler", then "Stadtrat (Original)", "2 × Fraktion … (Abdruck)" on a line each. */
function recipientBlocks(all: readonly CopyOf[]): PrintBlock[] {
  return [
    { kind: 'heading', level: 2, content: [{ kind: 'text', text: copyTexts.recipients }] },
    {
      kind: 'paragraph',
      content: all.flatMap((each, index): PrintInline[] => [
        ...(index === 0 ? [] : [{ kind: 'break' as const }]),
        {
          kind: 'text',
          text: `${copyTexts.pieces(each.copies)}${each.recipient.name} (${copyKindNames[each.copyKind]})`,
        },
      ]),
    },
  ];
}

function closingBlocks(
  copy: CopyOf,
  shows: CopyVisibility,
  profile: CopyProfile,
  all: readonly CopyOf[],
): PrintBlock[] {
  const note = shows.followUpNote ? withDate(profile.followUpNote, copy.followUp, '') : '';
  return [
    ...(note === ''
      ? []
      : [{ kind: 'paragraph' as const, content: [{ kind: 'text' as const, text: note, bold: true as const }] }]),
    ...(shows.recipients && all.length > 0 ? recipientBlocks(all) : []),
  ];
}

/** `all` are the copies of the whole distribution, for the kinds that name them. An original has nothing added and nothing left out. */
export function copyDocument(
  record: StatementRecord,
  profile: OfficeProfile,
  copy: CopyOf,
  all: readonly CopyOf[],
): PrintDocument {
  if (copy.copyKind === 'original') return formSheet(record, profile, true);
  const kind: MarkedKind = copy.copyKind;
  const shows = profile.copies.visibility[kind];
  // What stays in the office is no issue: it shows no picture of a handwritten name.
  return formSheet(record, profile, kind === 'copy', {
    mark: copyMark(copy, profile.copies),
    shows,
    closing: closingBlocks(copy, shows, profile.copies, all),
  });
}
