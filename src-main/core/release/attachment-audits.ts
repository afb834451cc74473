/** Audits of attachments, made once per file content and kept in memory. */
import { attachmentsOf } from '../attachment/attachments-of.ts';
import { isStoredFileFault, storedFile } from '../attachment/stored-file.ts';
import type { Ports } from '../ports/ports.ts';
import type { StopSignal } from '../../contract/document/delivery.ts';
import type { AttachmentAudit } from '../reading/attachment-audit.ts';

const MOST_KEPT = 2000;

export interface AttachmentAudits {
  /** Looks into every file of the paper that has not been looked into yet, until the signal ends it: the rest is not examined then. */
  prepare(paperId: string, signal?: StopSignal): Promise<void>;
  /** Null when `prepare` has not seen this content. */
  of(sha512: string): AttachmentAudit | null;
}

export function attachmentAudits(ports: Pick<Ports, 'database' | 'attachmentAudit'>): AttachmentAudits {
  const kept = new Map<string, AttachmentAudit>();
  return {
    prepare: async (paperId, signal) => {
      const entries = await ports.database.read((stores) => attachmentsOf(stores, paperId));
      for (const { sha512, fileName, mimeType } of entries) {
        if (signal?.aborted === true) return;
        if (sha512 === null || kept.has(sha512)) continue;
        const file = await ports.database
          .read((stores) => storedFile(stores, { sha512, fileName, mimeType }))
          .catch((error: unknown) => {
            // The check says of such a file that it was not examined; handing it out is refused.
            if (isStoredFileFault(error)) return null;
            throw error;
          });
        if (!file) continue;
        if (kept.size >= MOST_KEPT) kept.clear();
        const audit = await ports.attachmentAudit(file, signal);
        // What ran out of time or memory, or was ended, is tried again with the next check.
        if (audit.examined !== 'failed') kept.set(sha512, audit);
      }
    },
    of: (sha512) => kept.get(sha512) ?? null,
  };
}
