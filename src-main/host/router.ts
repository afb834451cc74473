/** The contract answered by the services. Refusals travel as their code with details; everything else is "unexpected" with a log id. */
import type { Router } from '@orpc/server';
import type { Contract } from '../contract/procedures.ts';
import { changeStream } from './change-stream.ts';
import { handedOver, os, type RouterContext } from './implementer.ts';
import { dispatchRouter, distributionRouter } from './distribution-router.ts';
import { issueRouter, signatureRouter } from './issue-router.ts';
import { meetingRouter } from './meeting-router.ts';
import { redactionRouter } from './redaction-router.ts';
import { stopReading, whileReading, whileStoppable } from './running-readings.ts';
import { WindowFault } from './window-fault.ts';

const DONE = { done: true } as const;

const attachmentRouter = {
  list: os.attachments.list.handler(({ context, input }) => context.app.attachments.list(input.ref)),
  add: os.attachments.add.handler(({ context, input }) =>
    context.app.attachments.add({ ...input, ...handedOver(context.app, input) }),
  ),
  replace: os.attachments.replace.handler(({ context, input }) =>
    context.app.attachments.replace({ id: input.id, ...handedOver(context.app, input) }),
  ),
  change: os.attachments.change.handler(({ context, input }) => context.app.attachments.change(input)),
  move: os.attachments.move.handler(({ context, input }) => context.app.attachments.move(input)),
  remove: os.attachments.remove.handler(({ context, input }) => context.app.attachments.remove(input.id)),
  bringBack: os.attachments.bringBack.handler(({ context, input }) => context.app.attachments.bringBack(input.id)),
  view: os.attachments.view.handler(({ context, input }) => context.app.attachments.view(input.id)),
  deliver: os.attachments.deliver.handler(({ context, input }) => context.app.attachments.deliver(input.id)),
};

const backupRouter = {
  state: os.backup.state.handler(({ context }) => context.app.backup.state()),
  run: os.backup.run.handler(({ context }) => context.app.backup.run()),
  setFolder: os.backup.setFolder.handler(({ context, input }) => context.app.backup.setFolder(input.path)),
  inspect: os.backup.inspect.handler(({ context, input }) =>
    whileReading(input.reading, (signal) => context.app.backup.inspect(input.path, signal)),
  ),
  receive: os.backup.receive.handler(({ context, input }) =>
    whileStoppable(context.app, input, (file) => context.app.backup.receive(file)),
  ),
  restore: os.backup.restore.handler(({ context, input }) =>
    whileReading(input.reading, (signal) => context.app.backup.restore(input.path, signal)),
  ),
  deliver: os.backup.deliver.handler(({ context }) => context.app.backup.deliver()),
  doctor: os.backup.doctor.handler(({ context }) => context.app.backup.doctor()),
  repair: os.backup.repair.handler(({ context, input }) => context.app.backup.repair(input.repair)),
};

const settingsRouter = {
  office: os.settings.office.handler(({ context }) => context.app.settings.office()),
  saveOffice: os.settings.saveOffice.handler(({ context, input }) => context.app.settings.saveOffice(input)),
  organizations: os.settings.organizations.handler(({ context }) => context.app.settings.organizations()),
  saveOrganization: os.settings.saveOrganization.handler(({ context, input }) =>
    context.app.settings.saveOrganization(input),
  ),
  removeOrganization: os.settings.removeOrganization.handler(async ({ context, input }) => {
    await context.app.settings.removeOrganization(input);
    return DONE;
  }),
  persons: os.settings.persons.handler(({ context }) => context.app.settings.persons()),
  savePerson: os.settings.savePerson.handler(({ context, input }) => context.app.settings.savePerson(input)),
  removePerson: os.settings.removePerson.handler(async ({ context, input }) => {
    await context.app.settings.removePerson(input);
    return DONE;
  }),
  history: os.settings.history.handler(({ context, input }) => context.app.settings.history(input)),
  undo: os.settings.undo.handler(async ({ context, input }) => ({ count: await context.app.settings.undo(input.seq) })),
  undoLast: os.settings.undoLast.handler(async ({ context, input }) => ({
    count: await context.app.settings.undoLast(input.area, input.entityId, input.revision),
  })),
  restore: os.settings.restore.handler(async ({ context, input }) => {
    await context.app.settings.restore(input.seq);
    return DONE;
  }),
  sample: os.settings.sample.handler(({ context, input }) =>
    context.app.settings.sample(input.profile, input.letter, input.copy),
  ),
  holidays: os.settings.holidays.handler(({ context, input }) => [
    ...context.app.settings.holidays(input.year, input.state),
  ]),
  readContacts: os.settings.readContacts.handler(({ context, input }) =>
    whileStoppable(context.app, input, (file) => context.app.takeOver.readContacts(file, input.target)),
  ),
  guessColumns: os.settings.guessColumns.handler(({ context, input }) =>
    context.app.takeOver.guess(input.columns, input.target),
  ),
  planContacts: os.settings.planContacts.handler(({ context, input }) => context.app.takeOver.planContacts(input)),
  applyContacts: os.settings.applyContacts.handler(({ context, input }) => context.app.takeOver.applyContacts(input)),
  exportFile: os.settings.exportFile.handler(({ context }) => context.app.settings.exportFile()),
  planFile: os.settings.planFile.handler(({ context, input }) =>
    whileStoppable(context.app, input, (file) => context.app.takeOver.planSettings(file)),
  ),
  applyFile: os.settings.applyFile.handler(({ context, input }) =>
    whileStoppable(context.app, input, (file) => context.app.takeOver.applySettings(file)),
  ),
  preferences: os.settings.preferences.handler(({ context }) => context.app.settings.preferences()),
  setPreferences: os.settings.setPreferences.handler(({ context, input }) =>
    context.app.settings.setPreferences(input),
  ),
};

export const router: Router<Contract, RouterContext> = os.router({
  system: {
    status: os.system.status.handler(({ context }) => context.app.system.status()),
    confirmClock: os.system.confirmClock.handler(({ context }) => context.app.system.confirmClock()),
    initialise: os.system.initialise.handler(({ context, input }) => context.initialise(input)),
    open: os.system.open.handler(({ context, input }) => context.openOffice(input)),
    changes: os.system.changes.handler(({ context, signal }) =>
      changeStream(() => context.app.system.changeMark(), signal),
    ),
    alive: os.system.alive.handler(() => DONE),
    expectWriting: os.system.expectWriting.handler(({ context }) => {
      context.warmUp();
      return DONE;
    }),
    stopReading: os.system.stopReading.handler(({ input }) => {
      stopReading(input.handle);
      return DONE;
    }),
    directory: os.system.directory.handler(({ context }) => context.app.system.directory()),
  },
  unfinished: {
    read: os.unfinished.read.handler(({ context, input }) => context.app.unfinished.read(input.place)),
    keep: os.unfinished.keep.handler(({ context, input }) => context.app.unfinished.keep(input)),
  },
  papers: {
    list: os.papers.list.handler(({ context, input }) => context.app.papers.list(input).then((page) => ({ ...page }))),
    find: os.papers.find.handler(({ context, input }) => context.app.papers.find(input.ref)),
    get: os.papers.get.handler(({ context, input }) => context.app.papers.get(input.ref)),
    register: os.papers.register.handler(({ context, input }) => context.app.papers.register(input)),
    save: os.papers.save.handler(({ context, input }) => context.app.papers.save(input)),
    importFile: os.papers.importFile.handler(({ context, input }) =>
      whileStoppable(context.app, input, (file) => context.app.imports.importFile(file)),
    ),
    readText: os.papers.readText.handler(({ context, input }) =>
      whileStoppable(context.app, input, (file) => context.app.imports.readText(file)),
    ),
  },
  statements: {
    create: os.statements.create.handler(({ context, input }) => context.app.statements.create(input)),
    get: os.statements.get.handler(({ context, input }) => context.app.statements.get(input.ref)),
    record: os.statements.record.handler(({ context, input }) => context.app.statements.record(input.ref)),
    save: os.statements.save.handler(({ context, input }) => context.app.statements.save(input)),
    setField: os.statements.setField.handler(({ context, input }) => context.app.statements.setField(input)),
    giveNumber: os.statements.giveNumber.handler(({ context, input }) => context.app.statements.giveNumber(input)),
    takeUp: os.statements.takeUp.handler(({ context, input }) => context.app.statements.takeUp(input.ref)),
    putBack: os.statements.putBack.handler(({ context, input }) => context.app.statements.putBack(input)),
    unlockQuotation: os.statements.unlockQuotation.handler(({ context, input }) =>
      context.app.statements.unlockQuotation(input),
    ),
    preview: os.statements.preview.handler(({ context, input }) => context.app.statements.preview(input)),
  },
  bin: {
    list: os.bin.list.handler(({ context }) => context.app.bin.list()),
    discard: os.bin.discard.handler(({ context, input }) => context.app.bin.discard(input.ref)),
    restore: os.bin.restore.handler(({ context, input }) => context.app.bin.restore(input.ref)),
  },
  numbers: { look: os.numbers.look.handler(({ context, input }) => context.app.numbers.look(input)) },
  attachments: attachmentRouter,
  backup: backupRouter,
  settings: settingsRouter,
  issues: issueRouter,
  meetings: meetingRouter,
  signatures: signatureRouter,
  redaction: redactionRouter,
  distribution: distributionRouter,
  dispatch: dispatchRouter,
  documents: {
    deliver: os.documents.deliver.handler(({ context, input }) => context.app.documents.deliver(input)),
  },
  letters: {
    draft: os.letters.draft.handler(({ context, input }) => context.app.letters.draft(input)),
    preview: os.letters.preview.handler(({ context, input }) => context.app.letters.preview(input.content)),
    deliver: os.letters.deliver.handler(({ context, input }) => context.app.letters.deliver(input)),
    written: os.letters.written.handler(({ context, input }) => context.app.letters.written(input.ref)),
    contentOf: os.letters.contentOf.handler(({ context, input }) => context.app.letters.contentOf(input.letterId)),
    deliverWritten: os.letters.deliverWritten.handler(({ context, input }) =>
      context.app.letters.deliverWritten(input.letterId),
    ),
  },
  shell: {
    about: os.shell.about.handler(({ context }) => context.shell.about()),
    errorReport: os.shell.errorReport.handler(({ context }) => context.shell.errorReport(context.app)),
    noteFault: os.shell.noteFault.handler(({ context, input }) => {
      context.reportUnexpected(new WindowFault(input));
    }),
    commands: os.shell.commands.handler(({ context, signal }) => context.shell.commands(signal)),
    printers: os.shell.printers.handler(({ context }) => context.shell.printers()),
    showSaved: os.shell.showSaved.handler(({ context, input }) => context.shell.showSaved(input.path)),
    print: os.shell.print.handler(({ context, input }) => context.shell.print(context.app, input)),
  },
});
