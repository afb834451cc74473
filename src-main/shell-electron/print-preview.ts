/**
 * Printing: the PDF opens in a window of its own with Chromium's viewer, and is printed from there. With a dialog the window is shown as a
 * preview and the system's dialog opens over it; the viewer's own print button stays, so a cancelled or failed dialog loses nothing.
 * Without a dialog the window stays hidden, and closes when the printer has taken the pages.
 */
import { randomBytes } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import type { BrowserWindow, BrowserWindowConstructorOptions, PrinterInfo, WebContentsPrintOptions } from 'electron';
import { Refusal } from '../contract/shared/errors.ts';
import type { PrintOutcome } from '../contract/shell/procedures.ts';
import { shellTexts } from '../contract/shell/texts-de.ts';
import type { FileContent } from '../core/ports/ports.ts';
import type { PrintJob } from '../host/shell.ts';
import { ORIGIN, PRINT_PATH } from './policies.ts';
import { printOptions, printResult } from './print-options.ts';

export interface PrintPreview {
  print(job: PrintJob): Promise<PrintOutcome>;
  /** The pages of an open preview; the viewer may ask more than once. */
  readonly pages: (id: string) => FileContent | undefined;
}

/** A PDF of a thousand pages is ready in a few seconds. */
const READY_WITHIN_MS = 30_000;
/**
 * Electron tells that a printer has taken the pages, but not always: before 35 it never does for a PDF. A silent job is spooled within
 * seconds; before a dialog somebody may sit for a while.
 */
export const ANSWER_WITHIN_MS = { silent: 60_000, dialog: 10 * 60_000 };
/**
 * The viewer has loaded the document. Electron's types do not list the event (electron/electron#43436), but nothing else tells: printed at
 * `did-finish-load`, the pages are blank (electron/electron#30947).
 */
const READY = '-pdf-ready-to-print';

type Readiness = 'ready' | 'closed' | 'too-late';

/** To be asked before the address is loaded. */
function readiness(window: BrowserWindow): Promise<Readiness> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('too-late'), READY_WITHIN_MS);
    const settle = (how: Readiness): void => {
      clearTimeout(timer);
      resolve(how);
    };
    (window.webContents as EventEmitter).once(READY, () => settle('ready'));
    window.once('closed', () => settle('closed'));
  });
}

type Result = ReturnType<typeof printResult> | 'unknown';

/** Unknown as well when the window is closed before the answer: the dialog may have been confirmed by then. */
function send(window: BrowserWindow, options: WebContentsPrintOptions): Promise<Result> {
  return new Promise((resolve) => {
    const patience = options.silent === true ? ANSWER_WITHIN_MS.silent : ANSWER_WITHIN_MS.dialog;
    const timer = setTimeout(() => resolve('unknown'), patience);
    const settle = (result: Result): void => {
      clearTimeout(timer);
      resolve(result);
    };
    window.once('closed', () => settle('unknown'));
    window.webContents.print(options, (isDone, reason) => settle(printResult(isDone, reason)));
  });
}

export function printPreview(
  open: (options: BrowserWindowConstructorOptions) => BrowserWindow,
  printers: () => Promise<readonly PrinterInfo[]>,
): PrintPreview {
  const files = new Map<string, FileContent>();

  const openPages = (file: FileContent, isShown: boolean) => {
    const id = randomBytes(18).toString('base64url');
    files.set(id, file);
    const window = open({
      width: 980,
      height: 900,
      show: isShown,
      autoHideMenuBar: true,
      title: shellTexts.dialogs.printTitle(file.fileName),
      // Foreign pages never come here; the viewer is a plugin of Chromium's.
      webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false, plugins: true },
    });
    window.removeMenu();
    window.on('page-title-updated', (event) => event.preventDefault());
    window.on('closed', () => files.delete(id));
    const ready = readiness(window);
    return { window, ready, load: () => window.loadURL(`${ORIGIN}${PRINT_PATH}${id}`) };
  };

  /** Closes the window in any case: nothing is printed from it that nobody hears of. */
  const printAndClose = async (file: FileContent, options: WebContentsPrintOptions): Promise<PrintOutcome> => {
    const { window, ready, load } = openPages(file, options.silent !== true);
    try {
      await load();
      const state = await ready;
      if (state === 'closed') return { kind: 'cancelled' };
      const result = state === 'ready' ? await send(window, options) : 'failed';
      if (result !== 'failed') return { kind: result };
    } catch (error) {
      // Closed while it loads: the person's own act.
      if (window.isDestroyed()) return { kind: 'cancelled' };
      throw new Refusal('print-failed', { file: file.fileName }, { cause: error });
    } finally {
      if (!window.isDestroyed()) window.destroy();
    }
    throw new Refusal('print-failed', { file: file.fileName });
  };

  const preview = async (file: FileContent, options: WebContentsPrintOptions): Promise<PrintOutcome> => {
    const { window, ready, load } = openPages(file, true);
    void ready.then((state) => (state === 'ready' ? send(window, options) : undefined));
    await load();
    return { kind: 'preview' };
  };

  return {
    pages: (id) => files.get(id),
    print: async ({ file, times, settings, isAwaited }) => {
      const options = printOptions(settings, times, settings ? await printers() : []);
      return options.silent === true || isAwaited ? printAndClose(file, options) : preview(file, options);
    },
  };
}
