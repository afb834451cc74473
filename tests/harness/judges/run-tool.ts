import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';

export interface ToolResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Debian's tools and Java read file names and write text in the locale's encoding: without this, umlauts break. */
export const toolEnvironment: NodeJS.ProcessEnv = { ...process.env, LC_ALL: 'C.UTF-8', LANGUAGE: 'en' };

const maxOutputBytes = 512 * 1024 * 1024;

/**
 * Runs a program to its end and hands back whatever exit code it gave; the caller decides which codes are verdicts.
 * Throws when the program is missing, is killed by a signal, or runs longer than `timeoutMs`.
 */
export function runTool(command: string, args: readonly string[], timeoutMs = 600_000): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    const options = { env: toolEnvironment, maxBuffer: maxOutputBytes, timeout: timeoutMs };
    execFile(command, [...args], options, (error, stdout, stderr) => {
      if (error === null) resolve({ exitCode: 0, stdout, stderr });
      else if (typeof error.code === 'number') resolve({ exitCode: error.code, stdout, stderr });
      else if (error.killed === true && typeof error.code !== 'string')
        reject(new Error(`${command} did not finish within ${timeoutMs} ms`));
      else reject(new Error(`${command} could not be run: ${error.message}`, { cause: error }));
    });
  });
}

/** The error for a tool that ended without giving a verdict. */
export function toolFailure(what: string, result: ToolResult): Error {
  const said = (result.stderr.trim() || result.stdout.trim()).slice(-2000);
  return new Error(`${what} failed with exit code ${result.exitCode}: ${said || '(it said nothing)'}`);
}

/** Runs a program for which only exit code 0 is a result; gives its standard output. */
export async function outputOf(command: string, args: readonly string[], timeoutMs?: number): Promise<string> {
  const result = await runTool(command, args, timeoutMs);
  if (result.exitCode !== 0) throw toolFailure(command, result);
  return result.stdout;
}

/** Throws when a file cannot be read, so that a missing file is never mistaken for a bad one. */
export async function requireFiles(files: readonly string[]): Promise<void> {
  await Promise.all(
    files.map((file) =>
      access(file).catch((cause: unknown) => {
        throw new Error(`There is no file to judge at ${file}`, { cause });
      }),
    ),
  );
}
