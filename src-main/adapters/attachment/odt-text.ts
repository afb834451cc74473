/** Text of an ODT for the search: body, tables, lists, boxes, notes. */
import { EncryptedOdt, NoOdtText, readOdt } from '../formats/odt/read-odt.ts';
import { openArchive } from '../formats/zip.ts';
import { reasoned } from './archive.ts';
import { AttachmentRefusal } from './attachment-text.ts';
import { documentText } from './docx-text.ts';

/** Refuses with the reason. */
export function odtText(bytes: Uint8Array): string {
  try {
    return documentText(reasoned(() => readOdt(openArchive(bytes))));
  } catch (cause) {
    if (cause instanceof NoOdtText) throw new AttachmentRefusal('damaged', { cause });
    if (cause instanceof EncryptedOdt) throw new AttachmentRefusal('encrypted', { cause });
    throw cause;
  }
}
