/** Reads a DOCX: the record where it still belongs to the text, else the text itself as blocks. */
import { documentKinds } from '../../contract/import/texts-de.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import type { FileReading } from '../../core/ports/ports.ts';
import { archiveRefusal } from '../formats/archive-refusal.ts';
import { openPackage, type OfficePackage } from '../formats/opc.ts';
import { mainPartOf, NoWordDocument, readWord } from '../formats/word/read-word.ts';
import { copyOf } from '../formats/word/tracked-parts.ts';
import { attributeOf, textOf, XmlProblem } from '../formats/xml.ts';
import { ArchiveProblem, openArchive } from '../formats/zip.ts';
import { RECORD_NAMESPACE, RECORD_PART, textHash } from './embedded-record.ts';

const unreadable = (file: string, cause?: unknown): Refusal =>
  new Refusal('document-unreadable', { file, format: documentKinds.docx }, { cause });

/** Word renames and moves custom parts when it saves, so every one is looked at. */
function embeddedRecord(files: OfficePackage): { json: string; textHash: string } | null {
  const candidates = [RECORD_PART, ...files.names.filter((name) => /^customXml\/item\d+\.xml$/i.test(name))];
  for (const name of candidates) {
    try {
      const root = files.xml(name);
      if (root?.uri === RECORD_NAMESPACE) return { json: textOf(root), textHash: attributeOf(root, 'textHash') ?? '' };
    } catch (error) {
      // Somebody else's data beside the text.
      if (!(error instanceof XmlProblem)) throw error;
    }
  }
  return null;
}

function read(fileName: string, bytes: Uint8Array): FileReading {
  const archive = openArchive(bytes);
  const files = openPackage(archive);
  const main = mainPartOf(files);
  const text = main === undefined ? undefined : files.bytes(main);
  if (!text) throw unreadable(fileName);
  const record = embeddedRecord(files);
  if (record?.textHash === textHash(text)) return { kind: 'record', json: record.json, source: 'docx' };
  const source = record ? 'docx-edited' : 'word';
  return { kind: 'document', document: readWord(archive), copyOf: copyOf(files), source };
}

/** @throws Refusal `contents-too-large`, `file-encrypted`, `document-damaged`, `document-unreadable` */
export function readDocx(fileName: string, bytes: Uint8Array): FileReading {
  try {
    return read(fileName, bytes);
  } catch (cause) {
    if (cause instanceof XmlProblem || cause instanceof NoWordDocument) throw unreadable(fileName, cause);
    if (cause instanceof ArchiveProblem) throw archiveRefusal(fileName, documentKinds.docx, cause);
    throw cause;
  }
}
