/** Archives and XML of attachments: what is wrong with them as a reason why nothing was read. */
import { parseXml, XmlProblem, type XmlElement, type XmlReason } from '../formats/xml.ts';
import { ArchiveProblem, openArchive, type ArchiveReason } from '../formats/zip.ts';
import { AttachmentRefusal, type AttachmentReason } from './attachment-text.ts';

const ARCHIVE_REASONS: Readonly<Record<ArchiveReason, AttachmentReason>> = {
  'too-large': 'archive',
  encrypted: 'encrypted',
  method: 'method',
  damaged: 'damaged',
};
const XML_REASONS: Readonly<Record<XmlReason, AttachmentReason>> = {
  doctype: 'doctype',
  broken: 'damaged',
  encoding: 'damaged',
  depth: 'depth',
  large: 'archive',
};

/** What is read from an archive and the XML in it; refuses with the reason. */
export function reasoned<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof ArchiveProblem) throw new AttachmentRefusal(ARCHIVE_REASONS[cause.reason], { cause });
    if (cause instanceof XmlProblem) throw new AttachmentRefusal(XML_REASONS[cause.reason], { cause });
    throw cause;
  }
}

/** Entries whose name is wanted, by name. Refuses with the reason. */
export function unpack(bytes: Uint8Array, wanted: (name: string) => boolean): ReadonlyMap<string, Uint8Array> {
  return reasoned(() => {
    const archive = openArchive(bytes);
    const entries = archive.entries.filter(({ name, isFolder }) => !isFolder && wanted(name));
    return new Map(entries.map((entry) => [entry.name, archive.read(entry)]));
  });
}

/** Refuses with the reason. */
export const rootOf = (bytes: Uint8Array): XmlElement => reasoned(() => parseXml(bytes, { utf16: true }));
