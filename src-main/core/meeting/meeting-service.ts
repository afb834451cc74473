/** Meetings: entered, changed, removed; their papers in agenda order; their distribution lists and their folder. */
import { documents, type Documents } from '../../contract/document/delivery.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import type { Meeting, MeetingAgenda, MeetingInput, MeetingRead } from '../../contract/meeting/shapes.ts';
import type { DocumentFormat } from '../../contract/document/format.ts';
import { meetingTexts } from '../../contract/meeting/texts-de.ts';
import { fold } from '../../base/fold.ts';
import { formatGermanDate } from '../../base/german-date.ts';
import type { DocumentService } from '../output/document-service.ts';
import type { AgendaItem } from '../ports/meeting-ports.ts';
import type { OrganizationEntry, Ports, ReadStores, WriteStores } from '../ports/ports.ts';
import { findMeeting } from './find-meeting.ts';
import { folderFile, listFiles } from './meeting-files.ts';
import { agendaOf } from './meeting-papers.ts';
import { dayOf, parseMeetingStart, timeOf } from '../../base/meeting-start.ts';
import { requireUnchanged } from '../unchanged.ts';

export interface MeetingService {
  /** The latest first. */
  list(): Promise<Meeting[]>;
  /** Without `read` nothing is compared. Refuses with `conflict` when the meeting is another than what was read. */
  save(input: MeetingInput & { readonly read?: MeetingRead }): Promise<Meeting>;
  /** Answers what was removed, so that it can be brought back with `save`. */
  remove(ref: string): Promise<Meeting>;
  papers(ref: string): Promise<MeetingAgenda>;
  /** Refuses with `conflict` when `read` is not the agenda any more. */
  order(input: {
    readonly ref: string;
    readonly papers: readonly AgendaItem[];
    readonly read?: readonly AgendaItem[];
  }): Promise<MeetingAgenda>;
  /** One list per paper and all of them as one document. */
  deliverLists(input: {
    readonly ref: string;
    readonly formats?: readonly DocumentFormat[] | undefined;
  }): Promise<Documents>;
  deliverFolder(input: { readonly ref: string; readonly withNonPublic: boolean }): Promise<Documents>;
}

async function organizationOf(stores: Pick<ReadStores, 'directory'>, name: string): Promise<OrganizationEntry> {
  const wanted = fold(name.trim());
  const known = await stores.directory.organizations();
  const found =
    known.find(({ name }) => fold(name.trim()) === wanted) ??
    known.find(({ shortName }) => wanted !== '' && fold(shortName.trim()) === wanted);
  if (!found) throw new Refusal('organization-unknown', { organization: name.trim() });
  return found;
}

const withoutName = ({ organizationName: _, ...meeting }: Meeting): MeetingRead => meeting;
const itemsOf = ({ papers }: MeetingAgenda): AgendaItem[] => papers.map(({ id, number }) => ({ paperId: id, number }));

async function requireFree(stores: Pick<ReadStores, 'meetings'>, meeting: Meeting): Promise<void> {
  const { id, organizationId, start, organizationName } = meeting;
  const others = await stores.meetings.list();
  if (others.some((other) => other.id !== id && other.organizationId === organizationId && other.start === start)) {
    const details = { organization: organizationName, day: formatGermanDate(dayOf(start)), time: timeOf(start) };
    throw new Refusal('meeting-taken', details);
  }
}

export function meetingService(ports: Ports, sheets: DocumentService): MeetingService {
  const { database, clock } = ports;
  const log = (stores: WriteStores, action: string, entityId: string): Promise<void> =>
    stores.log.append({ action, entity: 'meeting', entityId, revision: null });

  return {
    list: () => database.read(async (stores) => [...(await stores.meetings.list())]),
    save: ({ id, organization, start: typed, location: place, state, read }) =>
      database.write(async (stores) => {
        const { id: organizationId, name: organizationName } = await organizationOf(stores, organization);
        const start = parseMeetingStart(typed, clock.today());
        if (start === undefined) throw new Refusal('meeting-time-invalid', { value: typed.trim() });
        const location = place?.trim() ?? '';
        const meeting = {
          id,
          organizationId,
          organizationName,
          start,
          location: location === '' ? null : location,
          state,
        };
        const stored = await stores.meetings.get(id);
        requireUnchanged({ read, stored: stored ? withoutName(stored) : null, wanted: withoutName(meeting) });
        await requireFree(stores, meeting);
        await stores.meetings.save(meeting);
        await log(stores, 'meeting-saved', id);
        return meeting;
      }),
    remove: (ref) =>
      database.write(async (stores) => {
        const meeting = await findMeeting(stores.meetings, ref);
        // Body and day lead papers back to it; an agenda that somebody set, and links of a meeting that was moved, would be lost.
        if (await stores.meetings.isReferred(meeting)) {
          throw new Refusal('meeting-in-use', {
            meeting: meetingTexts.titleOn(meeting.organizationName, formatGermanDate(dayOf(meeting.start))),
          });
        }
        await stores.meetings.remove(meeting.id);
        await log(stores, 'meeting-removed', meeting.id);
        return meeting;
      }),
    papers: (ref) => database.read(async (stores) => agendaOf(stores, await findMeeting(stores.meetings, ref))),
    order: ({ ref, papers, read }) =>
      database.write(async (stores) => {
        const meeting = await findMeeting(stores.meetings, ref);
        const stored = itemsOf(await agendaOf(stores, meeting));
        const before = new Set(stored.map(({ paperId }) => paperId));
        const items = papers
          .filter(({ paperId }) => before.delete(paperId))
          .map(({ paperId, number }) => ({ paperId, number: number.trim() }));
        requireUnchanged({ read, stored, wanted: items });
        await stores.meetings.setAgenda(meeting.id, items);
        await log(stores, 'meeting-ordered', meeting.id);
        return agendaOf(stores, meeting);
      }),
    deliverLists: async ({ ref, formats = ['pdf'] }) => documents(await listFiles(ports, sheets, ref, formats)),
    deliverFolder: async ({ ref, withNonPublic }) => documents([await folderFile(ports, ref, withNonPublic)]),
  };
}
