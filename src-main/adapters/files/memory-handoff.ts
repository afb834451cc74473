/** Files on their way between window and core, kept in memory for a few minutes under names nobody can guess. */
import { randomBytes } from 'node:crypto';
import { Refusal } from '../../contract/shared/errors.ts';
import type { FileContent, Handoff } from '../../core/ports/ports.ts';

const KEPT_MS = 5 * 60 * 1000;
/** A statement with all its attachments must fit (500 MB), with the documents and another preview beside it. */
const MOST_BYTES = 700 * 1024 * 1024;

export function memoryHandoff(now: () => number = Date.now): Handoff {
  const files = new Map<string, { file: FileContent; until: number }>();
  const sweep = (): void => {
    let total = 0;
    for (const [index, [handle, { file, until }]] of [...files].reverse().entries()) {
      total += file.bytes.length;
      // The newest stays whatever its size: a large backup must reach the person.
      if (until < now() || (index > 0 && total > MOST_BYTES)) files.delete(handle);
    }
  };
  return {
    put: (file) => {
      const handle = randomBytes(18).toString('base64url');
      files.set(handle, { file, until: now() + KEPT_MS });
      sweep();
      return handle;
    },
    take: (handle) => {
      sweep();
      const entry = files.get(handle);
      if (!entry) throw new Refusal('offer-expired', {});
      files.delete(handle);
      return entry.file;
    },
  };
}

/** Offers files for download under handles: the delivery of a window without a save dialog. */
export function offerDelivery(handoff: Handoff) {
  return {
    deliver: (files: readonly FileContent[]) =>
      Promise.resolve({
        kind: 'offered' as const,
        files: files.map((file) => ({
          fileName: file.fileName,
          mimeType: file.mimeType,
          size: file.bytes.length,
          handle: handoff.put(file),
        })),
      }),
  };
}
