/** What a shell brings, and what the window gets from it: the procedures under `shell` in the contract. */
import { readFile } from 'node:fs/promises';
import { release, type, version } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '../contract/shared/errors.ts';
import { documents, type Documents, type FileContent, type StopSignal } from '../contract/document/delivery.ts';
import type { Printers, PrintSettings } from '../contract/shell/printing.ts';
import type { About, PackageLicence, PrintOutcome, PrintRequest, ShellCommand } from '../contract/shell/procedures.ts';
import type { App } from '../core/app.ts';
import { assertNever } from '../base/assert-never.ts';
import { PDF_TYPE } from '../core/print/statement-files.ts';
import type { Handoff } from '../core/ports/ports.ts';
import { WITHOUT_DELIVERY } from './answer.ts';
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
  commands(signal: StopSignal | undefined): AsyncGenerator<ShellCommand, void>;
  printers(): Promise<Printers>;
  /** Shows a saved file in its folder; refuses with `file-missing` when it is not there, or was not saved from here. */
  showSaved(path: string): Promise<void>;
  /** Refuses with `printer-missing` and `print-failed`. */
  print(job: PrintJob, handoff: Handoff): Promise<PrintOutcome>;
}

export interface ShellServices {
  about(): Promise<About>;
  errorReport(): Documents;
  commands(signal: StopSignal | undefined): AsyncGenerator<ShellCommand, void>;
  printers(): Promise<Printers>;
  showSaved(path: string): Promise<void>;
  print(app: App, request: PrintRequest): Promise<PrintOutcome>;
}

/** What goes to the printer, and what is noted once it went there. */
interface Printing {
  readonly file: FileContent;
  readonly times: number;
  readonly documents?: Documents<unknown>;
}

/** The last file of some: where a list is made for every paper, it holds them all. */
async function pagesIn(documents: Promise<Documents>): Promise<Printing> {
  const made = await documents;
  const file = made.files.at(-1);
  if (!file) throw new Error('nothing to print');
  return { file, times: 1, documents: made };
}

/** The only format of what is printed. */
const PDF: { formats: ['pdf'] } = { formats: ['pdf'] };

async function pagesOf(app: App, request: PrintRequest): Promise<Printing> {
  switch (request.kind) {
    case 'file':
      return { file: app.handoff.take(request.handle), times: 1 };
    case 'document':
      return pagesIn(app.documents.deliver({ ref: request.ref, kind: request.document, ...PDF }));
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
      return pagesIn(app.letters.deliver({ ...request, ...PDF }));
    case 'written-letter': {
      const { files } = await app.letters.deliverWritten(request.letterId);
      return pagesIn(Promise.resolve(documents(files.slice(0, 1))));
    }
    case 'protocol':
      return pagesIn(app.releases.deliverProtocol(request.ref));
    case 'dispatch-list':
      return pagesIn(app.dispatch.deliverList({ ref: request.ref, ...PDF }));
    case 'labels':
      return pagesIn(app.distribution.deliverLabels(request));
    case 'envelopes':
      return pagesIn(app.distribution.deliverEnvelopes(request));
    case 'meeting-lists':
      return pagesIn(app.meetings.deliverLists({ ref: request.ref }));
    case 'meeting-folder':
      return pagesIn(app.meetings.deliverFolder(request));
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
    errorReport: () => documents([errorReport(versions(), recentErrors(REPORTED_ERRORS), new Date().toISOString())]),
    commands: (signal) => port.commands(signal),
    printers: () => port.printers(),
    showSaved: (path) => port.showSaved(path),
    print: async (app, request) => {
      const { documents: made, ...pages } = await pagesOf(app, request);
      const isAwaited = request.kind === 'copy';
      const outcome = await port.print({ ...pages, settings: request.settings, isAwaited }, app.handoff);
      if (outcome.kind !== 'cancelled') await made?.answer(WITHOUT_DELIVERY);
      return outcome;
    },
  };
}
