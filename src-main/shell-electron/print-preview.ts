/**
 * Printing with a preview: the PDF opens in a window of its own with Chromium's viewer, and the system's print dialog opens over it. The
 * viewer's own print button stays, so a cancelled or failed dialog loses nothing.
 */
import { randomBytes } from 'node:crypto';
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import type { PrintOutcome } from '../contract/shell-procedures.ts';
import { shellTexts } from '../contract/texts/shell-de.ts';
import type { FileContent } from '../core/ports.ts';
import { ORIGIN, PRINT_PATH } from './policies.ts';

export interface PrintPreview {
  print(file: FileContent): Promise<PrintOutcome>;
  /** The pages of an open preview; the viewer may ask more than once. */
  readonly pages: (id: string) => FileContent | undefined;
}

export function printPreview(open: (options: BrowserWindowConstructorOptions) => BrowserWindow): PrintPreview {
  const files = new Map<string, FileContent>();
  return {
    pages: (id) => files.get(id),
    print: async (file) => {
      const id = randomBytes(18).toString('base64url');
      files.set(id, file);
      const window = open({
        width: 980,
        height: 900,
        autoHideMenuBar: true,
        title: shellTexts.dialogs.printTitle(file.fileName),
        // Foreign pages never come here; the viewer is a plugin of Chromium's.
        webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false, plugins: true },
      });
      window.removeMenu();
      window.on('page-title-updated', (event) => event.preventDefault());
      window.on('closed', () => files.delete(id));
      window.webContents.once('did-finish-load', () => window.webContents.print({ pageSize: 'A4' }, () => undefined));
      await window.loadURL(`${ORIGIN}${PRINT_PATH}${id}`);
      return { kind: 'preview' };
    },
  };
}
