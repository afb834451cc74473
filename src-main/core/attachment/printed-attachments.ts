/** Which attachments a paper names and sends along. A non-public attachment never leaves with a public paper. Pure. */
import type { DraftPublicity } from '../../record/basics.ts';
import { isShownIn } from '../paper/publicity.ts';
import {
  endingOf,
  fileNamePart,
  isKindOfDocument,
  isProgram,
  safeFileName,
  seenOnly,
  withoutKind,
} from '../../base/file-name.ts';

interface WithPublicity {
  readonly publicity: DraftPublicity;
}

export const printedAttachments = <T extends WithPublicity>(
  paper: DraftPublicity,
  attachments: readonly T[],
): readonly T[] => attachments.filter((attachment) => isShownIn(paper, attachment.publicity));

/**
 * "Beispiel_Plan 3.pdf" → "Beispiel Plan 3": what the attachment is called until somebody says better. The ending of a
 * program stays, and so does one behind what looks like another one: "brief.pdf" is never the name of "brief.pdf.exe".
 */
export function nameFromFile(fileName: string): string {
  const clean = seenOnly(fileName.replace(/^.*[\\/]/s, ''));
  const ending = endingOf(clean);
  const bare = clean.slice(0, clean.length - ending.length);
  const stem = isProgram(ending) || isKindOfDocument(endingOf(bare)) ? clean : bare;
  const words = stem.replace(/_+/g, ' ').replace(/\s+/g, ' ').trim();
  return words === '' ? 'Anlage' : words;
}

/** "S0386-22 Anlage 2 – Lageplan.pdf"; what file systems refuse becomes "-". */
export function attachmentFileName(
  stem: string,
  label: string,
  number: number,
  name: string,
  fileName: string,
): string {
  const extension = endingOf(fileName).toLowerCase();
  const named = fileNamePart(name, 100);
  // The words never say another kind of file than the file's own name does.
  const words =
    endingOf(named).toLowerCase() === extension ? named.slice(0, named.length - extension.length) : withoutKind(named);
  const parts = [`${fileNamePart(stem)} ${fileNamePart(label)} ${number}`, words];
  return safeFileName(parts.filter(Boolean).join(' – ') + extension);
}
