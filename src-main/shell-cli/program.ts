/** What a command works with: the contract's procedures, asked from within. */
import { folderDelivery } from '../adapters/files/folder-delivery.ts';
import type { StrangersFile } from '../contract/document/delivery.ts';
import { Refusal } from '../contract/shared/errors.ts';
import type { DeliveryPort } from '../core/ports/ports.ts';
import { ask, type Asking } from '../host/ask.ts';
import type { Host } from '../host/open-host.ts';
import { officeServices } from '../host/services.ts';

export interface Program {
  readonly ask: Asking;
  /** The same procedures; files they make go there. */
  readonly into: (delivery: DeliveryPort) => Asking;
  /** A file of the person, as the contract takes it. */
  readonly hand: (file: StrangersFile) => { readonly handle: string; readonly fileName: string };
  /** The words of attachments are read beside their storing: waits for what is under way. */
  readonly settled: () => Promise<void>;
}

export function programOf({ app, dataFolder, ...host }: Host): Program {
  const services = officeServices(app, {
    initialise: (input) => app.system.initialise(input),
    openOffice: () => Promise.reject(new Refusal('office-fixed', { folder: dataFolder })),
    warmUp: () => host.warmUp(),
  });
  const into = (delivery: DeliveryPort): Asking => ask(services, { delivery, handoff: app.handoff });
  return {
    ask: into(folderDelivery('.')),
    into,
    hand: ({ fileName, bytes }) => ({
      fileName,
      handle: app.handoff.put({ fileName, bytes, mimeType: 'application/octet-stream' }),
    }),
    settled: () => app.attachments.settled(),
  };
}
