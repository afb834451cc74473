/** The system's dialogs: finished files are saved, a file to take over is chosen. Each purpose remembers its folder. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BrowserWindow, Dialog, OpenDialogOptions, SaveDialogOptions } from 'electron';
import { writeFiles } from '../adapters/files/write-files.ts';
import { shellTexts } from '../contract/texts/shell-de.ts';
import type { DeliveryPort } from '../core/ports.ts';
import { safeFileName } from './policies.ts';
import { placeFor, purposeOf, rememberPlace, saveOptions, type Purpose } from './remembered-places.ts';
import type { ShellMemory } from './shell-memory.ts';

export interface DeskDialogs {
  readonly delivery: DeliveryPort;
  /** The file a person chose to take over; null when they cancelled. */
  chooseImport(): Promise<string | null>;
}

const IMPORTABLE = ['stellwerk', 'docx', 'pdf', 'txt', 'json'];

export function deskDialogs(options: {
  readonly dialog: Dialog;
  readonly window: () => BrowserWindow | null;
  readonly memory: ShellMemory;
  readonly documents: string;
}): DeskDialogs {
  const { dialog, window, memory } = options;
  const { dialogs: t } = shellTexts;
  const place = (purpose: Purpose): string =>
    placeFor(memory.state(), purpose, { exists: existsSync, fallback: options.documents });
  const remember = (purpose: Purpose, folder: string): void =>
    memory.change(rememberPlace(memory.state(), purpose, folder));

  const saveAs = async (wanted: SaveDialogOptions): Promise<string | null> => {
    const parent = window();
    const answer = await (parent ? dialog.showSaveDialog(parent, wanted) : dialog.showSaveDialog(wanted));
    return answer.canceled || answer.filePath === '' ? null : answer.filePath;
  };
  const choose = async (wanted: OpenDialogOptions): Promise<string | null> => {
    const parent = window();
    const answer = await (parent ? dialog.showOpenDialog(parent, wanted) : dialog.showOpenDialog(wanted));
    return answer.canceled ? null : (answer.filePaths[0] ?? null);
  };

  /** One file is saved as, several go into a folder. */
  const targetsFor = async (names: readonly string[]): Promise<readonly string[] | null> => {
    const purpose = purposeOf(names);
    const [only] = names;
    if (names.length === 1 && only !== undefined) {
      const path = await saveAs(saveOptions(place(purpose), only));
      if (path !== null) remember(purpose, dirname(path));
      return path === null ? null : [path];
    }
    const folder = await choose({
      title: t.chooseFolder,
      defaultPath: place(purpose),
      properties: ['openDirectory', 'createDirectory'],
    });
    if (folder === null) return null;
    remember(purpose, folder);
    return names.map((name) => join(folder, name));
  };

  return {
    delivery: {
      deliver: async (files) => {
        const paths = await targetsFor(files.map((file) => safeFileName(file.fileName)));
        if (!paths) return { kind: 'cancelled' };
        await writeFiles(files.map((file, index) => ({ ...file, path: paths[index] ?? '' })));
        return { kind: 'saved', paths: [...paths] };
      },
    },
    chooseImport: async () => {
      const path = await choose({
        title: t.importTitle,
        defaultPath: place('import'),
        filters: [
          { name: t.importable, extensions: IMPORTABLE },
          { name: t.allFiles, extensions: ['*'] },
        ],
        properties: ['openFile'],
      });
      if (path !== null) remember('import', dirname(path));
      return path;
    },
  };
}
