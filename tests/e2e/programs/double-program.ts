/** The Electron shell over the double of its module. It keeps its data under XDG_DATA_HOME and saves into one folder. */
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  WindowDriver,
  type DialogQuestion,
  type PrintAnswer,
  type PrinterOfTest,
} from '../../harness/electron/double/window-driver.ts';
import { environmentOf, filesIn, savedIn } from './electron-folder.ts';
import { root, runCli, type RunningProgram } from './program.ts';

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
