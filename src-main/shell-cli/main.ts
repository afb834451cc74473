/** Entry of the command line: parses, runs one command, tells the outcome by output and exit code. */
import { keepCompiledCode } from './compile-cache.ts';
import { earlyThread } from './early-thread.ts';

// Before anything else is loaded: the second start finds its code compiled.
keepCompiledCode();
const args = process.argv.slice(2);
const typstThread = earlyThread(args, import.meta.url);
const { runCommandLine } = await import('./run-command-line.ts');

process.exitCode = await runCommandLine(args, {
  out: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
  errorIsTerminal: process.stderr.isTTY,
  canStartProcess: !('electron' in process.versions),
  entry: import.meta.url,
  typstThread,
});
