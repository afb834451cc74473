/** The local shell as a process: how it ends, what it leaves behind, and where a token may be seen. */
import { spawn } from 'node:child_process';
import { chmodSync, closeSync, existsSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { accessFolder } from '../../src-main/shell-local/access-folder.ts';
import { isAlive } from '../../src-main/shell-local/instance-lock.ts';
import { tempFolder } from '../support/builders.ts';
import { builtFolder } from '../harness/desk/cli.ts';
import {
  localEntry,
  lockOf,
  startShell,
  tracesIn,
  watchProcess,
  type LocalShell,
} from '../harness/desk/local-shell.ts';
import { enterWith, secretFor, tokenOf } from '../harness/desk/loopback.ts';

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/#[\w-]+/;

let folder: string;
beforeEach(() => {
  folder = join(tempFolder(), 'daten');
});
const windowless = (): LocalShell => startShell(['--data', folder, '--no-window']);

/** A browser that reads the page it is given and stays; it says what it was called with, in a file. */
function standInBrowser(): { readonly environment: NodeJS.ProcessEnv; readonly called: () => string } {
  const bin = tempFolder();
  const record = join(bin, 'aufruf');
  const program = join(bin, 'microsoft-edge');
  writeFileSync(
    program,
    `#!/bin/sh\nprintf '%s\\n' "$$" "$@" > ${record}.neu\nmv ${record}.neu ${record}\nexec sleep 600\n`,
  );
  chmodSync(program, 0o755);
  return {
    environment: { ...process.env, PATH: `${bin}:${process.env['PATH'] ?? ''}`, DISPLAY: ':0' },
    called: () => (existsSync(record) ? readFileSync(record, 'utf8') : ''),
  };
}

const until = async (isTrue: () => boolean): Promise<void> => {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 20));
};

describe.skipIf(process.platform === 'win32')('the local shell that is told to end', () => {
  it.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
    ['SIGHUP', 129],
  ] as const)('by %s leaves no lock', async (signal, code) => {
    const shell = windowless();
    await shell.says(ADDRESS);
    expect(tracesIn(folder)).toEqual(['lock']);
    shell.child.kill(signal);
    expect(await shell.ended).toEqual({ code, signal: null });
    expect(tracesIn(folder)).toEqual([]);
  });

  it('twice does not wait', async () => {
    const shell = windowless();
    await shell.says(ADDRESS);
    shell.child.kill('SIGTERM');
    shell.child.kill('SIGTERM');
    expect((await shell.ended).code).toBe(143);
    expect(tracesIn(folder)).toEqual([]);
  });

  it('by the end of whoever started it, even when that was killed', async () => {
    const launcher = spawn(process.execPath, [join(builtFolder, 'cli.mjs'), 'serve', '--data', folder]);
    const shell = watchProcess(launcher);
    await shell.says(ADDRESS);
    const { pid } = lockOf(folder);
    expect(pid).not.toBe(launcher.pid);
    launcher.kill('SIGKILL');
    await until(() => !isAlive(pid));
    expect(tracesIn(folder)).toEqual([]);
  });

  it('by a kill leaves a lock that the next start takes for dead', async () => {
    const first = windowless();
    await first.says(ADDRESS);
    const { port } = lockOf(folder);
    first.child.kill('SIGKILL');
    await first.ended;
    expect(tracesIn(folder)).toEqual(['lock']);
    const second = windowless();
    const address = await second.says(ADDRESS);
    expect(lockOf(folder)).toMatchObject({ pid: second.child.pid, port });
    expect(new URL(address).port).toBe(String(port));
  });

  it('and started again, lets a window in that was open before', async () => {
    const first = windowless();
    const address = await first.says(ADDRESS);
    const port = Number(new URL(address).port);
    const secret = (await secretFor(port, tokenOf(address))) ?? '';
    expect(secret).not.toBe('');
    first.child.kill('SIGTERM');
    await first.ended;
    const second = windowless();
    await second.says(ADDRESS);
    expect(lockOf(folder).port).toBe(port);
    expect(await enterWith(port, secret)).not.toBeNull();
  });
});

describe.skipIf(process.platform === 'win32')('the window of the local shell', () => {
  it('gets its token from a file, and nothing of it stands on a command line', async () => {
    const { environment, called } = standInBrowser();
    const shell = startShell(['--data', folder], { env: environment });
    await until(() => called() !== '');
    const [pid = '', app = ''] = called().split('\n');
    expect(app).toMatch(/^--app=file:\/\//);
    const page = fileURLToPath(app.slice('--app='.length));
    const address = ADDRESS.exec(readFileSync(page, 'utf8'))?.[0] ?? '';
    const token = tokenOf(address);
    for (const processId of [pid, String(shell.child.pid)]) {
      if (process.platform === 'linux') expect(readFileSync(`/proc/${processId}/cmdline`, 'utf8')).not.toContain(token);
    }
    expect(shell.output()).not.toContain(token);
    expect(await secretFor(Number(new URL(address).port), token)).not.toBeNull();
    expect(existsSync(page)).toBe(false);
    expect(tracesIn(folder)).toEqual(['lock']);
  });

  it('ends with the program, and a page that nobody used goes with it', async () => {
    const { environment, called } = standInBrowser();
    const shell = startShell(['--data', folder], { env: environment });
    await until(() => called() !== '');
    const browser = Number(called().split('\n')[0]);
    expect(isAlive(browser)).toBe(true);
    expect(tracesIn(folder)).toHaveLength(2);
    shell.child.kill('SIGTERM');
    expect((await shell.ended).code).toBe(143);
    expect(isAlive(browser)).toBe(false);
    expect(tracesIn(folder)).toEqual([]);
  });

  it('that cannot be opened is replaced by words how to open it', async () => {
    const { environment } = standInBrowser();
    const bin = (environment['PATH'] ?? '').split(':')[0] ?? '';
    writeFileSync(join(bin, 'microsoft-edge'), '#!/bin/sh\nexit 9\n');
    const shell = startShell(['--data', folder], { env: environment });
    expect(await shell.says(ADDRESS)).toMatch(ADDRESS);
  });

  it('is opened again by a second start, which then has done its work', async () => {
    const first = windowless();
    const before = await first.says(ADDRESS);
    const second = windowless();
    const address = await second.says(ADDRESS);
    expect((await second.ended).code).toBe(0);
    expect(new URL(address).port).toBe(new URL(before).port);
    expect(address).not.toBe(before);
    expect(await secretFor(lockOf(folder).port, tokenOf(address))).not.toBeNull();
  });
});

describe.skipIf(process.platform === 'win32')('what the local shell prints', () => {
  it('holds no token where others can read it, but names the page that only the owner can', async () => {
    const log = join(tempFolder(), 'protokoll.txt');
    const file = openSync(log, 'w', 0o644);
    const child = spawn(process.execPath, [localEntry, '--data', folder, '--no-window'], {
      stdio: ['ignore', file, 'ignore'],
    });
    closeSync(file);
    watchProcess(child);
    onTestFinished(() => void child.kill('SIGKILL'));
    await until(() => readFileSync(log, 'utf8').includes('file://'));
    const said = readFileSync(log, 'utf8');
    expect(said).not.toContain('127.0.0.1');
    const page = fileURLToPath(/file:\/\/\S+/.exec(said)?.[0] ?? '');
    expect(readFileSync(page, 'utf8')).toMatch(ADDRESS);
  });
});

it('nothing that lets anybody in can be read by others', async () => {
  const shell = windowless();
  const address = await shell.says(ADDRESS);
  await secretFor(Number(new URL(address).port), tokenOf(address));
  const { statSync } = await import('node:fs');
  const { profile, pages, sessions } = accessFolder(folder);
  const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);
  expect([profile, pages].map(modeOf)).toEqual(['700', '700']);
  expect(modeOf(sessions)).toBe('600');
  const lock = readdirSync(folder).find((name) => name.startsWith('host-')) ?? '';
  expect(modeOf(join(folder, lock))).toBe('600');
});
