/** The local shell: host on 127.0.0.1, window in the installed browser. Without a display it keeps serving and says how to open it. */
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { defaultDataFolder } from '../adapters/files/data-folder.ts';
import { offerDelivery } from '../adapters/files/memory-handoff.ts';
import { Refusal } from '../contract/errors.ts';
import { sentenceFor } from '../contract/texts/de.ts';
import { reportUnexpected } from '../host/error-log.ts';
import { installationAt } from '../host/installation.ts';
import { openOfficeHost } from '../host/office-host.ts';
import { shellServices } from '../host/shell.ts';
import { browserShell } from './browser-shell.ts';
import { findBrowser, hasDisplay, openWindow } from './browser.ts';
import { askRunningHost, ownName, readLock, removeLock, writeLock } from './instance-lock.ts';
import { startLoopbackServer } from './loopback-server.ts';

/** A reloading window is gone for a moment; only then the host ends. */
const LAST_WINDOW_GONE_MS = 4000;

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

async function start(): Promise<void> {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, 'no-window': { type: 'boolean' } },
    strict: true,
  });
  const installation = installationAt(import.meta.url);
  const dataFolder = values.data ?? defaultDataFolder(process.platform, process.env);
  const browser = values['no-window'] ? null : findBrowser(process.platform, process.env);
  const withWindow = browser !== null && hasDisplay(process.platform, process.env);
  const show = (address: string): void => {
    if (withWindow) openWindow(browser, address, ownName(dataFolder, 'fenster'));
    else say(`Stellwerk läuft. Im Browser dieses Rechners öffnen:\n  ${address}`);
  };

  const running = readLock(dataFolder);
  const address = running && (await askRunningHost(running));
  if (address) {
    // The browser brings the window up beside the one that may be open; this start has done its work.
    show(address);
    return;
  }

  const host = await openOfficeHost(
    {
      dataFolder,
      assetFolder: installation.assetFolder,
      typstWorker: installation.typstWorker,
      attachmentWorker: installation.attachmentWorker,
      version: installation.version,
      builtAt: installation.builtAt,
      delivery: offerDelivery,
    },
    values.data === undefined,
  );
  const secret = randomBytes(24).toString('base64url');
  let goneTimer: NodeJS.Timeout | undefined;
  const server = await startLoopbackServer({
    host,
    shell: shellServices(browserShell, installation),
    windowFolder: installation.windowFolder,
    instanceSecret: secret,
    onWindowsChanged: (open) => {
      clearTimeout(goneTimer);
      if (open === 0 && withWindow) goneTimer = setTimeout(() => void stop(0), LAST_WINDOW_GONE_MS);
    },
  });
  mkdirSync(dataFolder, { recursive: true });
  writeLock(dataFolder, { port: server.port, secret, pid: process.pid });

  const stop = async (code: number): Promise<never> => {
    removeLock(dataFolder, secret);
    await server.close();
    await host.close();
    process.exit(code);
  };
  process.on('SIGINT', () => void stop(130));
  process.on('SIGTERM', () => void stop(143));
  show(server.freshAddress());
  if (!withWindow && process.stdin.isTTY) {
    say('Eingabetaste: neue Adresse · Strg+C: beenden');
    process.stdin.on('data', () => show(server.freshAddress()));
  }
}

try {
  await start();
} catch (error) {
  const refusal = error instanceof Refusal ? error : new Refusal('unexpected', { logId: reportUnexpected(error) });
  process.stderr.write(`${sentenceFor(refusal.code, refusal.details)}\n`);
  process.exit(refusal.code === 'unexpected' ? 70 : 1);
}
