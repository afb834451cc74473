/** Entry of the command line: parses, runs one command, tells the outcome by output and exit code. */
import * as nodeModule from 'node:module';

// Before anything else is loaded: the second start finds its code compiled. Node 20 has no such thing and is refused below.
if ('enableCompileCache' in nodeModule) nodeModule.enableCompileCache();
const { runCommandLine } = await import('./run-command-line.ts');

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
  errorIsTerminal: process.stderr.isTTY,
  canStartProcess: !('electron' in process.versions),
  entry: import.meta.url,
});
