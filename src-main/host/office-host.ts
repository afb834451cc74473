/**
 * The host a window works with. On a new machine it asks: own office or example; the example office has its own folder, so that trying
 * out never mixes with work.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '../core/app.ts';
import type { SystemStatus } from '../contract/procedures.ts';
import { openHost, type Host, type HostOptions } from './open-host.ts';
import type { RouterContext } from './router.ts';
import { reportUnexpected } from './error-log.ts';
import type { ShellServices } from './shell.ts';

export interface OfficeHost {
  /** What every call of a window works on. The app is asked for at each call: the office may be set up, and its folder change, in between. */
  context(shell: ShellServices): RouterContext;
  app(): App;
  close(): Promise<void>;
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

  const initialise = async (input: {
    kind: 'own' | 'example';
    bodyName?: string | undefined;
  }): Promise<SystemStatus> => {
    if (input.kind === 'example' && chooseFolder && host.dataFolder !== exampleFolder) {
      const former = host;
      host = open(exampleFolder);
      host.warmUp();
      await former.close();
    }
    return host.app.system.initialise(input);
  };

  return {
    context: (shell) => ({
      get app() {
        return host.app;
      },
      reportUnexpected,
      initialise,
      shell,
    }),
    app: () => host.app,
    close: () => host.close(),
  };
}
