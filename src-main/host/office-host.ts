/**
 * The host a window works with. On a new machine it asks: own office or example; the example office has its own folder, so that trying
 * out never mixes with work.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '../core/app.ts';
import { Refusal } from '../contract/errors.ts';
import type { SystemStatus } from '../contract/procedures.ts';
import { openHost, type Host, type HostOptions } from './open-host.ts';
import type { RouterContext } from './implementer.ts';
import { reportUnexpected } from './error-log.ts';
import type { ShellServices } from './shell.ts';

export interface OfficeHost {
  /** What every call of a window works on. The app is asked for at each call: the office may be set up, and its folder change, in between. */
  context(shell: ShellServices): RouterContext;
  app(): App;
  close(): Promise<void>;
}

const FIRST_AFTER_MS = 15_000;
const AGAIN_AFTER_MS = 3_600_000;

/** Once a day a backup and the tidying; looked for every hour, because a window may be open for weeks. */
function startDailyWork(host: () => Host): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const work = (): void => {
    const { app } = host();
    running = running.then(async () => {
      if ((await app.system.status()).office === null) return;
      await app.backup.daily();
    });
    running.catch((error: unknown) => void reportUnexpected(error));
  };
  const first = setTimeout(work, FIRST_AFTER_MS);
  const again = setInterval(work, AGAIN_AFTER_MS);
  return {
    stop: async () => {
      clearTimeout(first);
      clearInterval(again);
      await running.catch(() => undefined);
    },
  };
}

const EXAMPLE_FOLDER = 'beispiel';

export async function openOfficeHost(options: HostOptions, chooseFolder: boolean): Promise<OfficeHost> {
  const exampleFolder = join(options.dataFolder, EXAMPLE_FOLDER);
  const open = (dataFolder: string): Host => openHost({ ...options, dataFolder });
  let host = open(options.dataFolder);
  const { office } = await host.app.system.status();
  if (!office && chooseFolder && existsSync(exampleFolder)) {
    await host.close();
    host = open(exampleFolder);
  }
  host.warmUp();
  const daily = startDailyWork(() => host);
  // Files whose words nobody had time to read before the window was closed.
  host.app.attachments.readWaiting();

  /** The folder of the wanted office takes the place of the one that is open. */
  const changeTo = async (dataFolder: string): Promise<void> => {
    if (host.dataFolder === dataFolder) return;
    const former = host;
    host = open(dataFolder);
    host.warmUp();
    await former.close();
  };

  const initialise = async (input: {
    kind: 'own' | 'example';
    bodyName?: string | undefined;
  }): Promise<SystemStatus> => {
    if (input.kind === 'example' && chooseFolder) await changeTo(exampleFolder);
    return host.app.system.initialise(input);
  };

  const openOffice = async ({ kind }: { readonly kind: 'own' | 'example' }): Promise<SystemStatus> => {
    // A folder given at the start belongs to one office only.
    if (!chooseFolder) throw new Refusal('office-fixed', { folder: options.dataFolder });
    await changeTo(kind === 'own' ? options.dataFolder : exampleFolder);
    const status = await host.app.system.status();
    if (status.office === null && kind === 'example') return host.app.system.initialise({ kind });
    return status;
  };

  return {
    context: (shell) => ({
      get app() {
        return host.app;
      },
      reportUnexpected,
      initialise,
      openOffice,
      shell,
    }),
    app: () => host.app,
    close: async () => {
      await daily.stop();
      await host.close();
    },
  };
}
