/**
 * The typesetter: one worker thread, requests one after another, a waiting preview gives way to a newer one, a time limit each, a new
 * worker after a crash and after every hundred documents (the engine's caches only grow), none while nobody writes.
 */
import { Worker } from 'node:worker_threads';
import { Refusal } from '../../contract/shared/errors.ts';
import type { PrintDocument } from '../../core/print/model.ts';
import type { PreviewWriter, Typesetter } from '../../core/ports/ports.ts';
import { expectOfEngine } from './engine-flags.ts';
import { requireTypstAssets } from './typst-assets.ts';
import type { TypstFormat } from './typst-engine.ts';
import type { TypstAnswer, TypstRequest } from './typst-worker.ts';
import { problems } from '../../contract/shared/problems-de.ts';

export interface TypesetterOptions {
  readonly workerFile: URL;
  readonly assetFolder: string;
  /** A thread of the same file that somebody started already. */
  readonly firstThread?: Worker | null;
  readonly timeLimitMs?: number;
  readonly documentsPerWorker?: number;
  /** After this time without a document the thread ends and gives its memory back. */
  readonly idleMs?: number;
}

export interface TypstTypesetter extends Typesetter, PreviewWriter {
  /** A thread is there. */
  isAwake(): boolean;
  /** Lets the engine warm up on the document. */
  warmUp(document: PrintDocument, rounds: number): Promise<void>;
  close(): Promise<void>;
}

interface Job {
  readonly format: TypstFormat;
  readonly document: PrintDocument;
  readonly resolve: (bytes: Uint8Array | undefined) => void;
  readonly reject: (error: unknown) => void;
}

const TIME_LIMIT_MS = 120_000;
const DOCUMENTS_PER_WORKER = 100;
const IDLE_MS = 600_000;

export function createTypesetter(options: TypesetterOptions): TypstTypesetter {
  const timeLimitMs = options.timeLimitMs ?? TIME_LIMIT_MS;
  const limit = options.documentsPerWorker ?? DOCUMENTS_PER_WORKER;
  const waiting: Job[] = [];
  let firstThread = options.firstThread ?? null;
  let worker: Worker | undefined;
  let done = 0;
  let nextId = 1;
  let busy = false;
  let closed = false;
  let idle: NodeJS.Timeout | undefined;

  const startWorker = (): Worker => {
    // Looked at here, so that a missing file is a sentence and not a dead thread.
    requireTypstAssets(options.assetFolder);
    const waiting = firstThread;
    firstThread = null;
    // An id of -1: it has ended.
    const isThere = waiting !== null && waiting.threadId !== -1;
    if (!isThere) expectOfEngine('many documents');
    const started = isThere
      ? waiting
      : new Worker(options.workerFile, { workerData: { assetFolder: options.assetFolder } });
    // A thread that dies between two documents is forgotten; the next document gets a new one.
    const forget = (): void => {
      if (worker === started) worker = undefined;
    };
    started.on('error', forget);
    started.on('exit', forget);
    started.unref();
    done = 0;
    return started;
  };

  const dropWorker = async (): Promise<void> => {
    const old = worker;
    worker = undefined;
    await old?.terminate();
  };

  const runOne = (job: Job): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      const current = (worker ??= startWorker());
      const id = nextId++;
      const finish = (act: () => void): void => {
        clearTimeout(timer);
        current.off('message', onMessage);
        current.off('error', onFailure);
        current.off('exit', onExit);
        act();
      };
      const fail = (problem: string): void => {
        finish(() => {
          void dropWorker();
          reject(new Refusal('render-failed', { problem }));
        });
      };
      const onMessage = (answer: TypstAnswer): void => {
        if (answer.id !== id) return;
        if (answer.ok) finish(() => resolve(answer.bytes));
        else fail(answer.problem);
      };
      const onFailure = (error: Error): void => fail(error.message);
      const onExit = (): void => fail(problems.typesettingEnded);
      const timer = setTimeout(() => fail(problems.typesettingTooLong(Math.round(timeLimitMs / 1000))), timeLimitMs);
      current.on('message', onMessage);
      current.on('error', onFailure);
      current.on('exit', onExit);
      current.postMessage({ id, format: job.format, document: job.document } satisfies TypstRequest);
    });

  const pump = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    clearTimeout(idle);
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      try {
        if (closed) throw new Refusal('render-failed', { problem: problems.programEnds });
        const bytes = await runOne(job);
        job.resolve(bytes);
        done += 1;
        if (done >= limit) await dropWorker();
      } catch (error) {
        job.reject(error);
      }
    }
    busy = false;
    if (worker) idle = setTimeout(() => void dropWorker(), options.idleMs ?? IDLE_MS).unref();
  };

  /** A newer preview takes the place of one that waits; warming up waits itself, so that no page stays without its preview. */
  const enqueue = (format: TypstFormat, document: PrintDocument, isWarmUp = false): Promise<Uint8Array | undefined> =>
    new Promise((resolve, reject) => {
      if (format === 'vector' && !isWarmUp) {
        for (let at = waiting.length - 1; at >= 0; at -= 1) {
          if (waiting[at]?.format === 'vector') waiting.splice(at, 1)[0]?.resolve(undefined);
        }
      }
      waiting.push({ format, document, resolve, reject });
      void pump();
    });

  return {
    pdf: async (document) => {
      const bytes = await enqueue('pdf', document);
      if (!bytes) throw new Error('a PDF request was dropped');
      return bytes;
    },
    preview: (document) => enqueue('vector', document),
    isAwake: () => worker !== undefined,
    warmUp: async (document, rounds) => {
      for (let round = 0; round < rounds && !closed; round += 1)
        await enqueue('vector', document, true).catch(() => undefined);
    },
    close: async () => {
      closed = true;
      clearTimeout(idle);
      await dropWorker();
    },
  };
}
