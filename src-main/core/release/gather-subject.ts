/** Gathers what the release check looks at. */
import { displayName } from '../../base/person-name.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import { attachmentsOf } from '../attachment/attachments-of.ts';
import { formSheet } from '../print/form-sheet.ts';
import type { Ports, ReadStores } from '../ports/ports.ts';
import { draftOf, type LoadedStatement } from '../statement/statement-draft.ts';
import { printedSheet } from '../statement/statement-record.ts';
import { clockFaultNow } from '../clock/clock-fault.ts';
import type { AttachmentAudits } from './attachment-audits.ts';
import type { ReleaseSubject } from './release-subject.ts';

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
    profile,
    unprintable: ports.characters.unprintable(document),
    personNames: (await stores.directory.persons()).map(displayName),
    today: ports.clock.today(),
    clockFault: await clockFaultNow(ports, stores),
  };
}
