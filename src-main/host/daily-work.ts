/**
 * Once a day a backup and the tidying. Looked for often, because an office may be set up or changed while the window is open, and the first
 * backup must not wait until the next hour; done again after an hour, because a window may be open for weeks.
 */
const LOOK_EVERY_MS = 30_000;
const AGAIN_AFTER_MS = 3_600_000;
/** What went wrong may be over soon: a drive that comes with the network, a file somebody holds open. */
const RETRY_AFTER_MS = 240_000;

/** Calls again and again until it is stopped; tests bring their own. */
export type Repeat = (work: () => void, everyMs: number) => () => void;

export const repeatByTimer: Repeat = (work, everyMs) => {
  const timer = setInterval(work, everyMs);
  return () => clearInterval(timer);
};

interface Options {
  /** The data folder of the office that is open; null while there is none. */
  readonly office: () => Promise<string | null>;
  /** False when it could not be done. */
  readonly work: () => Promise<boolean>;
  readonly onError: (error: unknown) => void;
  readonly repeat: Repeat;
}

export function startDailyWork({ office, work, onError, repeat }: Options): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  // Counted in looks, so that neither a clock that is set nor a sleeping computer puts it off.
  let last: { readonly office: string; readonly isDone: boolean; looks: number } | null = null;
  const look = async (): Promise<void> => {
    const open = await office();
    if (open === null) return;
    if (last?.office === open) {
      last.looks += 1;
      if (last.looks * LOOK_EVERY_MS < (last.isDone ? AGAIN_AFTER_MS : RETRY_AFTER_MS)) return;
    }
    last = { office: open, isDone: false, looks: 0 };
    last = { office: open, isDone: await work(), looks: 0 };
  };
  const stop = repeat(() => {
    running = running.then(look).catch(onError);
  }, LOOK_EVERY_MS);
  return {
    stop: async () => {
      stop();
      await running;
    },
  };
}
