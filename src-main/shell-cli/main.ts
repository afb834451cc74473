/** Entry of the command line: parses, runs one command, tells the outcome by output and exit code. */
import { keepCompiledCode } from './compile-cache.ts';

// Before anything else is loaded: the second start finds its code compiled.
keepCompiledCode();
const { runCommandLine } = await import('./run-command-line.ts');

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
  errorIsTerminal: process.stderr.isTTY,
  entry: import.meta.url,
});
