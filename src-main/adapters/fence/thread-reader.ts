/**
 * A reader as a thread of this process, for the packaged command line: it runs without a display, and there Electron starts no process
 * for it (docs/decisions/0026-files-of-strangers.md). A thread holds back neither a native end nor all memory; what it ends is one command.
 */
import { Worker } from 'node:worker_threads';
import type { Reader, ReaderEnd, StartReader } from './reader.ts';

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

export const threadReaders =
  (entry: URL): StartReader =>
  (_use, memoryLimitMb): Reader => {
    const before = process.memoryUsage.rss();
    const worker = new Worker(entry, {
      resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb },
      env: {},
      execArgv: [],
      // Libraries complain about files there; a stranger's file must not fill our log.
      stdout: true,
      stderr: true,
    });
    worker.stdout.resume();
    worker.stderr.resume();
    let why: ReaderEnd = 'crash';
    worker.on('error', (error) => {
      if (isOutOfMemory(error)) why = 'memory';
    });
    return {
      post: (request) => worker.postMessage(request),
      onReply: (listener) => void worker.on('message', listener),
      onEnd: (listener) => void worker.once('exit', () => listener(why)),
      // The limit of the thread counts objects only; buffers lie beside them.
      residentBytes: () => process.memoryUsage.rss() - before,
      keepProgram: (isKept) => {
        if (isKept) worker.ref();
        else worker.unref();
      },
      end: () => void worker.terminate(),
    };
  };
