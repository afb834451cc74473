/** The Electron shell: over the double, or with the real binary. Both keep their data under XDG_DATA_HOME and save into one folder. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import {
  WindowDriver,
  type DialogQuestion,
  type PrintAnswer,
  type PrinterOfTest,
} from '../../support/electron-double/window-driver.ts';
import { root, runCli, type DeliveredFile, type RunningProgram } from './program.ts';

/** `folder` is named by the program itself: stellwerk, below XDG_DATA_HOME. */
const environmentOf = (folder: string): NodeJS.ProcessEnv => ({
  ...process.env,
  XDG_DATA_HOME: dirname(folder),
  TMPDIR: dirname(folder),
  HOME: dirname(folder),
});
const savedIn = (folder: string): string => join(folder, 'ausgabe');

/** A file being written has a hidden name until it is whole. */
function filesIn(folder: string): readonly DeliveredFile[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  return names.map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
}

export interface DoubleProgram extends RunningProgram {
  window(): WindowDriver;
  /** Every dialog that was opened, in order. */
  readonly dialogs: readonly DialogQuestion[];
  /** Answers the next open dialog for a file with this path. */
  chooseNext(path: string): void;
  /** What the system knows; a test takes one away or adds one. */
  readonly printers: PrinterOfTest[];
  /** Answers every print from now on. */
  answerPrints(answer: PrintAnswer): void;
  /** The printer takes its time until the returned function is called. */
  holdPrints(): () => void;
}

export interface DoubleOptions {
  readonly entry?: string;
  readonly args?: readonly string[];
}

export function doubleProgram(folder: string, page: Page, options: DoubleOptions = {}): DoubleProgram {
  let driver: WindowDriver | undefined;
  let chosen: string | null = null;
  const dialogs: DialogQuestion[] = [];
  const printers: PrinterOfTest[] = [
    { name: 'Rathaus_2OG', displayName: 'Rathaus 2. OG' },
    { name: 'Poststelle', displayName: '' },
  ];
  let printAnswer: PrintAnswer = { isDone: true, reason: '' };
  let held: Promise<null> = Promise.resolve(null);
  const answerDialog = (question: DialogQuestion): unknown => {
    dialogs.push(question);
    const target = savedIn(folder);
    mkdirSync(target, { recursive: true });
    const { defaultPath = '', properties = [] } = question.options;
    switch (question.name) {
      case 'showSaveDialog':
        return { canceled: false, filePath: join(target, basename(defaultPath)) };
      case 'showOpenDialog':
        if (properties.includes('openDirectory')) return { canceled: false, filePaths: [target] };
        return { canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] };
      case 'showMessageBox':
        return { response: 0 };
    }
  };
  return {
    folder,
    dialogs,
    chooseNext: (path) => (chosen = path),
    printers,
    answerPrints: (answer) => (printAnswer = answer),
    holdPrints: () => {
      const { promise, resolve } = Promise.withResolvers<null>();
      held = promise;
      return () => resolve(null);
    },
    window: () => {
      if (!driver) throw new Error('the program was not started');
      return driver;
    },
    start: async () => {
      driver = await WindowDriver.start(page, {
        entry: options.entry ?? join(root, 'dist', 'electron-main.mjs'),
        args: options.args ?? [],
        environment: environmentOf(folder),
        answerDialog,
        printers: () => printers,
        answerPrint: async () => {
          await held;
          return printAnswer;
        },
      });
    },
    openWindow: () => Promise.resolve(page),
    delivered: () => Promise.resolve(filesIn(savedIn(folder))),
    kill: async () => driver?.kill(),
    cli: (...args) => runCli(folder, args),
  };
}

interface Search {
  readonly findElectron: (surroundings: object) => string | undefined;
}

/** The binary, found without loading the package: that would begin a download. */
export function electronBinary(): string | undefined {
  const { findElectron } = createRequire(import.meta.url)(join(root, 'tools', 'run', 'electron-search.cjs')) as Search;
  return findElectron({
    root,
    platform: process.platform,
    env: process.env,
    fileExists: existsSync,
    readText: (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined),
  });
}

export function electronProgram(folder: string, executablePath: string): RunningProgram {
  let running: ElectronApplication | undefined;
  return {
    folder,
    start: async () => {
      const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
      running = await _electron.launch({
        executablePath,
        args: [...noSandbox, root],
        env: environmentOf(folder) as Record<string, string>,
      });
      const target = savedIn(folder);
      mkdirSync(target, { recursive: true });
      await running.evaluate(({ dialog }, saved) => {
        const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? '';
        Object.assign(dialog, {
          showSaveDialog: (...args: { defaultPath?: string }[]) =>
            Promise.resolve({ canceled: false, filePath: `${saved}/${nameOf(args.at(-1)?.defaultPath ?? '')}` }),
          showOpenDialog: () => Promise.resolve({ canceled: false, filePaths: [saved] }),
        });
      }, target);
    },
    openWindow: async () => {
      if (!running) throw new Error('the program was not started');
      return running.firstWindow();
    },
    delivered: () => Promise.resolve(filesIn(savedIn(folder))),
    kill: async () => {
      running?.process().kill('SIGKILL');
      await running?.close().catch(() => undefined);
    },
    cli: (...args) => runCli(folder, args),
  };
}
