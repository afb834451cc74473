/** What writing files would replace. */
import { readFile, stat } from 'node:fs/promises';
import { systemCode } from '../../core/system/file-errors.ts';
import type { FileToWrite } from './write-files.ts';

export interface ExistingFile {
  readonly path: string;
  /** It carries a signature, as issued files do: what replaces it may carry none. */
  readonly isSigned: boolean;
}

/** Names stand uncompressed in a ZIP archive, and a PDF's signature tells the bytes it covers. */
const SIGNATURE_MARKS = ['/ByteRange', '_xmlsignatures/'];

const isSigned = (bytes: Buffer): boolean => SIGNATURE_MARKS.some((mark) => bytes.includes(mark));

/** Files of the same name and other content. One that cannot be read counts as another one, and as signed. */
export async function existingFiles(files: readonly FileToWrite[]): Promise<readonly ExistingFile[]> {
  const found: ExistingFile[] = [];
  for (const { path, bytes } of files) {
    try {
      const there = (await stat(path)).isFile() ? await readFile(path) : null;
      if (!there?.equals(bytes)) found.push({ path, isSigned: there === null || isSigned(there) });
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') found.push({ path, isSigned: true });
    }
  }
  return found;
}
