/** Fixtures of the browser tests: the built program with a data folder of its own, in the shell of the Playwright project. */
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import { doubleProgram, electronBinary, electronProgram } from './programs/electron-programs.ts';
import { localProgram, type LocalProgram } from './programs/local-program.ts';
import { runCli, type RunningProgram } from './programs/program.ts';

export type ShellName = 'local' | 'electron-double' | 'electron';

/** Tests about windows of a browser; there is no such thing in the Electron shell. */
export const LOCAL_ONLY = { tag: '@local-only' };
const LOCAL_ONLY_REASON = 'about addresses, tokens and several windows of the local shell';

export interface Options {
  readonly shell: ShellName;
}
interface Fixtures {
  /** Skips with a reason what the shell of this project does not have. */
  readonly fits: null;
  /** An empty folder for a program; removed after the test. */
  readonly folder: string;
  readonly program: RunningProgram;
  readonly empty: RunningProgram;
  /** The local shell itself, for tests marked LOCAL_ONLY. */
  readonly localShell: LocalProgram;
  /** A window of the example office, with everything it complained about. */
  readonly desk: { readonly page: Page; readonly complaints: string[]; open: (place: string) => Promise<void> };
}

export interface WorkerFixtures {
  /** A data folder with the example office that no program ever opened: made once, copied for each test. */
  readonly exampleOffice: string;
}

const reasonToSkip = (shell: ShellName, tags: readonly string[]): string | null => {
  if (shell !== 'local' && tags.includes(LOCAL_ONLY.tag)) return LOCAL_ONLY_REASON;
  if (shell !== 'electron' || electronBinary() !== undefined) return null;
  if (process.env['REQUIRE_ELECTRON'] === '1') throw new Error('REQUIRE_ELECTRON=1, but Electron has no binary here');
  return 'Electron has no binary here (node_modules/electron/dist); REQUIRE_ELECTRON=1 makes this a failure';
};

function createProgram(shell: ShellName, folder: string, page: Page): RunningProgram {
  switch (shell) {
    case 'local':
      return localProgram(folder, page);
    case 'electron-double':
      return doubleProgram(folder, page);
    case 'electron':
      return electronProgram(folder, electronBinary() ?? '');
  }
}

/** Lays the prepared office into the folder of a program that was not started yet. */
export function layOffice(office: string, folder: string): void {
  cpSync(office, folder, { recursive: true });
  // A folder that was there keeps its own rights.
  chmodSync(folder, statSync(office).mode);
}

export async function withProgram<P extends RunningProgram>(
  program: P,
  office: string | null,
  use: (program: P) => Promise<void>,
): Promise<void> {
  try {
    if (office !== null) layOffice(office, program.folder);
    await program.start();
    await use(program);
  } finally {
    await program.kill();
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

export const test = base.extend<Fixtures & Options, WorkerFixtures>({
  exampleOffice: [
    async ({}, use) => {
      const parent = mkdtempSync(join(tmpdir(), 'stellwerk-example-'));
      const folder = join(parent, 'stellwerk');
      mkdirSync(folder);
      runCli(folder, ['init', '--example']);
      await use(folder);
      rmSync(parent, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  shell: ['local', { option: true }],
  fits: [
    async ({ shell }, use, testInfo) => {
      const reason = reasonToSkip(shell, testInfo.tags);
      testInfo.skip(reason !== null, reason ?? '');
      await use(null);
    },
    { auto: true },
  ],
  folder: async ({}, use) => {
    const parent = mkdtempSync(join(tmpdir(), 'stellwerk-e2e-'));
    const folder = join(parent, 'stellwerk');
    mkdirSync(folder);
    await use(folder);
    rmSync(parent, { recursive: true, force: true });
  },
  program: async ({ shell, folder, page, exampleOffice }, use) =>
    withProgram(createProgram(shell, folder, page), exampleOffice, use),
  empty: async ({ shell, folder, page }, use) => withProgram(createProgram(shell, folder, page), null, use),
  localShell: async ({ folder, page, exampleOffice }, use) =>
    withProgram(localProgram(folder, page), exampleOffice, use),
  desk: async ({ program }, use) => {
    const page = await program.openWindow();
    const complaints = watchComplaints(page);
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
