/** Long work in a thread of its own, so that the window goes on being answered. */
import { Worker } from 'node:worker_threads';
import { Refusal } from '../../contract/shared/errors.ts';
import type { LongTask, LongTasks, LongWork } from './long-work.ts';
import type { ThreadAnswer } from './work-thread.ts';

class ThreadFailure extends Error {
  readonly code: string | null;

  constructor(message: string, code: string | null) {
    super(message);
    this.name = 'ThreadFailure';
    this.code = code;
  }
}

/** `entry`: the built work-thread.mjs. */
export const workInThread =
  (entry: URL): LongWork =>
  <T extends LongTask>(task: T, of: LongTasks[T]['of']) =>
    new Promise<LongTasks[T]['answer']>((resolve, reject) => {
      const thread = new Worker(entry, { workerData: { task, of }, execArgv: [] });
      thread.once('message', (answer: ThreadAnswer) => {
        if (answer.kind === 'done') resolve(answer.answer);
        else if (answer.kind === 'failed') reject(new ThreadFailure(answer.message, answer.code));
        else reject(new Refusal(answer.code, answer.details));
      });
      thread.once('error', reject);
      thread.once('exit', (code) => reject(new Error(`the thread for ${task} ended with ${code}`)));
    });
