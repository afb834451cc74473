/** Reads a copy that was given out for editing and came back: a Word file, or what another program saved it as. */
import { documentKinds } from '../../contract/import/texts-de.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import type { StrangersFile } from '../../contract/document/delivery.ts';
import type { ReturnedFile } from '../../core/ports/returned-file.ts';
import { archiveRefusal } from '../formats/archive-refusal.ts';
import { EncryptedOdt, NoOdtText } from '../formats/odt/read-odt.ts';
import { readTrackedOdt } from '../formats/odt/read-tracked-odt.ts';
import { readTrackedWord } from '../formats/word/read-tracked.ts';
import { NoWordDocument } from '../formats/word/read-word.ts';
import { XmlProblem } from '../formats/xml.ts';
import { ArchiveProblem, openArchive } from '../formats/zip.ts';
import { refuseByName } from './file-reader.ts';
import { requireReadableSize } from './readable-size.ts';

const ODT = 'application/vnd.oasis.opendocument.text';

/** `mimeType`: as its first bytes say. @throws Refusal `review-format`, `file-encrypted`, `document-damaged`, `document-unreadable`, `contents-too-large`, `format-not-importable` */
export function readReturnedFile({ fileName, bytes }: StrangersFile, mimeType: string): ReturnedFile {
  requireReadableSize(fileName, bytes.length);
  const isOdt = mimeType === ODT;
  if (!isOdt) refuseByName(fileName, bytes, mimeType);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new Refusal('review-format', { file: fileName });
  const format = isOdt ? documentKinds.odt : documentKinds.docx;
  try {
    const archive = openArchive(bytes);
    return isOdt ? readTrackedOdt(archive) : readTrackedWord(archive);
  } catch (cause) {
    if (cause instanceof EncryptedOdt) throw new Refusal('file-encrypted', { file: fileName }, { cause });
    if (cause instanceof XmlProblem || cause instanceof NoOdtText || cause instanceof NoWordDocument)
      throw new Refusal('document-unreadable', { file: fileName, format }, { cause });
    if (cause instanceof ArchiveProblem) throw archiveRefusal(fileName, format, cause);
    throw cause;
  }
}
