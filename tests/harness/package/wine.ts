/**
 * The built command line as on Windows: Node for Windows and the database's Windows addon under Wine. Shows paths, exit codes and bytes;
 * it shows no window, and Wine's file system is not Windows' own.
 */
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { CliResult } from '../desk/cli.ts';
import { projectRoot } from '../../support/test-host.ts';

const MOST_MS = 600_000;
const installer = join(projectRoot, '.ci', 'install-wine');

/** Where Node for Windows lies here. */
export function nodeForWindows(): string | undefined {
  const version = /^node_windows_version=(\S+)$/m.exec(readFileSync(installer, 'utf8'))?.[1] ?? '';
  const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  const program = join(cache, 'stellwerk-wine', `node-${version}`, 'package', 'bin', 'node.exe');
  return existsSync(program) ? program : undefined;
}

/** The sentence for vitest's `skip`; undefined where everything is there. Where the gate wants it, what is missing is an error. */
export function wineSkipReason(): string | undefined {
  const hasWine = spawnSync('wine', ['--version'], { env: process.env }).status === 0;
  if (hasWine && nodeForWindows() !== undefined) return undefined;
  const sentence = 'Wine or its Node is not installed (run .ci/install-wine)';
  if (process.env['STELLWERK_REQUIRE_WINE'] === '1') throw new Error(sentence);
  return sentence;
}

/** "/a/b" as Windows names it: Wine shows the whole file system as drive Z. */
export const onDriveZ = (path: string): string => `Z:${path.replaceAll('/', '\\')}`;

export interface WindowsPc {
  /** A folder of drive C, made with everything above it: ["Ämter und Straßen", "Ablage"] → `C:\Ämter und Straßen\Ablage`. */
  folder(...names: readonly string[]): string;
  /** Where that folder of drive C lies here. */
  here(...names: readonly string[]): string;
  /** One command to its end. A signal or a missing program is an error of the test. */
  run(...args: readonly string[]): Promise<CliResult>;
  /** Any program of 64 bits, named as Windows names it, to its end. */
  start(program: string, args: readonly string[], added?: NodeJS.ProcessEnv): Promise<CliResult>;
  /** For programs that start Wine themselves. */
  readonly environment: NodeJS.ProcessEnv;
  /** Ends what Wine keeps running. */
  shutDown(): void;
}

/** A new PC in an empty folder: Windows 10, without anything that opens a window. */
export function windowsPc(folder: string): WindowsPc {
  const node = nodeForWindows();
  if (node === undefined) throw new Error('Node for Windows is not there');
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...inherited } = process.env;
  const env: NodeJS.ProcessEnv = {
    ...inherited,
    WINEPREFIX: join(folder, 'wine'),
    // Desktop and documents of the PC's user point there.
    HOME: join(folder, 'home'),
    WINEARCH: 'win64',
    WINEDEBUG: '-all',
    // Without .NET, a browser and menu entries: nothing here needs them, and the first two ask in a window.
    WINEDLLOVERRIDES: 'mscoree=d;mshtml=d;winemenubuilder.exe=d',
    LC_ALL: 'C.UTF-8',
  };
  mkdirSync(join(folder, 'home', 'Desktop'), { recursive: true });
  for (const [command, ...args] of [
    ['wineboot', '--init'],
    ['winecfg', '-v', 'win10'],
  ] as const) {
    const made = spawnSync(command, args, { env, encoding: 'utf8', timeout: MOST_MS });
    if (made.status !== 0) throw new Error(`${command}: ${made.stderr}`);
  }
  const here = (...names: readonly string[]): string => join(folder, 'wine', 'drive_c', ...names);
  let count = 0;
  const start: WindowsPc['start'] = (program, args, added = {}) =>
    new Promise((resolve, reject) => {
      // Pipes of Node for Windows do not work under Wine: what it says goes into files.
      count += 1;
      const [out, error] = ['out', 'error'].map((name) => join(folder, `${count}.${name}`)) as [string, string];
      const outputs = [openSync(out, 'w'), openSync(error, 'w')] as const;
      const stdio = ['ignore', ...outputs] as const;
      const child = spawn('wine', [program, ...args], {
        env: { ...env, ...added },
        stdio: [...stdio],
        timeout: MOST_MS,
      });
      child.once('error', reject);
      child.once('exit', (exitCode, signal) => {
        outputs.forEach((output) => closeSync(output));
        const [stdout, stderr] = [readFileSync(out, 'utf8'), readFileSync(error, 'utf8')];
        if (exitCode === null) reject(new Error(`${args.join(' ')} ended by ${String(signal)}: ${stderr}`));
        else resolve({ exitCode, stdout, stderr });
      });
    });
  return {
    here,
    folder: (...names) => {
      mkdirSync(here(...names), { recursive: true });
      return `C:\\${names.join('\\')}`;
    },
    run: (...args) => start(node, [onDriveZ(join(projectRoot, 'dist', 'cli.mjs')), ...args]),
    start,
    environment: env,
    shutDown: () => void spawnSync('wineserver', ['--kill', '--wait'], { env, timeout: MOST_MS }),
  };
}
