/**
 * The host a window works with. On a new machine it asks: own office or example; the example office has its own folder, so that trying
 * out never mixes with work.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '../core/app.ts';
import { Refusal } from '../contract/shared/errors.ts';
import type { SystemStatus } from '../contract/system/shapes.ts';
import { afterByTimer, startDailyWork, type After } from './daily-work.ts';
import { openHost, type Host, type HostOptions } from './open-host.ts';
import type { RouterContext } from './implementer.ts';
import { reportUnexpected } from './error-log.ts';
import type { ShellServices } from './shell.ts';
import type { DeliveryPort } from '../core/ports/ports.ts';
import { offerDelivery } from '../adapters/files/memory-handoff.ts';

export interface OfficeHost {
  /** What every call of a window works on; without a delivery of the shell the window fetches finished files. The app is asked for at each call: the office may be set up, and its folder change, in between. */
  context(shell: ShellServices, delivery?: DeliveryPort): RouterContext;
  app(): App;
  close(): Promise<void>;
}

const EXAMPLE_FOLDER = 'beispiel';

export async function openOfficeHost(
  options: HostOptions,
  chooseFolder: boolean,
  after: After = afterByTimer,
): Promise<OfficeHost> {
  const exampleFolder = join(options.dataFolder, EXAMPLE_FOLDER);
  const open = (dataFolder: string): Host => openHost({ ...options, dataFolder });
  let host = open(options.dataFolder);
  const { office } = await host.app.system.status();
  if (!office && chooseFolder && existsSync(exampleFolder)) {
    await host.close();
    host = open(exampleFolder);
  }
  const daily = startDailyWork({
    office: async () => ((await host.app.system.status()).office === null ? null : host.dataFolder),
    work: () => host.app.backup.daily(),
    onError: (error) => void reportUnexpected(error),
    after,
  });
  // Files whose words nobody had time to read before the window was closed.
  host.app.attachments.readWaiting();

  /** The folder of the wanted office takes the place of the one that is open. */
  const changeTo = async (dataFolder: string): Promise<void> => {
    if (host.dataFolder === dataFolder) return;
    const former = host;
    host = open(dataFolder);
    await former.close();
  };

  const initialise = async (input: {
    kind: 'own' | 'example';
    bodyName?: string | undefined;
  }): Promise<SystemStatus> => {
    if (input.kind === 'example' && chooseFolder) await changeTo(exampleFolder);
    const status = await host.app.system.initialise(input);
    await daily.officeChanged();
    return status;
  };

  const openOffice = async (kind: 'own' | 'example'): Promise<SystemStatus> => {
    // A folder given at the start belongs to one office only.
    if (!chooseFolder) throw new Refusal('office-fixed', { folder: options.dataFolder });
    await changeTo(kind === 'own' ? options.dataFolder : exampleFolder);
    let status = await host.app.system.status();
    if (status.office === null && kind === 'example') status = await host.app.system.initialise({ kind });
    await daily.officeChanged();
    return status;
  };

  return {
    context: (shell, delivery) => ({
      get app() {
        return host.app;
      },
      get delivery() {
        return delivery ?? offerDelivery(host.app.handoff);
      },
      reportUnexpected,
      warmUp: () => host.warmUp(),
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
