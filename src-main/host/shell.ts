/** What a shell brings, and what the window gets from it: the procedures under `shell` in the contract. */
import { readFile } from 'node:fs/promises';
import { release, type, version } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '../contract/errors.ts';
import type { Delivery } from '../contract/delivery.ts';
import type { About, PackageLicence, PrintOutcome, PrintRequest, ShellCommand } from '../contract/shell-procedures.ts';
import type { App } from '../core/app.ts';
import type { FileContent, Handoff } from '../core/ports.ts';
import { recentErrors } from './error-log.ts';
import { errorReport, REPORTED_ERRORS } from './error-report.ts';
import type { Installation } from './installation.ts';

export interface ShellPort {
  /** Programs beneath this one, for the about box and the error report. */
  readonly components: readonly { readonly name: string; readonly version: string }[];
  /** Menu and system talk to the window; ends with the signal. */
  commands(signal: AbortSignal | undefined): AsyncGenerator<ShellCommand, void>;
  print(file: FileContent, handoff: Handoff): Promise<PrintOutcome>;
}

export interface ShellServices {
  about(): Promise<About>;
  errorReport(app: App): Promise<Delivery>;
  commands(signal: AbortSignal | undefined): AsyncGenerator<ShellCommand, void>;
  print(app: App, request: PrintRequest): Promise<PrintOutcome>;
}

async function pagesOf(app: App, request: PrintRequest): Promise<FileContent> {
  if (request.kind === 'file') return app.handoff.take(request.handle);
  const [file] = await app.documents.files({ ref: request.ref, kind: request.document, formats: ['pdf'] });
  if (!file) throw new Refusal('offer-expired', {});
  return file;
}

async function readLicences(file: string): Promise<PackageLicence[]> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as PackageLicence[];
  } catch (error) {
    throw new Refusal('program-file-missing', { file: 'licences.json' }, { cause: error });
  }
}

export function shellServices(
  port: ShellPort,
  installation: Pick<Installation, 'version' | 'licence' | 'programFolder'>,
): ShellServices {
  const versions = () => ({
    version: installation.version,
    components: port.components.map((component) => ({ ...component })),
    system: `${type()} ${release()} (${process.arch}), ${version()}`,
  });
  return {
    about: async () => ({
      ...versions(),
      licence: installation.licence,
      packages: await readLicences(join(installation.programFolder, 'licences.json')),
    }),
    errorReport: (app) =>
      app.delivery.deliver([errorReport(versions(), recentErrors(REPORTED_ERRORS), new Date().toISOString())]),
    commands: (signal) => port.commands(signal),
    print: async (app, request) => port.print(await pagesOf(app, request), app.handoff),
  };
}
