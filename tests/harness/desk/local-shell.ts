/** The built local shell as a process of its own. */
import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { accessFolder } from '../../../src-main/shell-local/access-folder.ts';
import { lockFile, readLock } from '../../../src-main/shell-local/instance-lock.ts';
import { builtFolder } from './cli.ts';

export interface LocalShell {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Resolves when the output holds what is looked for. */
  says(what: RegExp): Promise<string>;
  readonly ended: Promise<{ code: number | null; signal: string | null }>;
}

export function watchProcess(child: ChildProcess): LocalShell {
  let output = '';
  let onOutput = (): void => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (data: Buffer) => {
      output += data.toString();
      onOutput();
    });
  }
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) =>
    child.once('exit', (code, signal) => resolve({ code, signal })),
  );
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return {
    child,
    output: () => output,
    ended,
    says: (what) =>
      new Promise((resolve, reject) => {
        onOutput = () => {
          const found = what.exec(output);
          if (found) resolve(found[0]);
        };
        onOutput();
        void ended.then(() => reject(new Error(`the local shell ended: ${output}`)));
      }),
  };
}

export const localEntry = join(builtFolder, 'local.mjs');

export const startShell = (args: readonly string[], options: SpawnOptions = {}): LocalShell =>
  watchProcess(spawn(process.execPath, [localEntry, ...args], options));

/** Names of what must not stay behind: the lock and pages with a token. */
export function tracesIn(folder: string): string[] {
  const { pages } = accessFolder(folder);
  const left = existsSync(pages) ? readdirSync(pages).filter((name) => name.startsWith('oeffnen')) : [];
  return existsSync(lockFile(folder)) ? ['lock', ...left] : left;
}

export function lockOf(folder: string): { readonly port: number; readonly secret: string; readonly pid: number } {
  const lock = readLock(folder);
  if (!lock) throw new Error('there is no lock');
  return lock;
}
