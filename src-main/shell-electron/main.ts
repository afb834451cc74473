/** The Electron shell: the same core and window as the local shell, in a hardened window with the system's menus and dialogs. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
  type PrinterInfo,
  utilityProcess,
} from 'electron';
import { defaultDataFolder } from '../adapters/files/data-folder.ts';
import { Refusal } from '../contract/shared/errors.ts';
import { sentenceFor } from '../contract/shared/errors-de.ts';
import { shellTexts } from '../contract/shell/texts-de.ts';
import { assertNever } from '../base/assert-never.ts';
import { reportUnexpected } from '../host/error-log.ts';
import type { FileFence } from '../core/reading/file-fence.ts';
import { installationAt } from '../host/installation.ts';
import { openFence } from '../host/open-fence.ts';
import { handOver } from '../host/answer.ts';
import { openOfficeHost } from '../host/office-host.ts';
import { shellServices } from '../host/shell.ts';
import { readStaticFiles } from '../host/static-files.ts';
import { answerRequest } from './app-protocol.ts';
import { openDoors } from './closed-doors.ts';
import { runCommandLineMode } from './command-line-mode.ts';
import { createCommandStream } from './command-stream.ts';
import { contextMenuEntries } from './context-menu.ts';
import { watchCrashes } from './crash-watch.ts';
import { systemDialogs } from './system-dialogs.ts';
import { checkSpelling, hardenSession, refuseForeignPages, registerScheme } from './hardening.ts';
import { openMainWindow, type MainWindow } from './main-window.ts';
import { menuGroups } from './menu.ts';
import { nativeContextMenu, nativeMenu } from './native-menu.ts';
import { openFileCommand } from './open-file.ts';
import { ORIGIN, SCHEME } from './policies.ts';
import { knownPrinters } from './print-options.ts';
import { printPreview } from './print-preview.ts';
import { openShellMemory } from './shell-memory.ts';
import { commandLineArguments, filesToOpen } from './start-arguments.ts';
import { utilityReaders } from './utility-reader.ts';
import { connectWindow } from './window-wire.ts';

const dataFolder = defaultDataFolder(process.platform, process.env);

function tellAndEnd(error: unknown): void {
  const refusal = error instanceof Refusal ? error : new Refusal('unexpected', { logId: reportUnexpected(error) });
  dialog.showErrorBox('Stellwerk', sentenceFor(refusal.code, refusal.details));
  app.exit(1);
}

async function start(
  toOpen: readonly string[],
  onFiles: (open: (paths: readonly string[]) => void) => void,
): Promise<void> {
  const installation = installationAt(import.meta.url);
  const memory = openShellMemory(dataFolder);
  const commands = createCommandStream();
  let main: MainWindow | null = null;
  const window = (): BrowserWindow | null => main?.window ?? null;
  const dialogs = systemDialogs({
    dialog,
    window,
    memory,
    documents: app.getPath('documents'),
    shell,
    addRecent: (path) => app.addRecentDocument(path),
  });
  const printers = async (): Promise<PrinterInfo[]> => (await window()?.webContents.getPrintersAsync()) ?? [];
  const preview = printPreview((options) => {
    const parent = window();
    return new BrowserWindow({ ...options, ...(parent && { parent }) });
  }, printers);
  const fence = (): FileFence =>
    openFence(() => Promise.resolve(utilityReaders({ app, utilityProcess, entry: installation.fileReader })));
  const host = await openOfficeHost({ ...installation, dataFolder, fence }, true);
  const services = shellServices(
    {
      components: [
        { name: 'Electron', version: process.versions.electron },
        { name: 'Chromium', version: process.versions.chrome },
        { name: 'Node.js', version: process.versions.node },
      ],
      commands: (signal) => commands.listen(signal),
      printers: async () => ({ canChoose: true, printers: knownPrinters(await printers()) }),
      showSaved: async (path) => dialogs.showSaved(path),
      print: (job) => preview.print(job),
    },
    installation,
  );
  const files = readStaticFiles(installation.windowFolder);
  const content = { files, host, printed: preview.pages, report: reportUnexpected };
  protocol.handle(SCHEME, (request) => answerRequest(request, content));
  hardenSession(session.defaultSession);
  checkSpelling(session.defaultSession);
  connectWindow(ipcMain, () => new MessageChannelMain(), host.context(services, dialogs.delivery));
  const guard = watchCrashes({
    app,
    dialog,
    report: reportUnexpected,
    saveReport: () => handOver(services.errorReport(), dialogs.delivery),
  });

  const open = (paths: readonly string[]): void => {
    const target = window();
    if (target?.isMinimized()) target.restore();
    target?.show();
    target?.focus();
    for (const path of paths)
      openFileCommand(path, host.app().handoff).then((command) => {
        if (command.kind === 'open-file') app.addRecentDocument(path);
        commands.send(command);
      }, reportUnexpected);
  };
  const menu = nativeMenu(menuGroups(), window, (deed) => {
    switch (deed.kind) {
      case 'window':
        commands.send({ kind: 'action', action: deed.action });
        return;
      case 'zoom':
        main?.zoom(deed.step);
        return;
      case 'import-file':
        dialogs.chooseImport().then((path) => path !== null && open([path]), reportUnexpected);
        return;
      default:
        assertNever(deed);
    }
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu));

  main = openMainWindow({
    create: (options) => new BrowserWindow(options),
    screen,
    nativeTheme,
    memory,
    preload: fileURLToPath(new URL('./preload.cjs', import.meta.url)),
  });
  const { webContents } = main.window;
  guard(main.window);
  main.window.on('closed', () => (main = null));
  webContents.on('context-menu', (_event, parameters) => {
    const entries = contextMenuEntries(parameters);
    if (entries.length === 0) return;
    const run = {
      replace: (word: string) => {
        webContents.replaceMisspelling(word);
      },
      learn: (word: string) => {
        webContents.session.addWordToSpellCheckerDictionary(word);
      },
    };
    Menu.buildFromTemplate(nativeContextMenu(entries, run)).popup();
  });
  app.on('window-all-closed', () => app.quit());
  // The one event of every way to end, by the menu, too; it does not wait by itself.
  app.once('will-quit', (event) => {
    event.preventDefault();
    void memory
      .settled()
      .then(() => host.close())
      .finally(() => app.exit(0));
  });
  await main.window.loadURL(`${ORIGIN}/`);
  onFiles(open);
  open(toOpen);
}

function startProgram(): void {
  let open: ((paths: readonly string[]) => void) | null = null;
  const waiting = [...filesToOpen(process.argv, process.cwd())];
  const openOrWait = (paths: readonly string[]): void => {
    if (open) open(paths);
    else waiting.push(...paths);
  };
  app.enableSandbox();
  registerScheme(protocol);
  app.on('web-contents-created', (_event, contents) => refuseForeignPages(contents));
  app.on('second-instance', (_event, argv, workingFolder) => openOrWait(filesToOpen(argv, workingFolder)));
  // The way of macOS, which starts no second instance.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openOrWait([path]);
  });
  process.on('uncaughtException', tellAndEnd);
  app
    .whenReady()
    .then(() => start(waiting, (ready) => (open = ready)))
    .catch(tellAndEnd);
}

/** Profile, cache and spelling dictionary stay on this machine; Electron's own choice is the roaming profile. */
function keepProfileHere(): void {
  const profile = join(dataFolder, 'profil');
  try {
    mkdirSync(profile, { recursive: true });
  } catch (error) {
    throw new Refusal('data-folder-not-writable', { folder: dataFolder }, { cause: error });
  }
  app.setPath('userData', profile);
}

function startOnce(): void {
  try {
    keepProfileHere();
    app.setAppUserModelId('de.stellwerk.app');
    if (app.requestSingleInstanceLock()) startProgram();
    else app.quit();
  } catch (error) {
    tellAndEnd(error);
  }
}

const commandLine = commandLineArguments(process.argv, app.isPackaged);
const doors = openDoors(app.isPackaged, (name) => app.commandLine.hasSwitch(name));
if (doors.length > 0) {
  // Before Chromium has opened anything, and so before there is a window to say it in.
  process.stderr.write(`${shellTexts.doorRefused(doors.map((name) => `--${name}`).join(', '))}\n`);
  app.exit(1);
} else if (commandLine) await runCommandLineMode(app, commandLine, new URL('./cli.mjs', import.meta.url));
else startOnce();
