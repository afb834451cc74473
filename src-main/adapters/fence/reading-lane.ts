/** One reader and the questions that wait for it. It is started with the first question, and ended when it takes too much or is idle. */
import type { StopSignal } from '../../contract/document/delivery.ts';
import type { Reader, ReaderEnd, ReadingRequest } from './reader.ts';

export type ReadingStop = ReaderEnd | 'time' | 'stopped';
/** What the reader said, or why it said nothing. */
export type LaneResult = { readonly reply: unknown } | { readonly stop: ReadingStop };

export interface LaneOptions {
  readonly start: () => Reader;
  readonly memoryLimitBytes: number;
  readonly idleMs: number;
}
export interface ReadingLane {
  /** Rejects only when the question cannot be sent. */
  ask(request: ReadingRequest, timeLimitMs: number, signal: StopSignal | undefined): Promise<LaneResult>;
  close(): Promise<void>;
}

interface Job {
  readonly request: ReadingRequest;
  readonly timeLimitMs: number;
  readonly settle: (result: LaneResult) => void;
  readonly fail: (error: unknown) => void;
}
interface Running {
  readonly job: Job;
  isStopping: boolean;
  timers: readonly NodeJS.Timeout[];
}
interface Held {
  readonly reader: Reader;
  readonly gone: Promise<undefined>;
}

const MEMORY_LOOK_MS = 50;

export function readingLane({ start, memoryLimitBytes, idleMs }: LaneOptions): ReadingLane {
  const waiting: Job[] = [];
  let held: Held | undefined;
  let running: Running | undefined;
  let idle: NodeJS.Timeout | undefined;
  let isClosed = false;

  /** Settles when it is gone and has given its memory back. */
  const drop = async (): Promise<void> => {
    const old = held;
    held = undefined;
    if (!old) return;
    // Who waits for it must not end before it.
    old.reader.keepProgram(true);
    old.reader.end();
    await old.gone;
  };

  const leave = (): Job | undefined => {
    const left = running;
    running = undefined;
    for (const timer of left?.timers ?? []) clearInterval(timer);
    return left?.job;
  };

  const stop = async (why: ReadingStop): Promise<void> => {
    if (!running || running.isStopping) return;
    running.isStopping = true;
    await drop();
    leave()?.settle({ stop: why });
    next();
  };

  const hold = (): Held => {
    const reader = start();
    const { promise: gone, resolve: isGone } = Promise.withResolvers<undefined>();
    const mine: Held = { reader, gone };
    reader.onReply((reply) => {
      const isAwaited = typeof reply === 'object' && reply !== null && 'id' in reply;
      if (held !== mine || !isAwaited || reply.id !== running?.job.request.id) return;
      reader.keepProgram(false);
      // What one file left behind must not count against the next.
      if ((reader.residentBytes() ?? 0) > memoryLimitBytes / 2) void drop();
      leave()?.settle({ reply });
      next();
    });
    reader.onEnd((why) => {
      isGone(undefined);
      if (held !== mine) return;
      held = undefined;
      leave()?.settle({ stop: why });
      next();
    });
    return mine;
  };

  const run = (job: Job): void => {
    try {
      running = { job, isStopping: false, timers: [] };
      const { reader } = (held ??= hold());
      running.timers = [
        setTimeout(() => void stop('time'), job.timeLimitMs),
        setInterval(() => {
          if ((reader.residentBytes() ?? 0) > memoryLimitBytes) void stop('memory');
        }, MEMORY_LOOK_MS),
      ];
      reader.keepProgram(true);
      reader.post(job.request);
    } catch (error) {
      leave();
      void drop();
      job.fail(error);
      next();
    }
  };

  function next(): void {
    clearTimeout(idle);
    if (running) return;
    const job = waiting.shift();
    if (job) run(job);
    // Waiting for nothing keeps no program running.
    else if (held) idle = setTimeout(() => void drop(), idleMs).unref();
  }

  const cancel = (job: Job): void => {
    const at = waiting.indexOf(job);
    if (at >= 0) {
      waiting.splice(at, 1);
      job.settle({ stop: 'stopped' });
    } else if (running?.job === job) void stop('stopped');
  };

  return {
    ask: (request, timeLimitMs, signal) =>
      new Promise((resolve, reject) => {
        if (isClosed || signal?.aborted === true) {
          resolve({ stop: 'stopped' });
          return;
        }
        const onAbort = (): void => cancel(job);
        const settle = (result: LaneResult): void => {
          signal?.removeEventListener('abort', onAbort);
          resolve(result);
        };
        const job: Job = { request, timeLimitMs, settle, fail: reject };
        signal?.addEventListener('abort', onAbort);
        waiting.push(job);
        next();
      }),
    close: async () => {
      isClosed = true;
      clearTimeout(idle);
      for (const job of waiting.splice(0)) job.settle({ stop: 'stopped' });
      if (running) await stop('stopped');
      await drop();
    },
  };
}
