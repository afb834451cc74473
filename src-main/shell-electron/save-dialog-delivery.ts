/** Delivery through the system's dialogs: one file is saved as, several go into a folder. */
import { join } from 'node:path';
import type { BrowserWindow, Dialog } from 'electron';
import { writeFiles } from '../adapters/files/write-files.ts';
import type { DeliveryPort } from '../core/ports.ts';
import { safeFileName } from './policies.ts';

export function saveDialogDelivery(
  dialog: Dialog,
  window: () => BrowserWindow | null,
  startFolder: string,
): DeliveryPort {
  let lastFolder = startFolder;
  const targetsFor = async (names: readonly string[]): Promise<readonly string[] | null> => {
    const parent = window();
    const [only] = names;
    if (names.length === 1 && only !== undefined) {
      const options = { defaultPath: join(lastFolder, only) };
      const { filePath, canceled } = parent
        ? await dialog.showSaveDialog(parent, options)
        : await dialog.showSaveDialog(options);
      return canceled || filePath === '' ? null : [filePath];
    }
    const options = { defaultPath: lastFolder, properties: ['openDirectory' as const, 'createDirectory' as const] };
    const { filePaths, canceled } = parent
      ? await dialog.showOpenDialog(parent, options)
      : await dialog.showOpenDialog(options);
    const [folder] = filePaths;
    if (canceled || folder === undefined) return null;
    lastFolder = folder;
    return names.map((name) => join(folder, name));
  };
  return {
    deliver: async (files) => {
      const paths = await targetsFor(files.map((file) => safeFileName(file.fileName)));
      if (!paths) return { kind: 'cancelled' };
      await writeFiles(files.map((file, index) => ({ path: paths[index] ?? '', bytes: file.bytes })));
      return { kind: 'saved', paths: [...paths] };
    },
  };
}
