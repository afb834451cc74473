/** The local shell: host on 127.0.0.1, window in the installed browser. Without a display it keeps serving and says how to open it. */
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataFolder } from '../adapters/files/data-folder.ts';
import { Refusal } from '../contract/shared/errors.ts';
import { sentenceFor } from '../contract/shared/errors-de.ts';
import { shellTexts } from '../contract/shell/texts-de.ts';
import { reportUnexpected } from '../host/error-log.ts';
import { installationAt } from '../host/installation.ts';
import { inProcess, openFence } from '../host/open-fence.ts';
import { openOfficeHost } from '../host/office-host.ts';
import { shellServices } from '../host/shell.ts';
import { accessFolder } from './access-folder.ts';
import { newSecret } from './access.ts';
import { browserShell } from './browser-shell.ts';
import { findBrowser, hasDisplay, openWindow, type BrowserWindow } from './browser.ts';
import { watchEndings } from './endings.ts';
import { askRunningHost, readLock, removeLock, writeLock } from './instance-lock.ts';
import { startLoopbackServer, type LoopbackServer } from './loopback-server.ts';
import { outputIsPrivate } from './private-output.ts';
import { removeOpeningPages } from './opening-pages.ts';

/** A reloading window is gone for a moment; only then the host ends. */
const LAST_WINDOW_GONE_MS = 4000;
/** A window that stayed open while its host was gone asks several times a second. */
const FORMER_WINDOW_MS = 2500;
/** From a browser's process that handed its page on to the window on the screen. */
const FIRST_WINDOW_MS = 30_000;

const say = (text: string): boolean => process.stdout.write(`${text}\n`);
const { local: t } = shellTexts;

/** The address to whoever started the program; a page that only the owner can read where others could read along. */
const sayAddress = (address: string): boolean => say(t.openAddress(address));
const sayPage = (page: string): boolean => say(t.openPage(pathToFileURL(page).href));

async function start(): Promise<void> {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, 'no-window': { type: 'boolean' } },
    strict: true,
  });
  const installation = installationAt(import.meta.url);
  const dataFolder = resolve(values.data ?? defaultDataFolder(process.platform, process.env));
  const access = accessFolder(dataFolder);
  const browser = values['no-window'] ? null : findBrowser(process.platform, process.env);
  const windowBrowser = hasDisplay(process.platform, process.env) ? browser : null;
  const isPrivate = outputIsPrivate();

  const running = readLock(dataFolder);
  const found = running && (await askRunningHost(running, windowBrowser || !isPrivate ? 'page' : 'address'));
  if (found) {
    // The browser brings the window up beside the one that may be open; this start has done its work.
    if (windowBrowser && found.page !== null) openWindow(windowBrowser, found.page, access.profile, () => undefined);
    else if (found.page !== null) sayPage(found.page);
    else sayAddress(found.address);
    return;
  }

  const host = await openOfficeHost(
    {
      dataFolder,
      assetFolder: installation.assetFolder,
      typstWorker: installation.typstWorker,
      fence: () => openFence(inProcess(installation.fileReader)),
      workThread: installation.workThread,
      version: installation.version,
      builtAt: installation.builtAt,
    },
    values.data === undefined,
  );
  const secret = newSecret();
  let server: LoopbackServer | null = null;
  let window: BrowserWindow | null = null;
  const end = watchEndings({
    close: async () => {
      // The next start is not sent here any more; then the window, so that what was typed last is still saved.
      removeLock(dataFolder, secret);
      await window?.end();
      await server?.close();
      await host.close();
    },
    removeTraces: () => {
      removeLock(dataFolder, secret);
      if (server) removeOpeningPages(access.pages);
    },
    report: (error) => void reportUnexpected(error),
  });

  let goneTimer: NodeJS.Timeout | undefined;
  /** Without a window there is nobody to serve; what was in it cannot come back. */
  const endWithoutWindow = (afterMs: number): void => {
    clearTimeout(goneTimer);
    goneTimer = setTimeout(() => {
      server?.forgetWindows();
      void end(0);
    }, afterMs);
  };
  server = await startLoopbackServer({
    host,
    shell: shellServices(browserShell, installation),
    windowFolder: installation.windowFolder,
    access,
    instanceSecret: secret,
    onWindowsChanged: (open) => {
      clearTimeout(goneTimer);
      if (open === 0 && windowBrowser) endWithoutWindow(LAST_WINDOW_GONE_MS);
    },
  });
  writeLock(dataFolder, { port: server.port, secret, pid: process.pid });

  const { openWindows } = server;
  const serving = server;
  const sayHow = (): boolean => (isPrivate ? sayAddress(serving.freshAddress()) : sayPage(serving.freshPage()));
  if (!windowBrowser) {
    sayHow();
    if (!process.stdin.isTTY) return;
    say(t.keys);
    process.stdin.on('data', sayHow);
    return;
  }
  const openOne = (): void => {
    if (openWindows() > 0) return;
    window = openWindow(windowBrowser, serving.freshPage(), access.profile, (failed) => {
      if (openWindows() > 0) return;
      if (failed) sayHow();
      else endWithoutWindow(FIRST_WINDOW_MS);
    });
  };
  // A window that stayed open is the window; a second one beside it would only confuse.
  setTimeout(openOne, server.hasFormerWindows ? FORMER_WINDOW_MS : 0);
}

try {
  await start();
} catch (error) {
  const refusal = error instanceof Refusal ? error : new Refusal('unexpected', { logId: reportUnexpected(error) });
  process.stderr.write(`${sentenceFor(refusal.code, refusal.details)}\n`);
  process.exit(refusal.code === 'unexpected' ? 70 : 1);
}
