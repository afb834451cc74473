/** What must hold for the program's window, asked over the double. The planted faults show that each of these can fail. */
import { expect, type Page, type Request } from '@playwright/test';
import type { AppAnswer, WindowDriver } from './window-driver.ts';

type Check = (window: WindowDriver, page: Page) => Promise<void>;

const PORT_WANTED = 'stellwerk-port-wanted';
const SHORT = { timeout: 6000 };

const portsHandedOver = async (window: WindowDriver): Promise<number> =>
  (await window.records('webContents.postMessage')).length;

const ask = (window: WindowDriver, url: string): Promise<AppAnswer> =>
  window.ask('request', { url, method: 'GET', body: null });

/** Told apart from the page itself, which answers for every place in the window. */
const isThePage = ({ bytes }: AppAnswer): boolean => Buffer.from(bytes).toString('utf8').includes('<div id="root"');

export const WINDOW_CHECKS = {
  'the page gets its port and shows the register': async (_window, page) => {
    await expect(page.getByRole('table', { name: 'Papiere' })).toBeVisible(SHORT);
  },
  'every window keeps Node out of the page': async (window) => {
    const opened = await window.records<{ webPreferences: { webSecurity?: boolean } }>('BrowserWindow');
    expect(opened.length).toBeGreaterThan(0);
    for (const { webPreferences } of opened) {
      expect(webPreferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
      expect(webPreferences.webSecurity).not.toBe(false);
    }
    expect(await window.records('app.enableSandbox')).toHaveLength(1);
  },
  'the page sees nothing of the preload script': async (_window, page) => {
    const seen = await page.evaluate(() => ['require', 'process', 'electronDouble'].filter((name) => name in window));
    expect(seen).toEqual([]);
  },
  'a message from a frame that is not ours gets no port': async (window) => {
    const before = await portsHandedOver(window);
    const frames = [
      { url: 'https://boese.example/', parent: null },
      { url: 'app://boese/', parent: null },
      { url: 'app://stellwerk/register', parent: {} },
      null,
    ];
    for (const frame of frames) await window.ask('ipc', { channel: PORT_WANTED, frame });
    expect(await portsHandedOver(window)).toBe(before);
  },
  'the page stays where it is told to go elsewhere': async (window, page) => {
    // Asked by itself: the closed network would hide a missing answer here.
    expect(await window.ask('will-navigate', { url: 'https://boese.example/' })).toBe(true);
    expect(await window.ask('will-navigate', { url: 'app://stellwerk/register' })).toBe(false);
    const isThere = (request: Request): boolean => request.url().includes('boese.example');
    const ended = Promise.race([
      page.waitForEvent('requestfailed', { predicate: isThere, ...SHORT }),
      page.waitForEvent('requestfinished', { predicate: isThere, ...SHORT }),
    ]);
    await page.evaluate(() => location.assign('https://boese.example/'));
    await ended;
    await page.waitForLoadState();
    expect(page.url()).not.toContain('boese.example');
  },
  'no other window opens': async (window, page) => {
    const popup = page.waitForEvent('popup', SHORT);
    await page.evaluate(() => void globalThis.open('about:blank'));
    const opened = await popup;
    if (!opened.isClosed()) await opened.waitForEvent('close', { timeout: 2000 });
    expect(await window.ask('window-open', { url: 'https://boese.example/' })).toBe('deny');
  },
  'the scheme serves the window’s files and nothing else': async (window) => {
    const places = [
      'app://stellwerk/..%2fmanifest.json',
      'app://stellwerk/..%2f..%2fpackage.json',
      'app://stellwerk/%2e%2e%2f%2e%2e%2fpackage.json',
      'app://stellwerk/..%5c..%5cpackage.json',
      'app://stellwerk/%2fetc%2fhostname',
      'app://stellwerk//etc/hostname',
      'app://stellwerk/assets/..%2f..%2flicences.json',
      'app://stellwerk/druck/..%2f..%2fmanifest.json',
    ];
    for (const place of places) {
      const answer = await ask(window, place);
      expect(answer.status !== 200 || isThePage(answer), place).toBe(true);
    }
    expect((await ask(window, 'app://boese/index.html')).status).toBe(403);
    expect(isThePage(await ask(window, 'app://stellwerk/register'))).toBe(true);
  },
  'every answer carries the content policy': async (window) => {
    for (const place of ['register', 'gibt-es-nicht.js', 'handoff/unbekannt']) {
      const { headers } = await ask(window, `app://stellwerk/${place}`);
      expect(headers['content-security-policy'], place).toContain("default-src 'none'");
      expect(headers['content-security-policy'], place).not.toContain('unsafe-inline');
      expect(headers['x-content-type-options'], place).toBe('nosniff');
    }
  },
  'no permission is granted but copying': async (window) => {
    for (const name of ['media', 'geolocation', 'notifications', 'openExternal', 'display-capture', 'fileSystem']) {
      expect(await window.ask('permission', { name }), name).toBe(false);
      expect(await window.ask('permission-check', { name }), name).toBe(false);
    }
    expect(await window.ask('permission', { name: 'clipboard-sanitized-write' })).toBe(true);
    expect(await window.records('session.devicePermission')).toEqual([false]);
  },
  'nothing reaches the network': async (window) => {
    for (const url of ['https://boese.example/', 'http://127.0.0.1:9/de-DE-3-0.bdic', 'file:///etc/hostname'])
      expect(await window.ask('before-request', { url }), url).toBe(true);
    expect(await window.ask('before-request', { url: 'app://stellwerk/index.html' })).toBe(false);
  },
} satisfies Record<string, Check>;

export type CheckName = keyof typeof WINDOW_CHECKS;
const names = Object.keys(WINDOW_CHECKS) as CheckName[];

/** Names of the checks that failed. */
export async function failedChecks(window: WindowDriver, page: Page): Promise<readonly CheckName[]> {
  const failed: CheckName[] = [];
  for (const name of names) {
    try {
      await WINDOW_CHECKS[name](window, page);
    } catch {
      failed.push(name);
    }
  }
  return failed;
}
