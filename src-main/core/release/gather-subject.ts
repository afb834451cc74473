/** Gathers what the release check looks at. */
import { displayName } from '../../base/person-name.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import { attachmentsOf } from '../attachment/attachments-of.ts';
import { openPoints } from '../../contract/point/open-points.ts';
import { formSheet } from '../print/form-sheet.ts';
import type { Ports, ReadStores } from '../ports/ports.ts';
import { draftOf, type LoadedStatement } from '../statement/statement-draft.ts';
import { printedSheet } from '../statement/statement-record.ts';
import { clockFaultNow } from '../clock/clock-fault.ts';
import type { AttachmentAudits } from './attachment-audits.ts';
import type { CheckedPoint, ReleaseSubject } from './release-subject.ts';

async function checkedPoints(
  stores: ReadStores,
  { paper, answered, statement }: LoadedStatement,
): Promise<CheckedPoint[]> {
  const answers = await stores.points.answers(paper.id);
  const byPoint = new Map(answers.map((answer) => [answer.pointId, answer]));
  const sets = await Promise.all(
    answered.map(async ({ id, reference, name }) => ({
      paper: reference ?? name,
      points: (await stores.points.of(id))?.points ?? [],
    })),
  );
  const open = new Set(
    openPoints(
      sets.flatMap(({ points }) => points),
      answers,
      statement.reply,
    ).map(({ id }) => id),
  );
  return sets.flatMap(({ paper: called, points }) =>
    points
      .filter(({ isGroup, change }) => !isGroup && change !== 'gone')
      .map(({ id, label, text }) => ({
        id,
        label,
        text,
        paper: called,
        isOpen: open.has(id),
        isStale: byPoint.get(id)?.isStale === true,
        sameAs: byPoint.get(id)?.sameAs ?? null,
      })),
  );
}

export async function gatherSubject(
  ports: Pick<Ports, 'characters' | 'clock' | 'builtAt'>,
  audits: AttachmentAudits,
  stores: ReadStores,
  loaded: LoadedStatement,
  profile: OfficeProfile,
): Promise<ReleaseSubject> {
  const { reference, content, edition } = draftOf(loaded);
  const entries = await attachmentsOf(stores, loaded.paper.id);
  const attachments = entries.map(({ id, name, publicity, sha512, fileName, mimeType }) => ({
    id,
    name,
    publicity,
    hasFile: sha512 !== null,
    fileName,
    mimeType,
    audit: sha512 === null ? null : audits.of(sha512),
  }));
  const document = formSheet(printedSheet(reference, content, profile, entries, edition), profile);
  return {
    reference,
    content,
    attachments,
    points: await checkedPoints(stores, loaded),
    profile,
    unprintable: ports.characters.unprintable(document),
    personNames: (await stores.directory.persons()).map(displayName),
    today: ports.clock.today(),
    clockFault: await clockFaultNow(ports, stores),
  };
}
