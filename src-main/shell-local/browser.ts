/** The window of the local shell: an installed Edge, Chrome or Chromium in app mode with a profile of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

type Environment = Readonly<Record<string, string | undefined>>;

const LINUX_NAMES = [
  'microsoft-edge',
  'microsoft-edge-stable',
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
];
const WINDOWS_PATHS = [
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
];

export function findBrowser(
  platform: NodeJS.Platform,
  environment: Environment,
  exists: (path: string) => boolean = existsSync,
): string | null {
  const candidates =
    platform === 'win32'
      ? WINDOWS_PATHS.flatMap((parts) =>
          ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
            .map((name) => environment[name])
            .filter((base) => base !== undefined)
            .map((base) => join(base, ...parts)),
        )
      : LINUX_NAMES.flatMap((name) =>
          [...(environment['PATH'] ?? '').split(delimiter).filter(Boolean), '/usr/bin'].map((folder) =>
            join(folder, name),
          ),
        );
  return candidates.find(exists) ?? null;
}

export function hasDisplay(platform: NodeJS.Platform, environment: Environment): boolean {
  return platform !== 'linux' || Boolean(environment['DISPLAY']) || Boolean(environment['WAYLAND_DISPLAY']);
}

/** `page`: path of a page that leads on. Command lines are seen by every user of the machine, so no address with a token stands here. */
export function browserArguments(page: string, profileFolder: string, isRoot: boolean): string[] {
  return [
    `--app=${pathToFileURL(page).href}`,
    `--user-data-dir=${profileFolder}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-sync',
    '--disable-features=Translate',
    '--lang=de',
    '--window-size=1366,820',
    // Chromium refuses to start for root with its sandbox.
    ...(isRoot ? ['--no-sandbox'] : []),
  ];
}

/** How long a browser may take to save what was typed last and to close. */
const CLOSING_MS = 4000;

export interface BrowserWindow {
  /** Closes the window with everything in it; done when it is gone. */
  end(): Promise<void>;
}

function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), CLOSING_MS);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill();
  });
}

/**
 * `onGone` is called once when the browser's process has ended, with whether it failed. One that found its profile in use hands the
 * page to the other process and ends in good order: its window stays.
 */
export function openWindow(
  browser: string,
  page: string,
  profileFolder: string,
  onGone: (failed: boolean) => void,
): BrowserWindow {
  const isRoot = process.getuid?.() === 0;
  const child = spawn(browser, browserArguments(page, profileFolder, isRoot), {
    stdio: 'ignore',
    // Without it dates read mm/dd/yyyy on Linux.
    env: { ...process.env, LANGUAGE: 'de' },
  });
  child.unref();
  child.once('error', () => onGone(true));
  child.once('exit', (code, signal) => onGone(code !== 0 && signal === null));
  return { end: () => (child.pid === undefined ? Promise.resolve() : endOf(child)) };
}
