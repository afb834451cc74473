/**
 * Texts of attachments, read in a worker thread, one file after another. A file may hang, swell or kill the thread: that is its answer, and
 * the next file gets a new thread.
 */
import { Worker } from 'node:worker_threads';
import {
  type AttachmentReason,
  type AttachmentText,
  type ExtractedText,
  LARGEST_ATTACHMENT_BYTES,
} from './attachment-text.ts';
import type { AttachmentAnswer, AttachmentRequest } from './attachment-worker.ts';

export interface TextExtractorOptions {
  readonly workerFile: URL;
  /** For one file, 20 seconds unless told. */
  readonly timeLimitMs?: number;
  /** After this time a long PDF ends with the pages read so far; three quarters of the limit unless told. */
  readonly patienceMs?: number;
  /** For the objects of one file, 512 MB unless told; buffers may take twice as much beside them. */
  readonly memoryLimitMb?: number;
}

const TIME_LIMIT_MS = 20_000;
const MEMORY_LIMIT_MB = 512;
const PATIENCE = 0.75;
const MEMORY_LOOK_MS = 100;
const MB = 1024 * 1024;

const refused = (reason: AttachmentReason): ExtractedText => ({ status: 'refused', text: '', reason });

function reasonOf(error: unknown): AttachmentReason {
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory ? 'memory' : 'crash';
}

export function createTextExtractor(options: TextExtractorOptions): AttachmentText {
  const timeLimitMs = options.timeLimitMs ?? TIME_LIMIT_MS;
  const patienceMs = options.patienceMs ?? timeLimitMs * PATIENCE;
  const memoryLimitMb = options.memoryLimitMb ?? MEMORY_LIMIT_MB;
  let worker: Worker | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let nextId = 1;
  let closed = false;

  const startWorker = (): Worker => {
    const started = new Worker(options.workerFile, {
      resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb },
      env: {},
      execArgv: [],
      // Libraries complain about files there; a stranger's file must not fill our log.
      stdout: true,
      stderr: true,
    });
    started.stdout.resume();
    started.stderr.resume();
    // A thread that dies between two files is forgotten.
    const forget = (): void => {
      if (worker === started) worker = undefined;
    };
    started.on('error', forget);
    started.on('exit', forget);
    return started;
  };

  const dropWorker = async (): Promise<void> => {
    const old = worker;
    worker = undefined;
    await old?.terminate();
  };

  const runOne = (fileName: string, bytes: Uint8Array): Promise<ExtractedText> =>
    new Promise((resolve) => {
      const current = (worker ??= startWorker());
      const id = nextId++;
      const memoryBefore = process.memoryUsage.rss();
      const stopListening = (): void => {
        clearTimeout(timer);
        clearInterval(memoryWatch);
        current.off('message', onMessage);
        current.off('error', onError);
        current.off('exit', onExit);
      };
      const fail = (reason: AttachmentReason): void => {
        stopListening();
        if (worker === current) worker = undefined;
        // Waited for, so that the memory is given back before the next file takes its own.
        void current.terminate().finally(() => resolve(refused(closed ? 'closed' : reason)));
      };
      const onMessage = (answer: AttachmentAnswer): void => {
        if (answer.id !== id) return;
        stopListening();
        // Only a waiting file keeps the program running.
        current.unref();
        resolve(answer.result);
      };
      const onError = (error: unknown): void => fail(reasonOf(error));
      const onExit = (): void => fail('crash');
      const timer = setTimeout(() => fail('time'), timeLimitMs);
      // The limit of the thread counts objects only; what a PDF unpacks lies in buffers beside them.
      const memoryWatch = setInterval(() => {
        if (process.memoryUsage.rss() - memoryBefore > 2 * memoryLimitMb * MB) fail('memory');
      }, MEMORY_LOOK_MS);
      current.ref();
      current.on('message', onMessage);
      current.on('error', onError);
      current.on('exit', onExit);
      current.postMessage({ id, fileName, bytes, patienceMs } satisfies AttachmentRequest);
    });

  return {
    extract: ({ fileName, bytes }) => {
      if (bytes.length > LARGEST_ATTACHMENT_BYTES) return Promise.resolve(refused('size'));
      const result = queue.then(() => (closed ? refused('closed') : runOne(fileName, bytes)));
      queue = result.catch(() => undefined);
      return result;
    },
    close: async () => {
      closed = true;
      await dropWorker();
    },
  };
}
