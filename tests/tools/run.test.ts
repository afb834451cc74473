import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const requireTool = createRequire(import.meta.url);
const load = <T>(file: string): T => requireTool(`../../tools/${file}`) as T;

interface Surroundings {
  readonly platform: string;
  readonly env: Readonly<Record<string, string>>;
  readonly fileExists: (file: string) => boolean;
}
type ElectronSurroundings = Surroundings & {
  readonly root: string;
  readonly readText: (file: string) => string | undefined;
};
interface LockState {
  readonly owner: number | undefined;
  readonly self: number;
  readonly ownerIsAtWork: boolean;
  readonly silentMs: number;
}
type Failure = new (sentence: string, details?: { output?: string; advice?: string }) => Error;

const { refusalFor } = load<{ refusalFor: (version: string) => string | null }>('run.cjs');
const { isNewEnough } = load<{ isNewEnough: (version: string) => boolean }>('run/node24.cjs');
const { fingerprintOf } = load<{ fingerprintOf: (root: string, names: string[], context?: string) => string }>(
  'run/fingerprint.cjs',
);
const { lockIsStale, SILENCE_LIMIT_MS } = load<{
  lockIsStale: (state: LockState) => boolean;
  SILENCE_LIMIT_MS: number;
}>('run/lock-owner.cjs');
const { knowsStrictAllowScripts, npmCiArguments, unpackedEverything, withoutUsage } = load<{
  knowsStrictAllowScripts: (output: string) => boolean;
  npmCiArguments: (options?: { strictScripts: boolean }) => string[];
  unpackedEverything: (output: string) => boolean;
  withoutUsage: (output: string) => string;
}>('run/npm-command.cjs');
const { findBrowser, findTestBrowser } =
  load<Record<'findBrowser' | 'findTestBrowser', (surroundings: Surroundings) => string | undefined>>(
    'run/browser-search.cjs',
  );
const { findElectron } = load<{ findElectron: (surroundings: ElectronSurroundings) => string | undefined }>(
  'run/electron-search.cjs',
);
const { hasDisplay } = load<{ hasDisplay: (platform: string, env: Record<string, string>) => boolean }>(
  'run/display.cjs',
);
const { selectsTests } = load<{ selectsTests: (args: string[]) => boolean }>('run/test-selection.cjs');
const { adviceFor } = load<{ adviceFor: (output: string) => string | undefined }>('run/failure-advice.cjs');
const { describeFailure, SetupFailure } = load<{
  describeFailure: (error: unknown) => string;
  SetupFailure: Failure;
}>('run/setup-failure.cjs');
const { callersFolder } = load<{ callersFolder: (env: Record<string, string>, current: string) => string }>(
  'run/cli.cjs',
);
const { exitCodeFor } = load<{ exitCodeFor: (code: number | null, signal: string | null) => number }>(
  'run/child-process.cjs',
);

const only =
  (...present: string[]) =>
  (file: string) =>
    present.includes(file);

describe('the check of the Node that starts us', () => {
  it('refuses a Node older than 20 in a German sentence that names the version', () => {
    for (const version of ['0.10.48', '8.17.0', '18.20.8', '19.9.0']) {
      expect(refusalFor(version)).toBe(
        `Stellwerk braucht Node.js 20 oder neuer; gefunden wurde ${version}. Bitte von nodejs.org installieren.`,
      );
    }
  });

  it('accepts Node 20 and newer, two-digit and three-digit', () => {
    for (const version of ['20.0.0', '20.20.2', '24.21.0', '100.0.0']) expect(refusalFor(version)).toBeNull();
  });

  it('uses the starting Node itself from 24 on', () => {
    expect(['22.22.0', '24.0.0', '26.1.0'].map(isNewEnough)).toEqual([false, true, true]);
  });
});

describe('the fingerprint of files', () => {
  let root: string;
  const write = (name: string, content: string) => {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), content);
  };
  const fingerprint = () => fingerprintOf(root, ['source', 'settings.json', 'absent']);

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'Stellwerk Prüfung '));
    write('source/a.ts', 'eins');
    write('source/deep/b.ts', 'zwei');
    write('settings.json', '{}');
    write('elsewhere.txt', 'egal');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('stays the same when nothing changed, and ignores files that were not named', () => {
    const before = fingerprint();
    write('elsewhere.txt', 'anders');
    expect(fingerprint()).toBe(before);
    expect(before).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each<[string, () => void]>([
    ['a content of the same length', () => write('source/deep/b.ts', 'drei')],
    ['an added file', () => write('source/deep/c.ts', '')],
    ['a removed file', () => rmSync(path.join(root, 'source/a.ts'))],
    ['a named file', () => write('settings.json', '{"a":1}')],
    ['a file that appears where one was absent', () => write('absent', '')],
  ])('changes with %s', (_what, change) => {
    const before = fingerprint();
    change();
    expect(fingerprint()).not.toBe(before);
  });

  it('changes when a content moves from one file to another', () => {
    const before = fingerprint();
    write('source/a.ts', 'zwei');
    write('source/deep/b.ts', 'eins');
    expect(fingerprint()).not.toBe(before);
  });

  it('tells contexts apart', () => {
    expect(fingerprintOf(root, ['source'], 'linux-x64')).not.toBe(fingerprintOf(root, ['source'], 'win32-x64'));
  });
});

describe('the lock of the setup', () => {
  const held: LockState = { owner: 4711, self: 1, ownerIsAtWork: true, silentMs: 0 };

  it('is respected while its owner is at work and gives signs of life', () => {
    expect(lockIsStale(held)).toBe(false);
    expect(lockIsStale({ ...held, silentMs: SILENCE_LIMIT_MS - 1 })).toBe(false);
  });

  it('is respected while its owner is not yet written down', () => {
    expect(lockIsStale({ ...held, owner: undefined, ownerIsAtWork: false })).toBe(false);
  });

  it('is stale when its owner and what it started are dead', () => {
    expect(lockIsStale({ ...held, ownerIsAtWork: false })).toBe(true);
  });

  it('is stale when it names our own process id, left over from before a restart', () => {
    expect(lockIsStale({ ...held, self: 4711 })).toBe(true);
  });

  it('is stale after long silence, because the process id may belong to somebody else', () => {
    expect(lockIsStale({ ...held, silentMs: SILENCE_LIMIT_MS })).toBe(true);
    expect(lockIsStale({ ...held, owner: undefined, silentMs: SILENCE_LIMIT_MS })).toBe(true);
  });
});

describe('the call of npm', () => {
  it('knows from which version on install scripts can be held to the list', () => {
    const versions = ['9.9.4', '10.9.4', '11.0.0', '11.15.0', '11.16.0', '11.19.1', '12.0.2', 'unlesbar', ''];
    expect(versions.filter(knowsStrictAllowScripts)).toEqual(['11.16.0', '11.19.1', '12.0.2']);
  });

  it('finds the version among warnings', () => {
    expect(knowsStrictAllowScripts('npm warn Unknown user config "nodedir".\n11.19.1\n')).toBe(true);
  });

  it('passes the flag only when asked, and always installs what is needed for building', () => {
    expect(npmCiArguments()).not.toContain('--strict-allow-scripts');
    const strict = npmCiArguments({ strictScripts: true });
    expect(strict).toContain('--strict-allow-scripts');
    expect(strict).toEqual(expect.arrayContaining(['ci', '--include=dev', '--include=optional']));
  });

  it('does not believe a success during which files were cut off', () => {
    expect(unpackedEverything('added 640 packages in 23s')).toBe(true);
    expect(unpackedEverything('npm warn tar TAR_ENTRY_ERROR ENOSPC: no space left\nadded 640 packages in 2m')).toBe(
      false,
    );
  });

  it('keeps the cause and drops the help text when the lock file does not fit', () => {
    const cause = "npm error code EUSAGE\nnpm error Invalid: lock file's ws@8.23.0 does not satisfy ws@8.22.0\n";
    expect(withoutUsage(`${cause}npm error Clean install a project\nnpm error Usage:\nnpm error npm ci`)).toBe(cause);
  });
});

describe('the search for a browser', () => {
  it('finds a Linux browser in PATH', () => {
    const env = { PATH: '/opt/büro/bin:/usr/local/bin' };
    const fileExists = only('/usr/local/bin/google-chrome');
    expect(findBrowser({ platform: 'linux', env, fileExists })).toBe('/usr/local/bin/google-chrome');
  });

  it('looks into /usr/bin even when PATH does not', () => {
    const fileExists = only('/usr/bin/chromium', '/usr/bin/microsoft-edge-stable');
    expect(findBrowser({ platform: 'linux', env: {}, fileExists })).toBe('/usr/bin/chromium');
  });

  it.each([
    ['ProgramFiles(x86)', 'C:\\Program Files (x86)', 'Microsoft\\Edge\\Application\\msedge.exe'],
    ['ProgramFiles', 'C:\\Program Files', 'Google\\Chrome\\Application\\chrome.exe'],
    ['LOCALAPPDATA', 'C:\\Users\\Jörg Groß\\AppData\\Local', 'Google\\Chrome\\Application\\chrome.exe'],
  ])('finds a Windows browser below %s', (name, folder, place) => {
    const browser = `${folder}\\${place}`;
    expect(findBrowser({ platform: 'win32', env: { [name]: folder }, fileExists: only(browser) })).toBe(browser);
  });

  it('finds the one without a window for tests alone', () => {
    const fileExists = only('/usr/bin/chromium-headless-shell');
    expect(findTestBrowser({ platform: 'linux', env: {}, fileExists })).toBe('/usr/bin/chromium-headless-shell');
    expect(findTestBrowser({ platform: 'win32', env: {}, fileExists: () => true })).toBeUndefined();
    expect(findBrowser({ platform: 'linux', env: {}, fileExists })).toBeUndefined();
  });

  it('finds none where there is none', () => {
    const fileExists = () => false;
    expect(findBrowser({ platform: 'linux', env: { PATH: '/usr/bin' }, fileExists })).toBeUndefined();
    expect(findBrowser({ platform: 'win32', env: {}, fileExists })).toBeUndefined();
  });
});

describe('the search for Electron', () => {
  const root = '/home/amt/Mein Stellwerk';
  const pathFile = `${root}/node_modules/electron/path.txt`;
  const readText = (file: string) => (file === pathFile ? 'electron\n' : undefined);
  const binary = `${root}/node_modules/electron/dist/electron`;
  const onLinux = { root, platform: 'linux', env: {}, readText, fileExists: only(binary) };

  it('finds the binary that path.txt names', () => {
    expect(findElectron(onLinux)).toBe(binary);
  });

  it('finds none when only the package is there, without path.txt or without the binary', () => {
    expect(findElectron({ ...onLinux, readText: () => undefined })).toBeUndefined();
    expect(findElectron({ ...onLinux, fileExists: () => false })).toBeUndefined();
  });

  it('prefers the folder of ELECTRON_OVERRIDE_DIST_PATH, even without path.txt', () => {
    const overridden = {
      ...onLinux,
      env: { ELECTRON_OVERRIDE_DIST_PATH: '/opt/electron' },
      readText: () => undefined,
      fileExists: only('/opt/electron/electron', binary),
    };
    expect(findElectron(overridden)).toBe('/opt/electron/electron');
  });

  it('finds the Windows binary', () => {
    const exe = 'C:\\Stellwerk Büro\\node_modules\\electron\\dist\\electron.exe';
    const surroundings = { root: 'C:\\Stellwerk Büro', platform: 'win32', env: {}, fileExists: only(exe) };
    expect(findElectron({ ...surroundings, readText: () => 'electron.exe' })).toBe(exe);
  });
});

describe('the choice of what to start', () => {
  it('sees a display on Windows and macOS always, on Linux with X11 or Wayland', () => {
    expect(hasDisplay('win32', {})).toBe(true);
    expect(hasDisplay('darwin', {})).toBe(true);
    expect(hasDisplay('linux', {})).toBe(false);
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
  });

  it('runs the browser tests unless files or names are selected', () => {
    expect([[], ['--coverage'], ['--reporter=dot'], ['--reporter', 'dot']].map(selectsTests)).toEqual(
      Array(4).fill(false),
    );
    expect(
      [['tests/core'], ['--reporter', 'dot', 'wire'], ['-t', 'refuses'], ['--testNamePattern=x']].map(selectsTests),
    ).toEqual(Array(4).fill(true));
  });

  it('takes file names of the command line from the folder the person called npm in', () => {
    const env = { npm_lifecycle_event: 'cli', INIT_CWD: '/home/amt/Vorlagen' };
    expect(callersFolder(env, '/stellwerk')).toBe('/home/amt/Vorlagen');
    expect(callersFolder({ ...env, npm_lifecycle_event: 'test' }, '/tmp/x')).toBe('/tmp/x');
    expect(callersFolder({}, '/tmp/x')).toBe('/tmp/x');
  });
});

describe('the report of a failure', () => {
  it('says what to do for the error codes of npm and the system', () => {
    expect(adviceFor('npm error code ECONNREFUSED')).toContain('Proxy');
    expect(adviceFor('npm error code E407')).toContain('Anmeldung');
    expect(adviceFor('ENOSPC: no space left on device, ECONNRESET')).toContain('Platz');
    expect(adviceFor('npm error code SELF_SIGNED_CERT_IN_CHAIN')).toContain('Zertifikat');
    expect(adviceFor('something else entirely')).toBeUndefined();
  });

  it('shows the sentence, the last 20 lines and the advice', () => {
    const output = Array.from({ length: 30 }, (_, index) => `Zeile ${index + 1}`).join('\n');
    const report = describeFailure(new SetupFailure('Es ging nicht.', { output, advice: 'Bitte wiederholen.' }));
    const lines = report.split('\n');
    expect(lines[0]).toBe('Stellwerk: Es ging nicht.');
    expect(lines.slice(2, -1)).toEqual(Array.from({ length: 20 }, (_, index) => `  Zeile ${index + 11}`));
    expect(lines.at(-1)).toBe('Bitte wiederholen.');
  });

  it('leaves out what is not known', () => {
    expect(describeFailure(new SetupFailure('Es ging nicht.'))).toBe('Stellwerk: Es ging nicht.');
  });

  it('passes exit codes on, and signals as shells do', () => {
    expect([exitCodeFor(3, null), exitCodeFor(null, 'SIGINT'), exitCodeFor(null, 'SIGTERM')]).toEqual([3, 130, 143]);
  });
});

describe('package.json', () => {
  it('calls the bootstrap for every command', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      scripts: Record<string, string>;
    };
    for (const name of ['start', 'test', 'check', 'cli', 'build', 'bench', 'verdicts']) {
      expect(manifest.scripts[name]).toBe(`node tools/run.cjs ${name}`);
    }
  });
});
