/** The built local shell; its window is the test's page. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Download, Page } from '@playwright/test';
import { root, runCli, type RunningProgram } from './program.ts';
import { askRunningHost, readLock } from '../../../src-main/shell-local/instance-lock.ts';

export interface LocalProgram extends RunningProgram {
  /** An address with a fresh one-time token. */
  address(): Promise<string>;
  /** Stops it without ending it, as a PC that hangs; goes on with `wake`. */
  freeze(): void;
  wake(): void;
  freezeWhile(work: () => Promise<void>): Promise<void>;
}

export function localProgram(folder: string, page: Page): LocalProgram {
  let child: ChildProcess | undefined;
  const downloads: Download[] = [];
  page.on('download', (download) => downloads.push(download));
  const address = async (): Promise<string> => {
    const lock = readLock(folder);
    const found = lock && (await askRunningHost(lock, 'address'));
    if (!found) throw new Error('the local shell does not answer');
    return found.address;
  };
  return {
    folder,
    address,
    freeze: () => void child?.kill('SIGSTOP'),
    wake: () => void child?.kill('SIGCONT'),
    freezeWhile: async (work) => {
      child?.kill('SIGSTOP');
      await work();
      child?.kill('SIGCONT');
    },
    start: () =>
      new Promise((resolve, reject) => {
        const started = spawn(process.execPath, [join(root, 'dist', 'local.mjs'), '--data', folder, '--no-window']);
        child = started;
        let output = '';
        const onData = (data: Buffer): void => {
          output += data.toString();
          if (output.includes('http://127.0.0.1:')) resolve();
        };
        started.stdout.on('data', onData);
        started.stderr.on('data', onData);
        started.once('exit', () => reject(new Error(`the local shell ended: ${output}`)));
      }),
    openWindow: async () => {
      await page.goto(await address());
      return page;
    },
    delivered: () =>
      Promise.all(
        downloads.map(async (download) => ({
          name: download.suggestedFilename(),
          bytes: readFileSync(await download.path()),
        })),
      ),
    kill: async () => {
      const dying = child;
      if (dying?.exitCode !== null || dying.signalCode !== null) return;
      dying.removeAllListeners('exit');
      const gone = new Promise((resolve) => dying.once('exit', resolve));
      dying.kill('SIGKILL');
      await gone;
    },
    cli: (...args) => runCli(folder, args),
  };
}
