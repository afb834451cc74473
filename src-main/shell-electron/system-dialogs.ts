/** The system's dialogs: finished files are saved, a file to take over is chosen. Each purpose remembers its folder. */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { BrowserWindow, Dialog, MessageBoxOptions, OpenDialogOptions, SaveDialogOptions, Shell } from 'electron';
import { writeFiles, type FileToWrite } from '../adapters/files/write-files.ts';
import { Refusal } from '../contract/shared/errors.ts';
import { shellTexts } from '../contract/shell/texts-de.ts';
import type { DeliveryPort, FileContent } from '../core/ports/ports.ts';
import { existingFiles } from '../adapters/files/existing-files.ts';
import { replaceQuestion } from './replace-question.ts';
import { safeFileName } from './policies.ts';
import { placeFor, purposeOf, rememberPlace, saveOptions, type Purpose } from './remembered-places.ts';
import type { ShellMemory } from './shell-memory.ts';

export interface SystemDialogs {
  readonly delivery: DeliveryPort;
  /** The file a person chose to take over; null when they cancelled. */
  chooseImport(): Promise<string | null>;
  /** Shows a file in its folder, selected: only one that was saved since the start, so that a page opens nothing else. */
  showSaved(path: string): void;
}

const IMPORTABLE = ['stellwerk', 'docx', 'pdf', 'txt', 'json'];

export function systemDialogs(options: {
  readonly dialog: Dialog;
  readonly window: () => BrowserWindow | null;
  readonly memory: ShellMemory;
  readonly documents: string;
  readonly shell: Pick<Shell, 'showItemInFolder'>;
  /** The system keeps what was saved among its recent files. */
  readonly addRecent: (path: string) => void;
}): SystemDialogs {
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

  const ask = async (question: MessageBoxOptions): Promise<number> => {
    const parent = window();
    return (await (parent ? dialog.showMessageBox(parent, question) : dialog.showMessageBox(question))).response;
  };
  const saved = new Set<string>();

  const saveOne = async (file: FileContent, name: string): Promise<readonly FileToWrite[] | null> => {
    const purpose = purposeOf([name]);
    const path = await saveAs(saveOptions(place(purpose), name));
    if (path === null) return null;
    remember(purpose, dirname(path));
    return [{ ...file, path }];
  };

  /** The system's dialog for a folder knows nothing of the files, so what they would replace is named here. */
  const saveSeveral = async (
    files: readonly FileContent[],
    names: readonly string[],
  ): Promise<readonly FileToWrite[] | null> => {
    const purpose = purposeOf(names);
    for (;;) {
      const folder = await choose({
        title: t.chooseFolder,
        defaultPath: place(purpose),
        properties: ['openDirectory', 'createDirectory'],
      });
      if (folder === null) return null;
      remember(purpose, folder);
      const wanted = files.map((file, index) => ({ ...file, path: join(folder, names[index] ?? '') }));
      const existing = await existingFiles(wanted);
      if (existing.length === 0) return wanted;
      const { box, choiceAt } = replaceQuestion(existing);
      switch (choiceAt(await ask(box))) {
        case 'replace':
          return wanted;
        case 'cancel':
          return null;
        case 'otherFolder':
          break;
      }
    }
  };

  return {
    delivery: {
      deliver: async (files) => {
        const names = files.map(({ fileName }) => safeFileName(fileName));
        const [only, ...others] = files;
        const wanted =
          only && others.length === 0 ? await saveOne(only, names[0] ?? '') : await saveSeveral(files, names);
        if (!wanted) return { kind: 'cancelled' };
        await writeFiles(wanted);
        const paths = wanted.map(({ path }) => path);
        for (const path of paths) {
          saved.add(path);
          options.addRecent(path);
        }
        return { kind: 'saved', paths };
      },
    },
    showSaved: (path) => {
      if (!saved.has(path) || !existsSync(path)) throw new Refusal('file-missing', { file: basename(path) });
      options.shell.showItemInFolder(path);
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
