/** The one way by which kept bytes leave: compared with the digest they stand under, under a name that says what they are. */
import { Refusal } from '../../contract/shared/errors.ts';
import type { FileContent, ReadStores } from '../ports/ports.ts';
import { honestName } from './honest-name.ts';

interface Kept {
  readonly sha512: string;
  readonly fileName: string;
  readonly mimeType: string;
  /** In bytes, where the row says it. */
  readonly size?: number;
}

/** Refuses with `stored-file-altered` and `stored-file-missing`. */
export async function storedFile(
  stores: Pick<ReadStores, 'attachments'>,
  { sha512, fileName, mimeType, size }: Kept,
): Promise<FileContent> {
  const bytes = await stores.attachments.bytes(sha512, fileName);
  // The digest may have been changed with the row: then it is that of another file.
  if (size !== undefined && size !== bytes.length) throw new Refusal('stored-file-altered', { file: fileName });
  return { fileName: honestName(fileName, mimeType), mimeType, bytes };
}

/** Whether somebody can act on it by bringing back a backup. */
export const isStoredFileFault = (error: unknown): error is Refusal =>
  error instanceof Refusal && (error.code === 'stored-file-altered' || error.code === 'stored-file-missing');
