/** Every way the local shell is told to end, so that none of them leaves a lock or a page with a token behind. */

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129, SIGBREAK: 149 } as const;
type Signal = keyof typeof EXIT_CODES;

const signals: readonly Signal[] =
  process.platform === 'win32' ? ['SIGINT', 'SIGHUP', 'SIGBREAK'] : ['SIGINT', 'SIGTERM', 'SIGHUP'];

export interface Ending {
  /** Saves and closes what is open; may take a moment. */
  readonly close: () => Promise<void>;
  /** Removes at once what must not stay; runs last in any case. */
  readonly removeTraces: () => void;
  readonly report: (error: unknown) => void;
}

/** Returns how the program ends itself. Who tells it a second time does not want to wait. */
export function watchEndings(ending: Ending): (code: number) => Promise<never> {
  let isEnding = false;
  const end = async (code: number): Promise<never> => {
    if (isEnding) process.exit(code);
    isEnding = true;
    try {
      await ending.close();
    } catch (error) {
      ending.report(error);
    }
    process.exit(code);
  };
  for (const signal of signals) process.on(signal, () => void end(EXIT_CODES[signal]));
  // Who started us is gone, however it ended: the channel closes.
  if (process.channel) process.on('disconnect', () => void end(EXIT_CODES.SIGTERM));
  process.on('exit', ending.removeTraces);
  process.on('unhandledRejection', ending.report);
  process.on('uncaughtException', (error) => {
    ending.report(error);
    // The window stays open with what was typed: it finds the next start.
    process.exit(70);
  });
  return end;
}
