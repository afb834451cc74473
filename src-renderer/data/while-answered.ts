/** What leads to an act is not waited for while nobody answers: otherwise the act would be done long after the click. */
import { ConnectionLost } from './held-calls.ts';
import type { Connection } from './wire.ts';

export type Answering = Pick<Connection, 'state' | 'onState'>;

/** Rejects with `ConnectionLost` at once when nobody answers, or no longer does before `work` is done; `work` itself goes on. */
export function whileAnswered<T>({ state, onState }: Answering, work: Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const look = (): void => {
      if (state() === 'lost') end(() => reject(new ConnectionLost()));
    };
    const stop = onState(look);
    const end = (settle: () => void): void => {
      stop();
      settle();
    };
    work.then(
      (value) => end(() => resolve(value)),
      (error: unknown) => end(() => reject(error instanceof Error ? error : new Error(String(error)))),
    );
    look();
  });
}
