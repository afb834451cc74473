/** What a ZIP archive may unpack to. Judged by the real sizes: how well something packs says nothing about it. */

export const MOST_ARCHIVE_ENTRIES = 5000;
export const LARGEST_UNPACKED_BYTES = 200 * 1024 * 1024;

/** Sizes in bytes as the directory promises them. */
export function isBeyondLimits(sizes: readonly number[]): boolean {
  return sizes.length > MOST_ARCHIVE_ENTRIES || sizes.reduce((sum, size) => sum + size, 0) > LARGEST_UNPACKED_BYTES;
}
