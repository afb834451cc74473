/** Crashes of the window and of Chromium's helpers go to the error log by kind only: a memory dump would hold what was on the screen. */
import type { App, BrowserWindow, Dialog } from 'electron';
import { shellTexts } from '../contract/shell/texts-de.ts';
import { assertNever } from '../base/assert-never.ts';
import { crashOf, type ProcessEnd } from './crash.ts';

const CHOICES = ['reload', 'saveReport', 'quit'] as const;

async function askAfterCrash(dialog: Dialog, window: BrowserWindow): Promise<(typeof CHOICES)[number]> {
  const { crash } = shellTexts;
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title: crash.title,
    message: crash.message,
    detail: crash.detail,
    buttons: CHOICES.map((choice) => crash[choice]),
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return CHOICES[response] ?? 'reload';
}

export function watchCrashes(options: {
  readonly app: App;
  readonly dialog: Dialog;
  readonly report: (error: unknown) => string;
  readonly saveReport: () => Promise<unknown>;
}): (window: BrowserWindow) => void {
  const { app, report } = options;
  const log = (end: ProcessEnd): boolean => {
    const crash = crashOf(end);
    if (crash) report(crash);
    return crash !== null;
  };
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => void log({ process: type, reason, exitCode }));
  process.on('unhandledRejection', (error) => report(error));

  const recover = async (window: BrowserWindow): Promise<void> => {
    const choice = await askAfterCrash(options.dialog, window);
    switch (choice) {
      case 'reload':
        window.webContents.reload();
        return;
      case 'saveReport':
        await options.saveReport();
        return recover(window);
      case 'quit':
        app.quit();
        return;
      default:
        return assertNever(choice);
    }
  };
  return (window) => {
    window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      if (log({ process: 'Window', reason, exitCode })) recover(window).catch(report);
    });
  };
}
