/** Reads a text of OpenDocument (.odt) as blocks. */
import { documentKinds } from '../../contract/import/texts-de.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import type { FileReading } from '../../core/ports/ports.ts';
import { archiveRefusal } from '../formats/archive-refusal.ts';
import { copyOf } from '../formats/odt/changed-regions.ts';
import { EncryptedOdt, NoOdtText, readOdt } from '../formats/odt/read-odt.ts';
import { XmlProblem } from '../formats/xml.ts';
import { ArchiveProblem, openArchive } from '../formats/zip.ts';

/** @throws Refusal `contents-too-large`, `file-encrypted`, `document-damaged`, `document-unreadable` */
export function readOdtFile(fileName: string, bytes: Uint8Array): FileReading {
  const format = documentKinds.odt;
  try {
    const archive = openArchive(bytes);
    return { kind: 'document', document: readOdt(archive), copyOf: copyOf(archive), source: 'odt' };
  } catch (cause) {
    if (cause instanceof EncryptedOdt) throw new Refusal('file-encrypted', { file: fileName }, { cause });
    if (cause instanceof XmlProblem || cause instanceof NoOdtText)
      throw new Refusal('document-unreadable', { file: fileName, format }, { cause });
    if (cause instanceof ArchiveProblem) throw archiveRefusal(fileName, format, cause);
    throw cause;
  }
}
