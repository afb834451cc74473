/** The worker thread around the engine. Messages: a request with an id, an answer with the same id. */
import { parentPort, workerData } from 'node:worker_threads';
import type { PrintDocument } from '../../core/print/model.ts';
import { readTypstAssets } from './engine-files.ts';
import { createTypstEngine, type TypstFormat } from './typst-engine.ts';

export interface TypstRequest {
  readonly id: number;
  readonly format: TypstFormat;
  readonly document: PrintDocument;
}
export type TypstAnswer =
  | { readonly id: number; readonly ok: true; readonly bytes: Uint8Array }
  | { readonly id: number; readonly ok: false; readonly problem: string };

const port = parentPort;
if (!port) throw new Error('typst-worker runs as a worker thread only');

const { assetFolder } = workerData as { assetFolder: string };
const engine = createTypstEngine(readTypstAssets(assetFolder));

port.on('message', ({ id, format, document }: TypstRequest) => {
  engine
    .then((ready) => {
      const bytes = ready.compile(document, format);
      port.postMessage({ id, ok: true, bytes } satisfies TypstAnswer);
    })
    .catch((error: unknown) => {
      const problem = error instanceof Error ? error.message : String(error);
      port.postMessage({ id, ok: false, problem } satisfies TypstAnswer);
    });
});
