/** Entry of the thread for long work: does one task and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '../../contract/shared/errors.ts';
import { workHere, type LongTask, type LongTasks } from './long-work.ts';

export type ThreadAnswer =
  | { readonly kind: 'done'; readonly answer: LongTasks[LongTask]['answer'] }
  | { readonly kind: 'refused'; readonly code: Refusal['code']; readonly details: Refusal['details'] }
  /** `code`: what SQLite or the system calls it. */
  | { readonly kind: 'failed'; readonly message: string; readonly code: string | null };

const port = parentPort;
if (!port) throw new Error('work-thread runs as a worker thread only');

const { task, of } = workerData as { task: LongTask; of: never };

const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;

const answer = await workHere(task, of).then(
  (done): ThreadAnswer => ({ kind: 'done', answer: done }),
  (error: unknown): ThreadAnswer =>
    error instanceof Refusal
      ? { kind: 'refused', code: error.code, details: error.details }
      : { kind: 'failed', message: error instanceof Error ? error.message : String(error), code: codeOf(error) },
);
port.postMessage(answer);
