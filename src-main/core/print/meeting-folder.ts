/** The meeting folder (Sitzungsmappe): cover, contents, then every issued statement in agenda order. Pure, from frozen records. */
import type { Publicity } from '../../record/basics.ts';
import type { Meeting } from '../../contract/meeting/shapes.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import type { StatementRecord } from '../../record/statement-record.ts';
import { folderTexts, meetingStates, meetingTexts } from '../../contract/meeting/texts-de.ts';
import { formatGermanDate, weekdayName } from '../../base/german-date.ts';
import { formSheet } from './form-sheet.ts';
import { correctionSuffix, letterheadBlock, pageFrame } from './frame.ts';
import type { PrintBlock, PrintDocument } from './model.ts';

export interface PrintedPaper {
  readonly record: StatementRecord;
  readonly profile: OfficeProfile;
}
export interface FolderEntry {
  /** Number on the agenda, or empty. */
  readonly number: string;
  readonly reference: string | null;
  readonly name: string;
  readonly publicity: Publicity;
  /** Null as long as nothing was issued that still holds. */
  readonly issued: PrintedPaper | null;
  readonly isWithdrawn: boolean;
}

type Of<K extends PrintBlock['kind']> = Extract<PrintBlock, { kind: K }>;
type ContentsEntry = Of<'contents'>['entries'][number];

/** Longer names would break the line of the footer; the cover has said them. */
const LONGEST_IN_FOOTER = 40;

/** "TOP 7.1 · S0021/26"; a number that names itself ("TOP 7.1", "Ö 12") stands as it was entered. */
export function agendaMark(number: string, reference: string): string {
  if (number === '') return reference;
  return [/^\p{L}/u.test(number) ? number : meetingTexts.agendaNumber(number), reference].join(' · ');
}

function cover(meeting: Meeting, profile: OfficeProfile, entries: readonly FolderEntry[], shown: boolean): PrintBlock {
  const day = meeting.start.slice(0, 10);
  const nonPublic = entries.filter(({ publicity }) => publicity === 'non-public').length;
  const holdsNonPublic = shown && entries.some(({ publicity, issued }) => publicity === 'non-public' && issued);
  const facts = [
    { label: folderTexts.day, value: `${weekdayName(day)}, ${formatGermanDate(day)}` },
    { label: folderTexts.begin, value: meetingTexts.clock(meeting.start.slice(11, 16)) },
    ...(meeting.location === null ? [] : [{ label: folderTexts.place, value: meeting.location }]),
    ...(meeting.state === 'cancelled' ? [{ label: folderTexts.state, value: meetingStates.cancelled }] : []),
  ];
  const { bodyName, coatOfArms } = letterheadBlock(profile.bodyName, profile) as Of<'letterhead'>;
  return {
    kind: 'cover',
    bodyName,
    coatOfArms,
    title: folderTexts.title,
    subtitle: meeting.organizationName,
    facts,
    notices: [
      holdsNonPublic ? folderTexts.withNonPublic : folderTexts.publicOnly,
      ...(shown || nonPublic === 0 ? [] : [folderTexts.leftOut(nonPublic)]),
    ],
    noticeMarked: holdsNonPublic,
  };
}

function part({ record, profile }: PrintedPaper, number: string, folder: string, shown: OfficeProfile): PrintBlock {
  const reference = record.reference ?? profile.labels.draft;
  const words = [reference, ...(record.publicity === 'non-public' ? [profile.labels.nonPublic] : []), folder];
  return {
    kind: 'part',
    title: `${reference}${correctionSuffix(record, profile)} – ${record.name}`,
    mark: agendaMark(number, reference),
    footer: pageFrame(shown, words).footer,
    blocks: formSheet(record, profile).blocks,
  };
}

/** A non-public paper that is left out is named by its number only: its title stays in the house, too. */
function contentsEntry(entry: FolderEntry, isLeftOut: boolean, draft: string, part: number): ContentsEntry {
  const { number, issued } = entry;
  const reference = issued?.record.reference ?? entry.reference ?? draft;
  if (isLeftOut) return { number, reference, name: '', note: folderTexts.nonPublic, part: null };
  if (issued) return { number, reference, name: issued.record.name, note: null, part };
  const note = entry.isWithdrawn ? folderTexts.withdrawn : folderTexts.notIssued;
  return { number, reference, name: entry.name, note, part: null };
}

export function meetingFolder(
  meeting: Meeting,
  entries: readonly FolderEntry[],
  profile: OfficeProfile,
  withNonPublic: boolean,
): PrintDocument {
  const day = meeting.start.slice(0, 10);
  const named = meetingTexts.titleOn(meeting.organizationName, formatGermanDate(day));
  const title = `${folderTexts.title} ${named}`;
  const footed = meeting.organizationName.length > LONGEST_IN_FOOTER ? formatGermanDate(day) : named;
  const contents: ContentsEntry[] = [];
  const parts: PrintBlock[] = [];
  for (const entry of entries) {
    const isLeftOut = entry.publicity === 'non-public' && !withNonPublic;
    contents.push(contentsEntry(entry, isLeftOut, profile.labels.draft, parts.length));
    if (entry.issued && !isLeftOut) parts.push(part(entry.issued, entry.number, footed, profile));
  }
  return {
    ...pageFrame(profile, [`${folderTexts.title} ${footed}`]),
    properties: { title, author: profile.bodyName, subject: meeting.organizationName, date: day, language: 'de-DE' },
    blocks: [
      cover(meeting, profile, entries, withNonPublic),
      { kind: 'contents', title: folderTexts.contents, header: folderTexts.columns, entries: contents },
      ...parts,
    ],
  };
}
