/** What a shell brings, and what the window gets from it: the procedures under `shell` in the contract. */
import { readFile } from 'node:fs/promises';
import { release, type, version } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '../contract/errors.ts';
import type { Delivery } from '../contract/delivery.ts';
import type { Printers, PrintSettings } from '../contract/printing.ts';
import type { About, PackageLicence, PrintOutcome, PrintRequest, ShellCommand } from '../contract/shell-procedures.ts';
import type { App } from '../core/app.ts';
import { assertNever } from '../base/assert-never.ts';
import { PDF_TYPE } from '../core/print/statement-files.ts';
import type { DeliveryPort, FileContent, Handoff } from '../core/ports/ports.ts';
import { recentErrors } from './error-log.ts';
import { errorReport, REPORTED_ERRORS } from './error-report.ts';
import type { Installation } from './installation.ts';

export interface PrintJob {
  readonly file: FileContent;
  /** How often the file goes to paper by itself; the settings multiply it. */
  readonly times: number;
  readonly settings: PrintSettings | undefined;
  /** Somebody waits to hear whether it was printed. */
  readonly isAwaited: boolean;
}

export interface ShellPort {
  /** Programs beneath this one, for the about box and the error report. */
  readonly components: readonly { readonly name: string; readonly version: string }[];
  /** Menu and system talk to the window; ends with the signal. */
  commands(signal: AbortSignal | undefined): AsyncGenerator<ShellCommand, void>;
  printers(): Promise<Printers>;
  /** Shows a saved file in its folder; refuses with `file-missing` when it is not there, or was not saved from here. */
  showSaved(path: string): Promise<void>;
  /** Refuses with `printer-missing` and `print-failed`. */
  print(job: PrintJob, handoff: Handoff): Promise<PrintOutcome>;
}

export interface ShellServices {
  about(): Promise<About>;
  errorReport(app: App): Promise<Delivery>;
  commands(signal: AbortSignal | undefined): AsyncGenerator<ShellCommand, void>;
  printers(): Promise<Printers>;
  showSaved(path: string): Promise<void>;
  print(app: App, request: PrintRequest): Promise<PrintOutcome>;
}

type Pages = Pick<PrintJob, 'file' | 'times'>;

function once([file]: readonly FileContent[]): Pages {
  if (!file) throw new Error('nothing to print');
  return { file, times: 1 };
}

/** What would be handed to the person goes to the printer instead. */
async function filesFor(work: (to: DeliveryPort) => Promise<Delivery>): Promise<readonly FileContent[]> {
  let files: readonly FileContent[] = [];
  await work({
    deliver: (given) => {
      files = given;
      return Promise.resolve({ kind: 'offered', files: [] });
    },
  });
  return files;
}

async function pagesOf(app: App, request: PrintRequest): Promise<Pages> {
  switch (request.kind) {
    case 'file':
      return { file: app.handoff.take(request.handle), times: 1 };
    case 'document': {
      return once(await app.documents.files({ ref: request.ref, kind: request.document, formats: ['pdf'] }));
    }
    case 'issue-file': {
      const file = await app.issues.file(request.fileId);
      // An issued Word file or another attachment has no pages of its own to print.
      if (file.mimeType !== PDF_TYPE) throw new Refusal('print-failed', { file: file.fileName });
      return { file, times: 1 };
    }
    case 'copy': {
      const { copy, file } = await app.distribution.copy(request);
      return { file, times: copy.copies };
    }
    case 'letter':
      return { file: await app.letters.printed(request), times: 1 };
    case 'written-letter':
      return once(await app.letters.filesOf(request.letterId));
    case 'protocol':
      return once(await filesFor((to) => app.releases.deliverProtocol(request.ref, to)));
    case 'dispatch-list':
      return once(await app.dispatch.listFiles({ ref: request.ref, formats: ['pdf'] }));
    case 'labels':
      return once(await filesFor((to) => app.distribution.deliverLabels(request, to)));
    case 'envelopes':
      return once(await filesFor((to) => app.distribution.deliverEnvelopes(request, to)));
    case 'meeting-lists':
      // The last file holds all lists, made for the printer.
      return once((await filesFor((to) => app.meetings.deliverLists({ ref: request.ref }, to))).slice(-1));
    case 'meeting-folder':
      return once(await filesFor((to) => app.meetings.deliverFolder(request, to)));
    default:
      return assertNever(request);
  }
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
    printers: () => port.printers(),
    showSaved: (path) => port.showSaved(path),
    print: async (app, request) => {
      const pages = await pagesOf(app, request);
      const isAwaited = request.kind === 'copy';
      return port.print({ ...pages, settings: request.settings, isAwaited }, app.handoff);
    },
  };
}
