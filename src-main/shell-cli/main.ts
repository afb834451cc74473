/** Entry of the command line: parses, runs one command, tells the outcome by output and exit code. */
import { runCommandLine } from './run-command-line.ts';

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
  errorIsTerminal: process.stderr.isTTY,
});
