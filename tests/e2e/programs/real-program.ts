/** The Electron shell in a real Electron, with Chromium's sandbox, on a desktop of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { _electron, type ElectronApplication } from '@playwright/test';
import type { Desktop } from '../../harness/electron/real/desktop.ts';
import { AS_PERSON, giveToPerson } from '../../harness/electron/real/person.ts';
import { environmentOf, filesIn, foldersIn, savedIn } from './electron-folder.ts';
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
  /** The system's dialogs open for real; else those about files are answered at once, each with a folder of its own. */
  readonly hasDialogs?: boolean;
  readonly environment?: NodeJS.ProcessEnv;
}

const START_MS = 45_000;
const KILLED_MS = 5000;
const GERMAN = { LANGUAGE: 'de', LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8' };

/** Files are saved without a question, each time into a folder of its own. */
async function answerDialogs(application: ElectronApplication, target: string): Promise<void> {
  const wanted = { saved: target, before: foldersIn(target).length };
  await application.evaluate(({ dialog }, { saved, before }) => {
    const { mkdirSync } = process.getBuiltinModule('node:fs');
    let count = before;
    // A folder for each, as downloads stand beside each other: none replaces another.
    const next = (): string => {
      const folder = `${saved}/${(count += 1)}`;
      mkdirSync(folder, { recursive: true });
      return folder;
    };
    const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? '';
    Object.assign(dialog, {
      showSaveDialog: (...args: { defaultPath?: string }[]) =>
        Promise.resolve({ canceled: false, filePath: `${next()}/${nameOf(args.at(-1)?.defaultPath ?? '')}` }),
      showOpenDialog: () => Promise.resolve({ canceled: false, filePaths: [next()] }),
    });
  }, wanted);
}

/** Playwright waits for ever for the answer of a program that ended meanwhile. */
const within = <T>(milliseconds: number, work: Promise<T> | undefined): Promise<T | undefined> =>
  Promise.race([
    work,
    wait(milliseconds, undefined, { ref: false }).then(() => {
      throw new Error(`no answer within ${milliseconds} ms`);
    }),
  ]);

export function realProgram(folder: string, place: ElectronPlace, options: RealOptions = {}): RealProgram {
  let running: ElectronApplication | undefined;
  // Playwright knows it no more once it has ended.
  let child: ChildProcess | undefined;
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
  const kill = async (): Promise<void> => {
    child?.kill('SIGKILL');
    await within(KILLED_MS, running?.close()).catch(() => undefined);
  };
  return {
    folder,
    place,
    application,
    start: async () => {
      const target = savedIn(folder);
      mkdirSync(target, { recursive: true });
      giveToPerson(dirname(folder));
      const begin = async (): Promise<void> => {
        running = await _electron.launch({
          executablePath,
          args: [...switches, ...(options.args ?? [])],
          env: environment(),
          chromiumSandbox: true,
          timeout: START_MS,
        });
        child = running.process();
        if (!options.hasDialogs) await answerDialogs(running, target);
      };
      // This old Electron now and then ends in a check of its own while it starts; a fault of ours shows twice.
      await within(START_MS, begin()).catch(async () => {
        await kill();
        await within(START_MS, begin());
      });
    },
    startAgain: async (...args) => {
      const child = spawn(executablePath, [...switches, ...args], { env: environment(), stdio: 'ignore' });
      await once(child, 'exit');
    },
    ended: async () => {
      if (child?.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
    openWindow: () => application().firstWindow(),
    delivered: () => Promise.resolve(foldersIn(savedIn(folder)).flatMap(filesIn)),
    kill,
    cli: (...args) => {
      const output = runCli(folder, args);
      giveToPerson(dirname(folder));
      return output;
    },
  };
}
