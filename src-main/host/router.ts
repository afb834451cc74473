/** The contract answered by the services. Refusals travel as their code with details; everything else is "unexpected" with a log id. */
import { implement, ORPCError } from '@orpc/server';
import { Refusal } from '../contract/errors.ts';
import { contract } from '../contract/procedures.ts';
import { sentenceFor } from '../contract/texts/de.ts';
import type { SystemStatus } from '../contract/procedures.ts';
import type { App } from '../core/app.ts';
import type { ShellServices } from './shell.ts';
import { WindowFault } from './window-fault.ts';

export interface RouterContext {
  readonly app: App;
  /** Writes what happened to the log and returns the id that the person sees. */
  readonly reportUnexpected: (error: unknown) => string;
  /** Sets up the office in the folder that the shell chooses for it. */
  readonly initialise: (input: { kind: 'own' | 'example'; bodyName?: string | undefined }) => Promise<SystemStatus>;
  readonly shell: ShellServices;
}

const CHANGE_POLL_MS = 1000;

const os = implement(contract)
  .$context<RouterContext>()
  .use(async ({ next, context }) => {
    try {
      return await next();
    } catch (error) {
      if (error instanceof Refusal) {
        throw new ORPCError(error.code, { message: sentenceFor(error.code, error.details), data: error.details });
      }
      if (error instanceof ORPCError) throw error;
      const data = { logId: context.reportUnexpected(error) };
      throw new ORPCError('unexpected', { message: sentenceFor('unexpected', data), data, cause: error });
    }
  });

async function* changes(app: App, signal: AbortSignal | undefined) {
  let known = await app.system.changeMark();
  yield { mark: known };
  while (!signal?.aborted) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, CHANGE_POLL_MS);
      const stop = (): void => {
        clearTimeout(timer);
        resolve();
      };
      signal?.addEventListener('abort', stop, { once: true });
    });
    const mark = await app.system.changeMark();
    if (mark !== known) yield { mark };
    known = mark;
  }
}

/** A file the window handed over, under the name the person knows. */
const handedOver = (app: App, input: { handle: string; fileName: string }) => ({
  fileName: input.fileName,
  bytes: app.handoff.take(input.handle).bytes,
});

export const router = os.router({
  system: {
    status: os.system.status.handler(({ context }) => context.app.system.status()),
    initialise: os.system.initialise.handler(({ context, input }) => context.initialise(input)),
    changes: os.system.changes.handler(({ context, signal }) => changes(context.app, signal)),
    directory: os.system.directory.handler(({ context }) => context.app.system.directory()),
    doctor: os.system.doctor.handler(({ context }) => context.app.system.doctor()),
    backup: os.system.backup.handler(({ context }) => context.app.system.backup()),
  },
  papers: {
    list: os.papers.list.handler(({ context, input }) => context.app.papers.list(input).then((page) => ({ ...page }))),
    find: os.papers.find.handler(({ context, input }) => context.app.papers.find(input.ref)),
    get: os.papers.get.handler(({ context, input }) => context.app.papers.get(input.ref)),
    register: os.papers.register.handler(({ context, input }) => context.app.papers.register(input)),
    save: os.papers.save.handler(({ context, input }) => context.app.papers.save(input)),
    importFile: os.papers.importFile.handler(({ context, input }) =>
      context.app.imports.importFile(handedOver(context.app, input)),
    ),
    readText: os.papers.readText.handler(({ context, input }) =>
      context.app.imports.readText(handedOver(context.app, input)),
    ),
  },
  statements: {
    create: os.statements.create.handler(({ context, input }) => context.app.statements.create(input)),
    get: os.statements.get.handler(({ context, input }) => context.app.statements.get(input.ref)),
    record: os.statements.record.handler(({ context, input }) => context.app.statements.record(input.ref)),
    save: os.statements.save.handler(({ context, input }) => context.app.statements.save(input)),
    setField: os.statements.setField.handler(({ context, input }) => context.app.statements.setField(input)),
    giveNumber: os.statements.giveNumber.handler(({ context, input }) => context.app.statements.giveNumber(input)),
    unlockQuotation: os.statements.unlockQuotation.handler(({ context, input }) =>
      context.app.statements.unlockQuotation(input),
    ),
    preview: os.statements.preview.handler(({ context, input }) => context.app.statements.preview(input)),
  },
  documents: {
    deliver: os.documents.deliver.handler(({ context, input }) => context.app.documents.deliver(input)),
  },
  shell: {
    about: os.shell.about.handler(({ context }) => context.shell.about()),
    errorReport: os.shell.errorReport.handler(({ context }) => context.shell.errorReport(context.app)),
    noteFault: os.shell.noteFault.handler(({ context, input }) => {
      context.reportUnexpected(new WindowFault(input));
    }),
    commands: os.shell.commands.handler(({ context, signal }) => context.shell.commands(signal)),
    print: os.shell.print.handler(({ context, input }) => context.shell.print(context.app, input)),
  },
});
