/** What the specs of the real Electron share: a program whose dialogs open for real, keys pressed for real, and the window's own process. */
import { mkdirSync } from 'node:fs';
import type { ElectronApplication, Page } from '@playwright/test';
import { giveToPerson } from '../../harness/electron/real/person.ts';
import type { Desktop } from '../../harness/electron/real/desktop.ts';
import { expect, REAL_SHELL, test as base } from '../desk.ts';
import { realProgram, type RealOptions, type RealProgram } from '../programs/real-program.ts';

const NO_DESKTOP = 'keys are pressed on a desktop of the test’s own, which there is on Linux';

interface RealFixtures {
  /** Starts the program on the example office, or on an empty folder; ended with the test. */
  readonly open: (
    options?: RealOptions & {
      readonly content?: 'example' | 'empty';
      readonly prepare?: (program: RealProgram) => void;
    },
  ) => Promise<{ readonly program: RealProgram; readonly page: Page }>;
  readonly desktop: Desktop;
}

export const test = base.extend<RealFixtures>({
  desktop: async ({ electron, fits: _fits }, use) => {
    base.skip(!electron?.desktop, NO_DESKTOP);
    if (electron?.desktop) await use(electron.desktop);
  },
  open: async ({ electron, folder, fits: _fits }, use) => {
    base.skip(!electron?.desktop, NO_DESKTOP);
    if (!electron) return;
    const programs: RealProgram[] = [];
    await use(async ({ content = 'example', prepare, ...options } = {}) => {
      const program = realProgram(folder, electron, options);
      programs.push(program);
      if (content === 'example') program.cli('init', '--example');
      prepare?.(program);
      await program.start();
      return { program, page: await program.openWindow() };
    });
    for (const program of programs) await program.kill();
  },
});

export { expect, REAL_SHELL };

export const register = (page: Page) => page.getByRole('table', { name: 'Papiere' });

/** Asked of the page by the program itself: a page that crashed, or was kept from leaving, is lost to the test's driver. */
export const inPage = <T>(application: ElectronApplication, script: string): Promise<T | null> =>
  application.evaluate(({ BrowserWindow }, asked) => {
    const answer = BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(asked) as Promise<T> | undefined;
    // A page that crashes or loads meanwhile never answers.
    const patience = new Promise<null>((resolve) => setTimeout(() => resolve(null), 3000));
    return Promise.race([answer ?? null, patience]);
  }, script);

/** Waits for a window of the desktop. */
export async function windowTitled(desktop: Desktop, title: RegExp): Promise<void> {
  await expect.poll(() => desktop.titles().filter((one) => title.test(one)), { timeout: 20_000 }).not.toEqual([]);
}

/** A folder of the test's that the program may write into. */
export function personsFolder(path: string): string {
  mkdirSync(path, { recursive: true });
  giveToPerson(path);
  return path;
}

/** Answers GTK's dialog for a file or a folder: its path is typed, as a person may. */
export async function answerFileDialog(desktop: Desktop, title: RegExp, path: string | null): Promise<void> {
  await windowTitled(desktop, title);
  if (path !== null) {
    desktop.press('ctrl+a');
    desktop.type(path);
  }
  desktop.press('Return');
  await expect.poll(() => desktop.titles().filter((one) => title.test(one))).toEqual([]);
}
