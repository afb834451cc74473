/** A running program for browser tests, whichever shell it runs in. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

export const root = join(import.meta.dirname, '..', '..', '..');

export interface DeliveredFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface RunningProgram {
  readonly folder: string;
  start(): Promise<void>;
  /** The program's window; waits for nothing in it. */
  openWindow(): Promise<Page>;
  /** Files that reached the person since the start: downloads, or what the save dialog was answered with. */
  delivered(): Promise<readonly DeliveredFile[]>;
  /** Ends the process at once, as a power cut would. */
  kill(): Promise<void>;
  cli(...args: string[]): string;
}

export function runCli(folder: string, args: readonly string[]): string {
  const run = spawnSync(process.execPath, [join(root, 'dist', 'cli.mjs'), ...args, '--data', folder], {
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`cli ${args.join(' ')}: ${run.stderr}`);
  return run.stdout;
}
