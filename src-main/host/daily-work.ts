/**
 * Once a day a backup and the tidying. Looked for soon after an office is open, because the first backup must not wait; done again after an
 * hour, because a window may be open for weeks. One timer at a time, each for one time only: in between nothing wakes the PC.
 */
const FIRST_AFTER_MS = 30_000;
const AGAIN_AFTER_MS = 3_600_000;
/** What went wrong may be over soon: a drive that comes with the network, a file somebody holds open. An office may be set up elsewhere. */
const RETRY_AFTER_MS = 240_000;

/** Calls once after that time, unless it is called off; tests bring their own. */
export type After = (work: () => void, ms: number) => () => void;

export const afterByTimer: After = (work, ms) => {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
};

interface Options {
  /** The data folder of the office that is open; null while there is none. */
  readonly office: () => Promise<string | null>;
  /** False when it could not be done. */
  readonly work: () => Promise<boolean>;
  readonly onError: (error: unknown) => void;
  readonly after: After;
}

interface DailyWork {
  /** Another office may be open now. Never rejects: what changed the office is done. */
  officeChanged(): Promise<void>;
  stop(): Promise<void>;
}

export function startDailyWork({ office, work, onError, after }: Options): DailyWork {
  let running: Promise<void> = Promise.resolve();
  let isStopped = false;
  /** The office the last work was for. */
  let last: string | null = null;
  let callOff: () => void = () => undefined;

  const look = async (): Promise<number> => {
    const open = await office();
    if (open === null) return RETRY_AFTER_MS;
    last = open;
    return (await work()) ? AGAIN_AFTER_MS : RETRY_AFTER_MS;
  };
  const lookAfter = (ms: number): void => {
    callOff();
    callOff = after(() => {
      running = running
        .then(look)
        .catch((error: unknown) => {
          onError(error);
          return RETRY_AFTER_MS;
        })
        .then((next) => {
          if (!isStopped) lookAfter(next);
        });
    }, ms);
  };
  lookAfter(FIRST_AFTER_MS);
  return {
    officeChanged: () =>
      office()
        .then((open) => {
          if (!isStopped && open !== null && open !== last) lookAfter(FIRST_AFTER_MS);
        })
        .catch(onError),
    stop: async () => {
      isStopped = true;
      callOff();
      await running;
    },
  };
}
