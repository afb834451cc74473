/** Commands on their way to the window. What is sent before the window listens waits for it; a reloaded window takes over. */
import type { StopSignal } from '../contract/document/delivery.ts';
import type { ShellCommand } from '../contract/shell/procedures.ts';

export interface CommandStream {
  send(command: ShellCommand): void;
  listen(signal: StopSignal | undefined): AsyncGenerator<ShellCommand, void>;
}

/** A file that nobody fetched waits for minutes only; commands older than a handful are of no use either. */
const MOST_WAITING = 20;

export function createCommandStream(): CommandStream {
  const waiting: ShellCommand[] = [];
  let wake = (): void => undefined;
  let newest: object | null = null;

  async function* listen(signal: StopSignal | undefined): AsyncGenerator<ShellCommand, void> {
    const listener = {};
    newest = listener;
    wake();
    const stop = (): void => wake();
    signal?.addEventListener('abort', stop);
    const isCurrent = (): boolean => newest === listener && signal?.aborted !== true;
    try {
      while (isCurrent()) {
        const next = waiting.shift();
        if (next) yield next;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  return {
    send: (command) => {
      waiting.push(command);
      waiting.splice(0, waiting.length - MOST_WAITING);
      wake();
    },
    listen,
  };
}
