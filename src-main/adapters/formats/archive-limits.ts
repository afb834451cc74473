/** What a ZIP archive may unpack to. Judged by the real sizes: how well something packs says nothing about it. */
import { Refusal } from '../../contract/shared/errors.ts';
import { archiveLimits } from '../../contract/import/texts-de.ts';

export const MOST_ARCHIVE_ENTRIES = 5000;
const LARGEST_UNPACKED_BYTES = 200 * 1024 * 1024;

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);

/** Sizes in bytes as the directory promises them. */
export function isBeyondLimits(sizes: readonly number[]): boolean {
  return sizes.length > MOST_ARCHIVE_ENTRIES || sizes.reduce((sum, size) => sum + size, 0) > LARGEST_UNPACKED_BYTES;
}

/** Refuses with `contents-too-large`, naming the limit and what was found. */
export function requireLimits(file: string, sizes: readonly number[]): void {
  if (!isBeyondLimits(sizes)) return;
  const parts = archiveLimits.parts(MOST_ARCHIVE_ENTRIES);
  const limits =
    sizes.length > MOST_ARCHIVE_ENTRIES
      ? { found: archiveLimits.more(parts), limit: parts }
      : {
          found: archiveLimits.unpacked(megabytes(sizes.reduce((sum, size) => sum + size, 0))),
          limit: archiveLimits.unpacked(megabytes(LARGEST_UNPACKED_BYTES)),
        };
  throw new Refusal('contents-too-large', { file, ...limits });
}
