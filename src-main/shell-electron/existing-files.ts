/** What a delivery into a folder would replace there, and the question to the person about it. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { MessageBoxOptions } from 'electron';
import type { FileToWrite } from '../adapters/files/write-files.ts';
import { shellTexts } from '../contract/shell/texts-de.ts';
import { systemCode } from '../core/system/file-errors.ts';

export interface ExistingFile {
  readonly name: string;
  /** It carries a signature, as issued files do: what replaces it may carry none. */
  readonly isSigned: boolean;
}

/** Names stand uncompressed in a ZIP archive, and a PDF's signature tells the bytes it covers. */
const SIGNATURE_MARKS = ['/ByteRange', '_xmlsignatures/'];
const MOST_NAMED = 12;

const isSigned = (bytes: Buffer): boolean => SIGNATURE_MARKS.some((mark) => bytes.includes(mark));

/** Files of the same name and other content. One that cannot be read counts as another one, and as signed. */
export async function existingFiles(files: readonly FileToWrite[]): Promise<readonly ExistingFile[]> {
  const found: ExistingFile[] = [];
  for (const { path, bytes } of files) {
    try {
      const there = await readFile(path);
      if (!there.equals(bytes)) found.push({ name: basename(path), isSigned: isSigned(there) });
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') found.push({ name: basename(path), isSigned: true });
    }
  }
  return found;
}

const CHOICES = ['otherFolder', 'replace', 'cancel'] as const;
type Choice = (typeof CHOICES)[number];

/** Another folder is proposed: nothing is replaced by the Enter key. */
export function replaceQuestion(existing: readonly ExistingFile[]): {
  readonly box: MessageBoxOptions;
  readonly choiceAt: (button: number) => Choice;
} {
  const { replace: t } = shellTexts;
  const shown = existing.slice(0, MOST_NAMED).map(({ name, isSigned: signed }) => t.name(name, signed));
  const left = existing.length - shown.length;
  return {
    box: {
      type: 'warning',
      title: t.title,
      message: t.message(existing.length),
      detail: [...shown, ...(left > 0 ? [t.more(left)] : [])].join('\n'),
      buttons: CHOICES.map((choice) => t[choice]),
      defaultId: CHOICES.indexOf('otherFolder'),
      cancelId: CHOICES.indexOf('cancel'),
      noLink: true,
    },
    choiceAt: (button) => CHOICES[button] ?? 'cancel',
  };
}
