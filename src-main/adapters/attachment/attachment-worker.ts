/** The worker thread around the readers. Messages: a request with an id, an answer with the same id. */
import { parentPort } from 'node:worker_threads';
import type { ExtractedText } from './attachment-text.ts';
import { extractText } from './extract-text.ts';

export interface AttachmentRequest {
  readonly id: number;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** After this time a long text comes to its end. */
  readonly patienceMs: number;
}
export interface AttachmentAnswer {
  readonly id: number;
  readonly result: ExtractedText;
}

const port = parentPort;
if (!port) throw new Error('attachment-worker runs as a worker thread only');

// Nothing here has business on the network; what is not there cannot be talked into it.
for (const name of ['fetch', 'WebSocket', 'EventSource']) Reflect.deleteProperty(globalThis, name);

port.on('message', ({ id, fileName, bytes, patienceMs }: AttachmentRequest) => {
  const started = performance.now();
  void extractText(fileName, bytes, () => performance.now() - started > patienceMs).then((result) => {
    port.postMessage({ id, result } satisfies AttachmentAnswer);
  });
});
