/** Commands from the shell's menus, as long as the window is open. */
import type { ShellCommand } from '../../src-main/contract/shell/procedures.ts';
import type { Core } from './core.ts';

const AGAIN_AFTER_MS = 1500;

export async function watchCommands(
  core: Core,
  signal: AbortSignal,
  run: (command: ShellCommand) => void,
): Promise<void> {
  const isOver = (): boolean => signal.aborted;
  while (!isOver()) {
    try {
      for await (const command of await core.client.shell.commands(undefined, { signal })) run(command);
    } catch {
      // The connection broke; it is opened again by itself, and so is this stream.
    }
    if (!isOver()) await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
  }
}
