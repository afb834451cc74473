/**
 * Runs work one at a time: what is asked for during a run is not forgotten, the newest of it runs after it.
 * The work handles its own errors.
 */
export function oneAtATime(): (work: () => Promise<void>) => void {
  let isRunning = false;
  let next: (() => Promise<void>) | null = null;
  const run = async (): Promise<void> => {
    isRunning = true;
    try {
      while (next) {
        const work = next;
        next = null;
        await work();
      }
    } finally {
      isRunning = false;
    }
  };
  return (work) => {
    next = work;
    if (!isRunning) void run();
  };
}
