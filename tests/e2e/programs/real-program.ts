/** The Electron shell in a real Electron, with Chromium's sandbox, on a desktop of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import type { Desktop } from '../../support/real-electron/desktop.ts';
import { AS_PERSON, giveToPerson } from '../../support/real-electron/person.ts';
import { environmentOf, filesIn, savedIn } from './electron-folder.ts';
import { runCli, type RunningProgram } from './program.ts';

/** What all programs of a worker share. */
export interface ElectronPlace {
  readonly binary: string;
  /** With package.json and dist. */
  readonly programFolder: string;
  /** Null on systems that have a desktop of their own. */
  readonly desktop: Desktop | null;
}

export interface RealProgram extends RunningProgram {
  readonly place: ElectronPlace;
  application(): ElectronApplication;
  /** Starts it a second time, as a double click on a file does; resolves when that process has ended. */
  startAgain(...args: string[]): Promise<void>;
  /** Resolves when the process has ended by itself. */
  ended(): Promise<void>;
}

export interface RealOptions {
  readonly args?: readonly string[];
  /** The system's dialogs open for real; else each is answered at once: saved into one folder. */
  readonly hasDialogs?: boolean;
  readonly environment?: NodeJS.ProcessEnv;
}

const GERMAN = { LANGUAGE: 'de', LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8' };

export function realProgram(folder: string, place: ElectronPlace, options: RealOptions = {}): RealProgram {
  let running: ElectronApplication | undefined;
  const environment = (): Record<string, string> => {
    const all: NodeJS.ProcessEnv = {
      ...environmentOf(folder),
      ...GERMAN,
      ...(place.desktop && { ...place.desktop.environment, STELLWERK_TEST_PROGRAM: place.binary }),
      ...options.environment,
    };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Record<string, string>;
  };
  const application = (): ElectronApplication => {
    if (!running) throw new Error('the program was not started');
    return running;
  };
  // On a desktop of ours it runs as somebody without rights, which a script sees to.
  const executablePath = place.desktop ? AS_PERSON : place.binary;
  const switches = ['--lang=de', place.programFolder];
  return {
    folder,
    place,
    application,
    start: async () => {
      const target = savedIn(folder);
      mkdirSync(target, { recursive: true });
      giveToPerson(dirname(folder));
      running = await _electron.launch({
        executablePath,
        args: [...switches, ...(options.args ?? [])],
        env: environment(),
        chromiumSandbox: true,
      });
      if (options.hasDialogs) return;
      await running.evaluate(({ dialog }, saved) => {
        const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? '';
        Object.assign(dialog, {
          showSaveDialog: (...args: { defaultPath?: string }[]) =>
            Promise.resolve({ canceled: false, filePath: `${saved}/${nameOf(args.at(-1)?.defaultPath ?? '')}` }),
          showOpenDialog: () => Promise.resolve({ canceled: false, filePaths: [saved] }),
        });
      }, target);
    },
    startAgain: async (...args) => {
      const child = spawn(executablePath, [...switches, ...args], { env: environment(), stdio: 'ignore' });
      await once(child, 'exit');
    },
    ended: async () => {
      const process = application().process();
      if (process.exitCode === null && process.signalCode === null) await once(process, 'exit');
    },
    openWindow: () => application().firstWindow(),
    delivered: () => Promise.resolve(filesIn(savedIn(folder))),
    kill: async () => {
      running?.process().kill('SIGKILL');
      await running?.close().catch(() => undefined);
    },
    cli: (...args) => {
      const output = runCli(folder, args);
      giveToPerson(dirname(folder));
      return output;
    },
  };
}
