/** The built local shell; its window is the test's page. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Download, Page } from '@playwright/test';
import { root, runCli, type RunningProgram } from './program.ts';
import { lockFile } from '../../../src-main/shell-local/instance-lock.ts';

interface Lock {
  readonly port: number;
  readonly secret: string;
}

export interface LocalProgram extends RunningProgram {
  /** An address with a fresh one-time token. */
  address(): Promise<string>;
}

export function localProgram(folder: string, page: Page): LocalProgram {
  let child: ChildProcess | undefined;
  const downloads: Download[] = [];
  page.on('download', (download) => downloads.push(download));
  const lock = (): Lock => JSON.parse(readFileSync(lockFile(folder), 'utf8')) as Lock;
  const address = async (): Promise<string> => {
    const { port, secret } = lock();
    const response = await fetch(`http://127.0.0.1:${port}/again`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}` },
    });
    return ((await response.json()) as { address: string }).address;
  };
  return {
    folder,
    address,
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
      if (dying?.exitCode !== null) return;
      const gone = new Promise((resolve) => dying.once('exit', resolve));
      dying.removeAllListeners('exit');
      dying.once('exit', () => undefined);
      dying.kill('SIGKILL');
      await Promise.race([gone, new Promise((resolve) => dying.once('close', resolve))]);
    },
    cli: (...args) => runCli(folder, args),
  };
}
