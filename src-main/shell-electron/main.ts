/** The Electron shell: the same core and window as the local shell, in a hardened window with the system's dialogs. */
import { fileURLToPath } from 'node:url';
import { RPCHandler } from '@orpc/server/message-port';
import { app, BrowserWindow, dialog, ipcMain, MessageChannelMain, protocol, session } from 'electron';
import { defaultDataFolder } from '../adapters/files/data-folder.ts';
import { Refusal } from '../contract/errors.ts';
import { sentenceFor } from '../contract/texts/de.ts';
import { reportUnexpected } from '../host/error-log.ts';
import { installationAt } from '../host/installation.ts';
import { openOfficeHost, type OfficeHost } from '../host/office-host.ts';
import { router } from '../host/router.ts';
import { readStaticFiles } from '../host/static-files.ts';
import { answerRequest } from './app-protocol.ts';
import { navigationAllowed, ORIGIN, permissionAllowed, SCHEME, senderAllowed } from './policies.ts';
import { saveDialogDelivery } from './save-dialog-delivery.ts';
import { windowOptions } from './window-options.ts';

let mainWindow: BrowserWindow | null = null;

protocol.registerSchemesAsPrivileged([
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
]);

function refuseForeignPages(contents: Electron.WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!navigationAllowed(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!navigationAllowed(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Calls travel over a message port that only our own page gets. */
function connectWindow(host: OfficeHost): void {
  const handler = new RPCHandler(router);
  ipcMain.on('stellwerk-port-wanted', (event) => {
    if (
      !senderAllowed(
        event.senderFrame && { url: event.senderFrame.url, isMainFrame: event.senderFrame.parent === null },
      )
    )
      return;
    const { port1, port2 } = new MessageChannelMain();
    const context = {
      get app() {
        return host.app();
      },
      reportUnexpected,
      initialise: (input: Parameters<ReturnType<OfficeHost['context']>['initialise']>[0]) =>
        host.context().initialise(input),
    };
    handler.upgrade(port1, { context });
    port1.start();
    event.sender.postMessage('stellwerk-port', null, [port2]);
  });
}

async function start(): Promise<void> {
  const installation = installationAt(import.meta.url);
  const host = await openOfficeHost(
    {
      dataFolder: defaultDataFolder(process.platform, process.env),
      assetFolder: installation.assetFolder,
      typstWorker: installation.typstWorker,
      attachmentWorker: installation.attachmentWorker,
      version: installation.version,
      delivery: () => saveDialogDelivery(dialog, () => mainWindow, app.getPath('documents')),
    },
    true,
  );
  const files = readStaticFiles(installation.windowFolder);
  protocol.handle(SCHEME, (request) => answerRequest(request, files, host));
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(permissionAllowed(permission)),
  );
  session.defaultSession.setPermissionCheckHandler((_contents, permission) => permissionAllowed(permission));
  session.defaultSession.setSpellCheckerLanguages(['de-DE']);
  connectWindow(host);

  mainWindow = new BrowserWindow(windowOptions(fileURLToPath(new URL('./preload.cjs', import.meta.url))));
  mainWindow.once('ready-to-show', () => mainWindow?.show());
  mainWindow.on('closed', () => (mainWindow = null));
  await mainWindow.loadURL(`${ORIGIN}/`);
  app.on('window-all-closed', () => {
    void host.close().finally(() => app.quit());
  });
}

app.on('web-contents-created', (_event, contents) => refuseForeignPages(contents));

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    if (mainWindow?.isMinimized()) mainWindow.restore();
    mainWindow?.focus();
  });
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      const refusal = error instanceof Refusal ? error : new Refusal('unexpected', { logId: reportUnexpected(error) });
      dialog.showErrorBox('Stellwerk', sentenceFor(refusal.code, refusal.details));
      app.exit(1);
    });
} else {
  app.quit();
}
