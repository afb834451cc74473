/** The running program for browser tests: the built local shell with a data folder of its own. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import { lockFile } from '../../src-main/shell-local/instance-lock.ts';

const root = join(import.meta.dirname, '..', '..');

export interface RunningProgram {
  readonly folder: string;
  /** An address with a fresh one-time token. */
  address(): Promise<string>;
  /** Ends the process at once, as a power cut would. */
  kill(): Promise<void>;
  start(): Promise<void>;
  cli(...args: string[]): string;
}

interface Lock {
  readonly port: number;
  readonly secret: string;
}

function createProgram(folder: string): RunningProgram {
  let child: ChildProcess | undefined;
  const lock = (): Lock => JSON.parse(readFileSync(lockFile(folder), 'utf8')) as Lock;
  return {
    folder,
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
    address: async () => {
      const { port, secret } = lock();
      const response = await fetch(`http://127.0.0.1:${port}/again`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}` },
      });
      return ((await response.json()) as { address: string }).address;
    },
    kill: async () => {
      const dying = child;
      if (dying?.exitCode !== null) return;
      const gone = new Promise((resolve) => dying.once('exit', resolve));
      dying.removeAllListeners('exit');
      dying.once('exit', () => undefined);
      dying.kill('SIGKILL');
      await Promise.race([gone, new Promise((resolve) => dying.once('close', resolve))]);
    },
    cli: (...args) => {
      const run = spawnSync(process.execPath, [join(root, 'dist', 'cli.mjs'), ...args, '--data', folder], {
        encoding: 'utf8',
      });
      if (run.status !== 0) throw new Error(`cli ${args.join(' ')}: ${run.stderr}`);
      return run.stdout;
    },
  };
}

interface Fixtures {
  readonly program: RunningProgram;
  readonly empty: RunningProgram;
  /** A window of the example office, with everything it complained about. */
  readonly desk: { readonly page: Page; readonly complaints: string[]; open: (place: string) => Promise<void> };
}

async function withProgram(example: boolean, use: (program: RunningProgram) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stellwerk-e2e-'));
  const program = createProgram(folder);
  try {
    if (example) program.cli('init', '--example');
    await program.start();
    await use(program);
  } finally {
    await program.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

export function watchComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

export const test = base.extend<Fixtures>({
  program: async ({}, use) => withProgram(true, use),

  empty: async ({}, use) => withProgram(false, use),
  desk: async ({ page, program }, use) => {
    const complaints = watchComplaints(page);
    await page.goto(await program.address());
    await expect(page.getByRole('table', { name: 'Papiere' })).toBeVisible();
    const open = async (place: string): Promise<void> => {
      await page.goto(new URL(place, page.url()).href);
    };
    await use({ page, complaints, open });
  },
});

export { expect };

export async function openStatement(page: Page, reference: string): Promise<void> {
  await page.getByRole('row').filter({ hasText: reference }).getByRole('link', { name: reference }).first().click();
  await expect(page.getByRole('textbox', { name: 'Antwort der Verwaltung' })).toBeVisible();
}

export async function openSection(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name: new RegExp(`^${name}`) }).first();
  if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
}

export const saved = (page: Page) => page.locator('[data-save="saved"]');
