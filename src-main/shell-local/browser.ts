/** The window of the local shell: an installed Edge, Chrome or Chromium in app mode with a profile of its own. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

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

export function browserArguments(address: string, profileFolder: string, isRoot: boolean): string[] {
  return [
    `--app=${address}`,
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

export function openWindow(browser: string, address: string, profileFolder: string): void {
  const isRoot = process.getuid?.() === 0;
  const child = spawn(browser, browserArguments(address, profileFolder, isRoot), {
    stdio: 'ignore',
    // Without it dates read mm/dd/yyyy on Linux.
    env: { ...process.env, LANGUAGE: 'de' },
  });
  // A second start ends while its window stays.
  child.unref();
  child.on('error', () => undefined);
}
