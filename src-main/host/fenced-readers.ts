/** Every port through which a stranger's file is read, and the one fence behind them all. */
import { LARGEST_ATTACHMENT_BYTES } from '../contract/attachment/shapes.ts';
import { type ErrorCode, Refusal } from '../contract/shared/errors.ts';
import type { FileContent, Ports, StrangersBackups } from '../core/ports/ports.ts';
import type { FileFence } from '../core/reading/file-fence.ts';
import type { AttachmentAudit } from '../core/reading/attachment-audit.ts';
import type { DocxSigner, PdfSigner } from '../core/ports/signature-ports.ts';

/** After this time a long attachment ends with the pages read so far; the fence waits a little longer. */
const PATIENCE_MS = 15_000;

const NOT_READ: AttachmentAudit = {
  examined: 'failed',
  trackedChanges: 0,
  comments: 0,
  hiddenTexts: [],
  userNames: [],
};

/** Why the words of an attachment are missing, as it is stored beside them. */
const REASONS: Partial<Record<ErrorCode, string>> = {
  'reading-too-slow': 'time',
  'reading-too-large': 'memory',
  'reading-broke-off': 'crash',
  'reading-stopped': 'closed',
};
function reasonOf(error: unknown): string {
  const reason = error instanceof Refusal ? REASONS[error.code] : undefined;
  if (reason === undefined) throw error;
  return reason;
}

export interface FencedReaders {
  readonly ports: Pick<
    Ports,
    | 'files'
    | 'returnedFiles'
    | 'contactLists'
    | 'settingsFile'
    | 'attachmentText'
    | 'attachmentAudit'
    | 'strangersCertificates'
  >;
  readonly verify: { readonly pdf: PdfSigner['verify']; readonly docx: DocxSigner['verify'] };
  readonly strangersBackups: StrangersBackups;
}

export function fencedReaders(fence: FileFence): FencedReaders {
  const patiently = ({ fileName, bytes }: FileContent) => ({ fileName, bytes, patienceMs: PATIENCE_MS });
  const isTooLarge = ({ bytes }: FileContent): boolean => bytes.length > LARGEST_ATTACHMENT_BYTES;
  return {
    ports: {
      files: { read: ({ fileName, bytes, signal }) => fence.read('import', { fileName, bytes }, signal) },
      returnedFiles: ({ fileName, bytes, signal }) => fence.read('returned-file', { fileName, bytes }, signal),
      contactLists: ({ fileName, bytes, signal }) => fence.read('contact-list', { fileName, bytes }, signal),
      settingsFile: ({ fileName, bytes, signal }) => fence.read('settings-file', { fileName, bytes }, signal),
      attachmentText: async (file) => {
        if (isTooLarge(file)) return { status: 'refused', text: '', reason: 'size' };
        try {
          return await fence.read('attachment-text', patiently(file));
        } catch (error) {
          return { status: 'refused', text: '', reason: reasonOf(error) };
        }
      },
      attachmentAudit: async (file, signal) => {
        if (isTooLarge(file)) return NOT_READ;
        try {
          return await fence.read('attachment-audit', patiently(file), signal);
        } catch (error) {
          reasonOf(error);
          return NOT_READ;
        }
      },
      strangersCertificates: {
        read: (bytes, fileName, signal) => fence.read('certificate', { bytes, fileName }, signal),
        describe: (bytes, fileName) => fence.read('certificate-info', { bytes, fileName }),
        judge: (certificates, anchors, use, fileName) =>
          fence.read('certificate-chain', { certificates, anchors, ...use, fileName }),
      },
    },
    verify: {
      pdf: (bytes, fileName, signal) => fence.read('pdf-signatures', { bytes, fileName }, signal),
      docx: (bytes, fileName, signal) => fence.read('docx-signatures', { bytes, fileName }, signal),
    },
    strangersBackups: {
      check: async (path, signal) => {
        await fence.read('backup-check', { fileName: path, path }, signal);
      },
      look: (path, signal) => fence.read('backup-look', { fileName: path, path }, signal),
    },
  };
}
