/** The reader of attachments' words, loaded with the first attachment: most commands never need it. */
import type { AttachmentText } from '../adapters/attachment/attachment-text.ts';
import type { FileContent, ReadText } from '../core/ports.ts';

export function lazyTextExtractor(workerFile: URL): {
  readonly text: (file: FileContent) => Promise<ReadText>;
  readonly close: () => Promise<void>;
} {
  let extractor: Promise<AttachmentText> | undefined;
  let isClosed = false;
  return {
    text: async (file) => {
      if (isClosed) return { status: 'refused', text: '', reason: 'closed' };
      extractor ??= import('../adapters/attachment/text-extractor.ts').then(({ createTextExtractor }) =>
        createTextExtractor({ workerFile }),
      );
      return (await extractor).extract(file);
    },
    close: async () => {
      isClosed = true;
      if (extractor) await (await extractor).close();
    },
  };
}
