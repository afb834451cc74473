/** What a window may ask of the shell around it: who we are, what went wrong, the menu's commands, printing. */
import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { deliverySchema, documentKindSchema, offeredFileSchema } from '../document/delivery.ts';
import { idSchema } from '../../record/basics.ts';
import { letterContentSchema } from '../letter/shapes.ts';
import { procedure } from '../shared/procedure.ts';
import { printersSchema, printSettingsSchema } from './printing.ts';
import { envelopeFormatSchema, labelFormatSchema, labelStartSchema } from '../distribution/sheet-formats.ts';

const componentSchema = z.object({ name: z.string(), version: z.string() });
const packageSchema = z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() });
export type PackageLicence = z.infer<typeof packageSchema>;

const aboutSchema = z.object({
  version: z.string(),
  licence: z.string(),
  /** The programs beneath this one, such as Node.js and Chromium. */
  components: z.array(componentSchema),
  /** Operating system with its version. */
  system: z.string(),
  packages: z.array(packageSchema),
});
export type About = z.infer<typeof aboutSchema>;

/** What a menu can ask of the window; each is an action the window has anyway. */
export const SHELL_ACTIONS = [
  'register',
  'new-paper',
  'settings',
  'find',
  'print',
  'backup',
  'toggle-theme',
  'handbook',
  'about',
  'error-report',
] as const;
export type ShellAction = (typeof SHELL_ACTIONS)[number];

const shellCommandSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('action'), action: z.enum(SHELL_ACTIONS) }),
  /** A file the system handed to the program; read already, it waits under the handle. */
  z.object({ kind: z.literal('open-file'), handle: z.string(), fileName: z.string() }),
  /** A sentence for the person, such as why a file could not be opened. */
  z.object({ kind: z.literal('notice'), sentence: z.string() }),
]);
export type ShellCommand = z.infer<typeof shellCommandSchema>;

const ref = z.string().min(1).max(200);
/** Absent: as the shell does it. A shell whose browser prints leaves them to the browser. */
const settings = printSettingsSchema.optional();

const printRequestSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('document'), ref, document: documentKindSchema, settings }),
  /** A PDF that waits under a handle. */
  z.object({ kind: z.literal('file'), handle: z.string().max(200), settings }),
  /** A stored file of an issue, byte for byte. */
  z.object({ kind: z.literal('issue-file'), fileId: idSchema, settings }),
  /** A copy of the distribution, as often as its entry says; the original is the issued PDF, byte for byte. */
  z.object({ kind: z.literal('copy'), ref, entryId: idSchema, index: z.number().int().min(0).default(0), settings }),
  /** A letter as it is written now; what is printed is kept with its paper. */
  z.object({ kind: z.literal('letter'), ref, content: letterContentSchema, settings }),
  /** A letter that was kept, byte for byte. */
  z.object({ kind: z.literal('written-letter'), letterId: idSchema, settings }),
  /** What was checked for the release that stands. */
  z.object({ kind: z.literal('protocol'), ref, settings }),
  /** What went out of a paper, with its proofs. */
  z.object({ kind: z.literal('dispatch-list'), ref, settings }),
  z.object({ kind: z.literal('labels'), ref, format: labelFormatSchema, start: labelStartSchema, settings }),
  z.object({ kind: z.literal('envelopes'), ref, format: envelopeFormatSchema, settings }),
  /** Of a meeting. */
  z.object({ kind: z.literal('meeting-lists'), ref, settings }),
  z.object({ kind: z.literal('meeting-folder'), ref, withNonPublic: z.boolean(), settings }),
]);
export type PrintRequest = z.infer<typeof printRequestSchema>;

const printOutcomeSchema = z.discriminatedUnion('kind', [
  /** The system's preview is open; the person goes on there. */
  z.object({ kind: z.literal('preview') }),
  /** The printer has taken the pages. */
  z.object({ kind: z.literal('printed') }),
  /** The person cancelled; nothing was printed. */
  z.object({ kind: z.literal('cancelled') }),
  /** The pages were sent, and nobody said what became of them. Nothing counts as printed. */
  z.object({ kind: z.literal('unknown') }),
  /** The shell has no preview of its own: the window opens the pages, and the browser prints them. */
  z.object({ kind: z.literal('page'), file: offeredFileSchema }),
]);
export type PrintOutcome = z.infer<typeof printOutcomeSchema>;

export const shellProcedures = {
  about: procedure.output(aboutSchema),
  /** Versions and the last entries of the error log as one text file; no names, no folders of a person, no words of a paper. */
  errorReport: procedure.output(deliverySchema),
  /** The window ran into a fault of its own: kind and stack for the error log, which leaves out what a message quotes. */
  noteFault: procedure.input(z.object({ name: z.string().max(60), stack: z.string().max(10_000) })),
  /** Commands of native menus and of the system, as long as the window listens. */
  commands: procedure.output(eventIterator(shellCommandSchema)),
  printers: procedure.output(printersSchema),
  /** Shows a file that was saved since the start in its folder, selected. Refuses with `file-missing`. */
  showSaved: procedure.input(z.object({ path: z.string().max(4096) })),
  /** Refuses with `printer-missing` and `print-failed`. */
  print: procedure.input(printRequestSchema).output(printOutcomeSchema),
};
