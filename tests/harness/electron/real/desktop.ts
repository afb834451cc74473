/** A desktop for the real Electron: a screen nobody sees, a D-Bus session and a window manager, which gives focus to windows and dialogs. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { AS_PERSON, giveToPerson } from './person.ts';

const PROGRAMS = ['setpriv', 'Xvfb', 'dbus-daemon', 'openbox', 'xdotool'];

export const isOnPath = (program: string): boolean =>
  [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin'].some((folder) => existsSync(join(folder, program)));

/** Programs of the desktop that are not installed here. */
export const missingPrograms = (): readonly string[] => PROGRAMS.filter((program) => !isOnPath(program));

export interface Desktop {
  /** What a program needs to find screen and session. */
  readonly environment: NodeJS.ProcessEnv;
  /** Presses keys for real, as the person before the screen: names of xdotool, such as `ctrl+n` or `Return`. */
  press(...keys: string[]): void;
  /** Types text for real. */
  type(text: string): void;
  /** Titles of the windows one could see. */
  titles(): readonly string[];
  /** Runs xdotool and gives what it printed. */
  tool(...args: string[]): string;
  stop(): void;
}

async function firstLine(stream: Readable, what: string, child: ChildProcess): Promise<string> {
  const lines = createInterface(stream);
  const ended = once(child, 'exit').then(([code]: unknown[]) => {
    throw new Error(`${what} ended with ${String(code)}`);
  });
  const [line] = (await Promise.race([once(lines, 'line'), ended])) as [string];
  return line;
}

export async function startDesktop(): Promise<Desktop> {
  // The screen's own folder and everything of the session lie here: an account without a home is enough.
  const home = mkdtempSync(join(tmpdir(), 'stellwerk-desktop-'));
  giveToPerson(home);
  const children: ChildProcess[] = [];
  const begin = (args: readonly string[], env: NodeJS.ProcessEnv, pipes: 'pipe' | 'ignore'): ChildProcess => {
    const child = spawn(AS_PERSON, args, { env, cwd: home, stdio: ['ignore', pipes, 'ignore'] });
    children.push(child);
    return child;
  };
  const stop = (): void => {
    for (const child of children) child.kill('SIGKILL');
    rmSync(home, { recursive: true, force: true });
  };
  const output = (child: ChildProcess): Readable => {
    if (!child.stdout) throw new Error('started without a pipe');
    return child.stdout;
  };
  try {
    const env = { ...process.env, HOME: home, XDG_RUNTIME_DIR: home };
    const screenOf = ['Xvfb', '-displayfd', '1', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset'];
    const screen = begin(screenOf, env, 'pipe');
    const display = `:${await firstLine(output(screen), 'Xvfb', screen)}`;
    const bus = begin(['dbus-daemon', '--session', '--nofork', '--print-address=1'], env, 'pipe');
    const address = await firstLine(output(bus), 'dbus-daemon', bus);
    const environment = {
      DISPLAY: display,
      DBUS_SESSION_BUS_ADDRESS: address,
      XDG_RUNTIME_DIR: home,
      WAYLAND_DISPLAY: undefined,
      GTK_USE_PORTAL: '0',
    };
    begin(['openbox', '--sm-disable'], { ...env, ...environment }, 'ignore');
    const tool = (...args: string[]): string =>
      execFileSync('xdotool', args, { encoding: 'utf8', env: { ...env, ...environment } }).trim();
    const titles = (): readonly string[] => {
      try {
        return tool('search', '--onlyvisible', '--name', '.', 'getwindowname', '%@').split('\n');
      } catch {
        // It ends with 1 when it finds none.
        return [];
      }
    };
    return {
      environment,
      press: (...keys) => void tool('key', '--clearmodifiers', ...keys),
      type: (text) => void tool('type', '--delay', '15', text),
      titles,
      tool,
      stop,
    };
  } catch (error) {
    stop();
    throw error;
  }
}
