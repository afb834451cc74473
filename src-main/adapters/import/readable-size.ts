/** How large a file may be to be read at all; looked at before it is. */
import { Refusal } from '../../contract/shared/errors.ts';

export const LARGEST_FILE_BYTES = 50 * 1024 * 1024;

export function requireReadableSize(fileName: string, size: number, limit = LARGEST_FILE_BYTES): void {
  if (size === 0) throw new Refusal('file-empty', { file: fileName });
  if (size > limit) {
    const mb = (bytes: number): string => String(Math.ceil(bytes / 1024 / 1024));
    throw new Refusal('file-too-large', { file: fileName, sizeMb: mb(size), limitMb: mb(limit) });
  }
}
