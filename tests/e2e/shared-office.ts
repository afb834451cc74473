/**
 * One program for all tests of a file: starting one for each would cost more than what they look at. Every test works on things of its
 * own, and after each one the window must not have complained.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  BrowserContext,
  Page,
  PlaywrightTestArgs,
  PlaywrightTestOptions,
  PlaywrightWorkerArgs,
  TestType,
} from '@playwright/test';
import {
  createProgram,
  expect,
  layOffice,
  test as base,
  watchComplaints,
  type Shell,
  type WorkerFixtures,
} from './desk.ts';
import type { RunningProgram } from './programs/program.ts';

const WINDOW = { locale: 'de-DE', viewport: { width: 1280, height: 800 } } as const;
/** What a window says when its program was killed under it: meant, and therefore no complaint. */
const LOST = /WebSocket|ERR_CONNECTION/;

export interface SharedOffice {
  /** Another one after a restart, where the window ends with its program. */
  readonly page: Page;
  readonly program: RunningProgram;
  /** Goes to an area of the settings by its link. */
  area(name: string): Promise<void>;
  /** A place of the window, loaded anew. */
  open(place: string): Promise<void>;
  /** Ends the program as a power cut would, and opens it again; `meanwhile` works on the data at rest. */
  restart(meanwhile?: () => void): Promise<void>;
}

interface Opened extends SharedOffice {
  page: Page;
  readonly complaints: string[];
  close(): Promise<void>;
}

async function open(shell: Shell, context: BrowserContext | null, prepared: string | null): Promise<Opened> {
  const parent = mkdtempSync(join(tmpdir(), 'stellwerk-e2e-'));
  const folder = join(parent, 'stellwerk');
  mkdirSync(folder, { mode: 0o700 });
  // Null in the real Electron, which opens its window itself.
  const first = (await context?.newPage()) ?? (null as unknown as Page);
  const program = createProgram({ ...shell, folder, page: first });
  if (prepared !== null) layOffice(prepared, folder);
  await program.start();
  const page = await program.openWindow();
  const complaints = watchComplaints(page);
  const opened: Opened = {
    page,
    program,
    complaints,
    area: async (name) => {
      const areas = opened.page.getByRole('navigation', { name: 'Einstellungen' });
      if (!(await areas.isVisible()))
        await opened.page.getByRole('link', { name: 'Einstellungen', exact: true }).click();
      await areas.getByRole('link', { name, exact: true }).click();
      await expect(opened.page.locator('.page-head')).toContainText(name);
    },
    open: async (place) => {
      await opened.page.goto(new URL(place, opened.page.url()).href);
    },
    restart: async (meanwhile) => {
      await program.kill();
      meanwhile?.();
      await program.start();
      const next = await program.openWindow();
      opened.page = next;
      complaints.splice(0, complaints.length, ...complaints.filter((text) => !LOST.test(text)));
    },
    close: async () => {
      await program.kill();
      await context?.close();
      rmSync(parent, { recursive: true, force: true });
    },
  };
  return opened;
}

type Given = PlaywrightTestArgs & PlaywrightTestOptions & { readonly office: SharedOffice };

/** The `test` of a file whose tests share an office. */
export function sharedOffice(content: 'example' | 'empty'): TestType<Given, PlaywrightWorkerArgs & WorkerFixtures> {
  let opened: Opened | null = null;
  const test = base.extend<{ office: SharedOffice }>({
    // What does not fit is skipped before anything is started.
    office: async ({ shell, electron, browser, fits: _fits, exampleOffice }, use) => {
      opened ??= await open(
        { shell, electron },
        shell === 'electron' ? null : await browser.newContext(WINDOW),
        content === 'example' ? exampleOffice : null,
      );
      await use(opened);
      expect(opened.complaints.splice(0)).toEqual([]);
    },
  });
  test.afterAll(async () => {
    await opened?.close();
    opened = null;
  });
  return test;
}

/** Does something and waits until the window has saved because of it: an earlier „Gespeichert“ does not count. */
export async function kept(page: Page, change: () => Promise<unknown>): Promise<void> {
  await page.evaluate(() => {
    let isSaving = false;
    const saved = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (document.querySelector('[data-save="saving"]')) isSaving = true;
        else if (isSaving && document.querySelector('[data-save="saved"]')) {
          observer.disconnect();
          resolve();
        }
      });
      observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    });
    Object.assign(window, { savedSince: () => saved });
  });
  await change();
  await page.evaluate(() => (window as unknown as { savedSince: () => Promise<void> }).savedSince());
}

/** Writes into a field and leaves it. */
export async function fill(page: Page, name: string, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name, exact: true });
  await kept(page, async () => {
    await field.fill(text);
    await page.keyboard.press('Tab');
  });
}

/** Chooses a file where the window asks for one. */
export async function choose(
  page: Page,
  button: string,
  file: string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer },
): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button, exact: true }).click();
  await (await chooser).setFiles(file);
}

/** Chooses in a list that opens: its button says what is chosen and what it is about. */
export async function pick(page: Page, label: string | RegExp, option: string): Promise<void> {
  await page.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** The page itself, and every part that scrolls up and down only. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      document.documentElement,
      ...document.querySelectorAll<HTMLElement>('.settings-area, .settings-form, .settings-single, .directory-detail'),
    ]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => `${element.className || element.tagName} ${element.scrollWidth} > ${element.clientWidth}`),
  );
}
