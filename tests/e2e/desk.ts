/** Fixtures of the browser tests: the built program with a data folder of its own, in the shell of the Playwright project. */
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { findElectron, reasonAgainstElectron } from '../harness/electron/real/binary.ts';
import { startDesktop } from '../harness/electron/real/desktop.ts';
import { programFolder } from '../harness/electron/real/program-folder.ts';
import { doubleProgram } from './programs/double-program.ts';
import { localProgram, type LocalProgram } from './programs/local-program.ts';
import { root, runCli, type RunningProgram } from './programs/program.ts';
import { realProgram, type ElectronPlace } from './programs/real-program.ts';

export type ShellName = 'local' | 'electron-double' | 'electron';

/** Tests about windows of a browser; there is no such thing in the Electron shell. */
export const LOCAL_ONLY = { tag: '@local-only' };
/** Run by the gate in the real Electron, too; all others only by `npm run test:electron`. */
export const REAL_SHELL = { tag: '@real-shell' };
const LOCAL_ONLY_REASON = 'about addresses, tokens and several windows of the local shell';

export interface Options {
  readonly shell: ShellName;
}
export interface Shell extends Options {
  /** Where the real Electron of this worker runs; null in the other projects, and where there is none. */
  readonly electron: ElectronPlace | null;
}
export interface WorkerFixtures extends Shell {
  /** A data folder with the example office that no program ever opened: made once, copied for each test. */
  readonly exampleOffice: string;
}
export interface Fixtures {
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

const reasonToSkip = (shell: ShellName, tags: readonly string[]): string | null => {
  if (shell !== 'local' && tags.includes(LOCAL_ONLY.tag)) return LOCAL_ONLY_REASON;
  const reason = shell === 'electron' ? reasonAgainstElectron() : null;
  if (reason === null) return null;
  if (process.env['REQUIRE_ELECTRON'] === '1') throw new Error(`REQUIRE_ELECTRON=1, but ${reason}`);
  return `${reason}; REQUIRE_ELECTRON=1 makes this a failure`;
};

export interface Surroundings extends Shell {
  readonly folder: string;
  /** The window of the shells that are shown by a browser. */
  readonly page: Page;
}

export function createProgram({ shell, electron, folder, page }: Surroundings): RunningProgram {
  switch (shell) {
    case 'local':
      return localProgram(folder, page);
    case 'electron-double':
      return doubleProgram(folder, page);
    case 'electron':
      if (!electron) throw new Error('a test that does not fit here was not skipped');
      return realProgram(folder, electron);
  }
}

/** The real Electron is a browser itself: none is started beside it that nobody would look at. */
const NO_BROWSER = null as unknown as Browser & BrowserContext & Page;

async function withElectron(use: (place: ElectronPlace | null) => Promise<void>): Promise<void> {
  const found = reasonAgainstElectron() === null ? findElectron() : undefined;
  if (!found) return use(null);
  // What tests put beside the program's data is for the person it runs as, whoever that is.
  process.umask(0);
  const folder = found.addon === null ? root : programFolder(found.addon);
  const desktop = process.platform === 'linux' ? await startDesktop() : null;
  try {
    await use({ binary: found.binary, programFolder: folder, desktop });
  } finally {
    desktop?.stop();
    if (folder !== root) rmSync(folder, { recursive: true, force: true });
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

export const test = base.extend<Fixtures, WorkerFixtures>({
  exampleOffice: [
    async ({}, use) => {
      const parent = mkdtempSync(join(tmpdir(), 'stellwerk-example-'));
      const folder = join(parent, 'stellwerk');
      mkdirSync(folder, { mode: 0o700 });
      runCli(folder, ['init', '--example']);
      await use(folder);
      rmSync(parent, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  shell: ['local', { option: true, scope: 'worker' }],
  electron: [
    async ({ shell }, use) => (shell === 'electron' ? withElectron(use) : use(null)),
    { scope: 'worker', timeout: 60_000 },
  ],
  browser: [
    async ({ shell, playwright, browserName }, use) => {
      if (shell === 'electron') return use(NO_BROWSER);
      const browser = await playwright[browserName].launch();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  context: async ({ shell, browser }, use) => {
    if (shell === 'electron') return use(NO_BROWSER);
    const context = await browser.newContext();
    await use(context);
    await context.close();
  },
  page: async ({ shell, context }, use) => use(shell === 'electron' ? NO_BROWSER : await context.newPage()),
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
    mkdirSync(folder, { mode: 0o700 });
    await use(folder);
    rmSync(parent, { recursive: true, force: true });
  },
  program: async ({ shell, electron, folder, page, exampleOffice }, use) =>
    withProgram(createProgram({ shell, electron, folder, page }), exampleOffice, use),
  empty: async ({ shell, electron, folder, page }, use) =>
    withProgram(createProgram({ shell, electron, folder, page }), null, use),
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
