/** Why an archive is not read, in words for people. */
import { assertNever } from '../../base/assert-never.ts';
import { archiveLimits } from '../../contract/import/texts-de.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import { LARGEST_UNPACKED_BYTES, MOST_ARCHIVE_ENTRIES } from './archive-limits.ts';
import type { ArchiveProblem } from './zip.ts';

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);

/** The sentence for an archive that cannot be read; `format` names what it should have been. */
export function archiveRefusal(file: string, format: string, problem: ArchiveProblem): Refusal {
  switch (problem.reason) {
    case 'too-large':
      return new Refusal('contents-too-large', { file, ...found(problem.sizes) }, { cause: problem });
    case 'encrypted':
      return new Refusal('file-encrypted', { file }, { cause: problem });
    case 'method':
      // What is not known here was known to whoever packed it.
      return new Refusal('document-unreadable', { file, format }, { cause: problem });
    case 'damaged':
      return new Refusal('document-damaged', { file }, { cause: problem });
    default:
      return assertNever(problem.reason);
  }
}

/** The limit, and what was found. */
function found(sizes: readonly number[]): { readonly found: string; readonly limit: string } {
  const parts = archiveLimits.parts(MOST_ARCHIVE_ENTRIES);
  if (sizes.length > MOST_ARCHIVE_ENTRIES) return { found: archiveLimits.more(parts), limit: parts };
  const sum = sizes.reduce((bytes, size) => bytes + size, 0);
  return {
    found: archiveLimits.unpacked(megabytes(sum)),
    limit: archiveLimits.unpacked(megabytes(LARGEST_UNPACKED_BYTES)),
  };
}
