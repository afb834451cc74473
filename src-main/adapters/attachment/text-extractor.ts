/**
 * Attachments read in a worker thread, one file after another. A file may hang, swell or kill the thread: that is its answer, and
 * the next file gets a new thread.
 */
import { Worker } from 'node:worker_threads';
import type { AttachmentAudit } from '../../core/release/attachment-audit.ts';
import {
  type AttachmentFile,
  type AttachmentReason,
  type AttachmentText,
  type ExtractedText,
  LARGEST_ATTACHMENT_BYTES,
} from './attachment-text.ts';
import { NOT_READ } from './file-audit.ts';
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

type Wanted = AttachmentRequest['wanted'];
type Result = AttachmentAnswer['result'];
const failed = (wanted: Wanted, reason: AttachmentReason): Result => (wanted === 'text' ? refused(reason) : NOT_READ);

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

  const runOne = (wanted: Wanted, { fileName, bytes }: AttachmentFile): Promise<Result> =>
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
        void current.terminate().finally(() => resolve(failed(wanted, closed ? 'closed' : reason)));
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
      current.postMessage({ id, wanted, fileName, bytes, patienceMs } satisfies AttachmentRequest);
    });

  const inTurn = (wanted: Wanted, file: AttachmentFile): Promise<Result> => {
    if (file.bytes.length > LARGEST_ATTACHMENT_BYTES) return Promise.resolve(failed(wanted, 'size'));
    const result = queue.then(() => (closed ? failed(wanted, 'closed') : runOne(wanted, file)));
    queue = result.catch(() => undefined);
    return result;
  };

  return {
    extract: (file) => inTurn('text', file) as Promise<ExtractedText>,
    audit: (file) => inTurn('audit', file) as Promise<AttachmentAudit>,
    close: async () => {
      closed = true;
      await dropWorker();
    },
  };
}
