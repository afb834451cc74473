/** The worker thread around the readers. Messages: a request with an id, an answer with the same id. */
import { parentPort } from 'node:worker_threads';
import type { AttachmentAudit } from '../../core/release/attachment-audit.ts';
import type { ExtractedText } from './attachment-text.ts';
import { auditFile } from './audit-file.ts';
import { extractText } from './extract-text.ts';

export interface AttachmentRequest {
  readonly id: number;
  readonly wanted: 'text' | 'audit';
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** After this time a long file comes to its end. */
  readonly patienceMs: number;
}
export interface AttachmentAnswer {
  readonly id: number;
  /** As wanted. */
  readonly result: ExtractedText | AttachmentAudit;
}

const port = parentPort;
if (!port) throw new Error('attachment-worker runs as a worker thread only');

// Nothing here has business on the network; what is not there cannot be talked into it.
for (const name of ['fetch', 'WebSocket', 'EventSource']) Reflect.deleteProperty(globalThis, name);

port.on('message', ({ id, wanted, fileName, bytes, patienceMs }: AttachmentRequest) => {
  const started = performance.now();
  const isLate = (): boolean => performance.now() - started > patienceMs;
  const work: Promise<AttachmentAnswer['result']> =
    wanted === 'text' ? extractText(fileName, bytes, isLate) : auditFile(fileName, bytes, isLate);
  void work.then((result) => port.postMessage({ id, result } satisfies AttachmentAnswer));
});
