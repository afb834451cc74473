/** The reader of attachments, loaded with the first one: most commands never need it. */
import type { AttachmentText } from '../adapters/attachment/attachment-text.ts';
import { NOT_READ } from '../adapters/attachment/file-audit.ts';
import type { FileContent, ReadText } from '../core/ports.ts';
import type { AttachmentAudit } from '../core/release/attachment-audit.ts';

export function lazyTextExtractor(workerFile: URL): {
  readonly text: (file: FileContent) => Promise<ReadText>;
  readonly audit: (file: FileContent) => Promise<AttachmentAudit>;
  readonly close: () => Promise<void>;
} {
  let extractor: Promise<AttachmentText> | undefined;
  let isClosed = false;
  const reader = (): Promise<AttachmentText> =>
    (extractor ??= import('../adapters/attachment/text-extractor.ts').then(({ createTextExtractor }) =>
      createTextExtractor({ workerFile }),
    ));
  return {
    text: async (file) => {
      if (isClosed) return { status: 'refused', text: '', reason: 'closed' };
      return (await reader()).extract(file);
    },
    audit: async (file) => (isClosed ? NOT_READ : (await reader()).audit(file)),
    close: async () => {
      isClosed = true;
      if (extractor) await (await extractor).close();
    },
  };
}
