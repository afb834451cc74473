/** Which attachments a paper names and sends along. A non-public attachment never leaves with a public paper. Pure. */
import type { DraftPublicity } from '../../contract/basics.ts';
import { isShownIn } from '../paper/publicity.ts';
import { fileNamePart } from '../text/file-name.ts';

/** An ending has a letter: "Protokoll 12.03.2026" ends with a year, not with a kind of file. */
const ENDING = /\.(?=[0-9]*[A-Za-z])[A-Za-z0-9]{1,5}$/;

interface WithPublicity {
  readonly publicity: DraftPublicity;
}

export const printedAttachments = <T extends WithPublicity>(
  paper: DraftPublicity,
  attachments: readonly T[],
): readonly T[] => attachments.filter((attachment) => isShownIn(paper, attachment.publicity));

/** "Beispiel_Plan 3.pdf" → "Beispiel Plan 3": what the attachment is called until somebody says better. */
export function nameFromFile(fileName: string): string {
  const stem = fileName.replace(/^.*[\\/]/, '').replace(ENDING, '');
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
  const extension = ENDING.exec(fileName)?.[0].toLowerCase() ?? '';
  const parts = [`${fileNamePart(stem)} ${fileNamePart(label)} ${number}`, fileNamePart(name, 100)];
  return parts.filter(Boolean).join(' – ') + extension;
}
