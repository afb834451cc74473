/** `--cli`: the packaged program runs the built command line instead of a window. */
import type { App } from 'electron';
import { sentenceFor } from '../contract/shared/errors-de.ts';
import { shellTexts } from '../contract/shell/texts-de.ts';

/** On Windows a pipe is written in the background; what is not out yet would be lost with the process. */
const flushed = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => stream.write('', () => resolve()));

/** `commandLine` is the address of the built `cli.mjs`, which reads its arguments from the process, as under Node. */
export async function runCommandLineMode(app: App, args: readonly string[], commandLine: URL): Promise<void> {
  const command = args.find((word, at) => !word.startsWith('--') && args[at - 1] !== '--data');
  if (command === 'serve') {
    const problem = shellTexts.commandLine.serveNeedsNode;
    process.stderr.write(`${JSON.stringify({ code: 'usage', message: sentenceFor('usage', { problem }) })}\n`);
    process.exitCode = 2;
  } else {
    process.argv = [process.execPath, 'stellwerk', ...args];
    await import(commandLine.href);
  }
  await flushed(process.stdout);
  await flushed(process.stderr);
  app.exit(Number(process.exitCode ?? 0));
}
