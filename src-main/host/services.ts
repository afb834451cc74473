/** Who answers the subjects of the contract: the application, and what only the host around it knows. */
import type { Contract } from '../contract/procedures.ts';
import type { Served } from '../contract/shared/served.ts';
import type { App } from '../core/app.ts';
import { changeStream } from './change-stream.ts';
import type { RouterContext } from './implementer.ts';
import { stopReading } from './running-readings.ts';
import { WindowFault } from './window-fault.ts';

/** What a procedure about the installation needs of the program around the office. */
export type Installed = Pick<RouterContext, 'initialise' | 'openOffice' | 'warmUp'>;

/** Everything but the shell's own procedures, which a command line has none of. */
export const officeServices = (app: App, around: Installed): Served<Omit<Contract, 'shell'>> => ({
  ...app,
  system: {
    ...app.system,
    initialise: around.initialise,
    open: around.openOffice,
    changes: ({ signal }) => changeStream(() => app.system.changeMark(), signal),
    alive: () => undefined,
    expectWriting: around.warmUp,
    stopReading,
  },
});

export const servicesOf = (context: RouterContext): Served<Contract> => ({
  ...officeServices(context.app, context),
  shell: {
    ...context.shell,
    noteFault: (fault) => void context.reportUnexpected(new WindowFault(fault)),
    commands: ({ signal }) => context.shell.commands(signal),
    print: (request) => context.shell.print(context.app, request),
  },
});
