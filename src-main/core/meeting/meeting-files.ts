/** The files of a meeting: distribution lists of all its papers, and the folder of what was issued. */
import { Refusal } from '../../contract/shared/errors.ts';
import type { Meeting, MeetingAgenda, MeetingPaper } from '../../contract/meeting/shapes.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import type { DocumentFormat } from '../../contract/document/format.ts';
import { folderTexts, meetingTexts } from '../../contract/meeting/texts-de.ts';
import { formatGermanDate } from '../../base/german-date.ts';
import { attachmentsOf } from '../attachment/attachments-of.ts';
import type { DocumentService } from '../output/document-service.ts';
import { combinedLists } from '../print/combined-lists.ts';
import { meetingFolder, type FolderEntry, type PrintedPaper } from '../print/meeting-folder.ts';
import { requirePrintable } from '../print/printable.ts';
import { PDF_TYPE } from '../print/statement-files.ts';
import type { PrintDocument } from '../print/model.ts';
import { wholeIssue, type IssueChecks } from '../issue/whole-issue.ts';
import type { IssueEntry } from '../ports/issue-ports.ts';
import { currentOffice } from '../office/office-service.ts';
import { referenceFileName } from '../paper/paper-reference.ts';
import { requireDecided } from '../paper/publicity.ts';
import type { FileContent, Ports, ReadStores } from '../ports/ports.ts';
import { draftOf, findStatement } from '../statement/statement-draft.ts';
import { printedRecord } from '../statement/statement-record.ts';
import { findMeeting } from './find-meeting.ts';
import { newestIssueEntry } from '../issue/newest-issue.ts';
import { agendaOf } from './meeting-papers.ts';
import { dayOf } from '../../base/meeting-start.ts';

/** Words and head rows as they were issued; paper, arms and style are the folder's, which is one document. */
async function asIssued(
  checks: IssueChecks,
  stores: ReadStores,
  issue: IssueEntry,
  { style, coatOfArms }: OfficeProfile,
): Promise<PrintedPaper> {
  const { record, profile } = await wholeIssue(checks, stores, issue);
  return { record, profile: { ...profile, style, coatOfArms } };
}

async function asPrintedNow(
  checks: IssueChecks,
  stores: ReadStores,
  paper: MeetingPaper,
  current: OfficeProfile,
): Promise<PrintedPaper & { readonly number: string }> {
  const { number } = paper;
  const isIssued = paper.state === 'issued' || paper.state === 'dispatched';
  const [newest] = isIssued ? await stores.issues.issues(paper.id) : [];
  if (newest) return { number, ...(await asIssued(checks, stores, newest, current)) };
  requireDecided(paper);
  const draft = draftOf(await findStatement(stores, paper.id, current.numberPatterns));
  const entries = await attachmentsOf(stores, paper.id);
  return {
    number,
    profile: current,
    record: printedRecord(draft.reference, draft.content, current, entries, draft.edition),
  };
}

async function folderEntry(
  checks: IssueChecks,
  stores: ReadStores,
  paper: MeetingPaper,
  current: OfficeProfile,
): Promise<FolderEntry> {
  // Not even the title of an undecided paper goes into a folder.
  const publicity = requireDecided(paper);
  const newest = await newestIssueEntry(stores, paper.id);
  const isWithdrawn = newest?.isWithdrawn === true;
  const issued = newest && !isWithdrawn ? await asIssued(checks, stores, newest.entry, current) : null;
  // Whatever became non-public since it was issued stays in the house, and so does what was issued as such.
  const isNonPublic = publicity === 'non-public' || issued?.record.publicity === 'non-public';
  return { ...paper, issued, isWithdrawn, publicity: isNonPublic ? 'non-public' : 'public' };
}

interface Gathered<Entry> {
  readonly meeting: Meeting;
  readonly profile: OfficeProfile;
  readonly papers: MeetingAgenda['papers'];
  readonly entries: readonly Entry[];
}

function gather<Entry>(
  ports: Ports,
  ref: string,
  entryOf: (checks: IssueChecks, stores: ReadStores, paper: MeetingPaper, profile: OfficeProfile) => Promise<Entry>,
): Promise<Gathered<Entry>> {
  return ports.database.read(async (stores) => {
    const { profile } = await currentOffice(stores.office, ports.dataFolder);
    const { meeting, papers } = await agendaOf(stores, await findMeeting(stores.meetings, ref));
    if (papers.length === 0) {
      const details = { organization: meeting.organizationName, day: formatGermanDate(dayOf(meeting.start)) };
      throw new Refusal('meeting-empty', details);
    }
    const entries: Entry[] = [];
    for (const paper of papers) entries.push(await entryOf(ports, stores, paper, profile));
    return { meeting, profile, papers, entries };
  });
}

async function onePdf(ports: Ports, document: PrintDocument, stem: string): Promise<FileContent> {
  requirePrintable(ports.characters, document);
  const bytes = await ports.pdf.write(document, Promise.resolve([]));
  return { fileName: `${referenceFileName(stem)}.pdf`, mimeType: PDF_TYPE, bytes };
}

/** One list per paper, and all of them in one document in the order of the agenda. */
export async function listFiles(
  ports: Ports,
  sheets: DocumentService,
  ref: string,
  formats: readonly DocumentFormat[],
): Promise<readonly FileContent[]> {
  const { meeting, profile, papers, entries } = await gather(ports, ref, asPrintedNow);
  const files: FileContent[] = [];
  for (const { id } of papers) {
    const list = await sheets.deliver({ ref: id, kind: 'distribution-list', formats });
    files.push(...list.files);
  }
  const { organizationName, start } = meeting;
  const all = combinedLists(meeting, entries, profile);
  return [...files, await onePdf(ports, all, meetingTexts.listsFileName(organizationName, dayOf(start)))];
}

export async function folderFile(ports: Ports, ref: string, withNonPublic: boolean): Promise<FileContent> {
  const { meeting, profile, entries } = await gather(ports, ref, folderEntry);
  const { organizationName, start } = meeting;
  const folder = meetingFolder(meeting, entries, profile, withNonPublic);
  return onePdf(ports, folder, folderTexts.fileName(organizationName, dayOf(start)));
}
