/** The contract: what a window or a command line may ask. It states intents, never mechanisms; all values are JSON. */
import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { attachmentContract } from './attachment-procedures.ts';
import { backupContract } from './backup-procedures.ts';
import { binContract } from './bin.ts';
import { idSchema, lineSchema, signatorySchema } from '../record/basics.ts';
import { deliverySchema, documentKindSchema, handedFileSchema } from './delivery.ts';
import { dispatchContract, distributionContract, serialLetterContract } from './distribution-procedures.ts';
import { documentFormatsSchema } from './document-format.ts';
import { issueContract, releaseContract, signatureContract } from './issue-procedures.ts';
import { letterContract } from './letter-procedures.ts';
import { meetingContract } from './meeting-procedures.ts';
import { procedure } from './procedure.ts';
import { redactionContract } from './redaction.ts';
import { numberContract } from './numbers.ts';
import { organizationTypeSchema } from './settings.ts';
import { settingsContract, setupImportContract } from './settings-procedures.ts';
import { shellProcedures } from './shell-procedures.ts';
import {
  importResultSchema,
  paperContentSchema,
  paperDetailSchema,
  paperQuerySchema,
  paperSummarySchema,
  statementContentSchema,
  statementDraftSchema,
} from './statement.ts';
import { unfinishedContract } from './unfinished.ts';
import { statementRecordSchema } from '../record/statement-record.ts';

const refInput = z.object({ ref: z.string().min(1).max(200) });

const systemStatusSchema = z.object({
  version: z.string(),
  office: z.object({ kind: z.enum(['own', 'example']), bodyName: z.string() }).nullable(),
  dataFolder: z.string(),
  userName: z.string(),
  /** Sentence about a broken profile, else null; the built-in profile is in use meanwhile. */
  profileProblem: z.string().nullable(),
  /** Sentence about a clock that cannot be right, else null. */
  clockProblem: z.string().nullable(),
});
export type SystemStatus = z.infer<typeof systemStatusSchema>;

const directorySchema = z.object({
  organizations: z.array(
    z.object({
      id: idSchema,
      name: z.string(),
      shortName: z.string(),
      organizationType: organizationTypeSchema,
    }),
  ),
  persons: z.array(
    z.object({ id: idSchema, name: z.string(), title: z.string().nullable(), roles: z.array(z.string()) }),
  ),
  /** Who signs in this office, in the order of the settings. */
  signatories: z.array(signatorySchema),
});
export type Directory = z.infer<typeof directorySchema>;

const systemContract = {
  status: procedure.output(systemStatusSchema),
  /** Somebody looked at the clock of the desk: what the log dates later counts no more. */
  confirmClock: procedure.output(systemStatusSchema),
  /** Sets up the office in an empty data folder. */
  initialise: procedure
    .input(z.object({ kind: z.enum(['own', 'example']), bodyName: lineSchema.optional() }))
    .output(systemStatusSchema),
  /** Goes to one's own office or to the example; where there is none yet, the first page asks. */
  open: procedure.input(z.object({ kind: z.enum(['own', 'example']) })).output(systemStatusSchema),
  /** Tells that papers changed, here or in another process. */
  changes: procedure.output(eventIterator(z.object({ mark: z.number() }))),
  /** Answers as long as somebody is there: a window notices a program that hangs. */
  alive: procedure.output(z.object({ done: z.literal(true) })),
  /** Somebody is at the window and may soon need a page set: what that takes is begun. Answers at once. */
  expectWriting: procedure.output(z.object({ done: z.literal(true) })),
  /** Ends the reading of the file that was handed over under this handle; what asked for it refuses with `reading-stopped`. */
  stopReading: procedure.input(z.object({ handle: z.string().max(200) })).output(z.object({ done: z.literal(true) })),
  /** Bodies and persons of the office, for suggestions in the forms. */
  directory: procedure.output(directorySchema),
};

const paperContract = {
  list: procedure
    .input(paperQuerySchema)
    .output(z.object({ items: z.array(paperSummarySchema), next: z.string().nullable(), total: z.number().int() })),
  find: procedure.input(refInput).output(paperSummarySchema),
  get: procedure.input(refInput).output(paperDetailSchema),
  register: procedure.input(z.object({ id: idSchema, content: paperContentSchema })).output(paperDetailSchema),
  save: procedure
    .input(z.object({ id: idSchema, expectedRevision: z.number().int(), content: paperContentSchema }))
    .output(paperDetailSchema),
};

const importContract = {
  /** Reads a file the person handed over (by its handle) and stores what it holds. */
  importFile: procedure.input(handedFileSchema).output(importResultSchema),
  /** Reads a file as plain paragraphs without storing anything: text of a motion for the entry form. */
  readText: procedure.input(handedFileSchema).output(z.object({ paragraphs: z.array(z.string()) })),
};

const statementContract = {
  create: procedure
    .input(
      z.object({
        id: idSchema,
        answers: z.string().max(200).nullable(),
        name: lineSchema.nullable(),
        leadUnit: lineSchema.nullable(),
        number: lineSchema.nullable(),
      }),
    )
    .output(statementDraftSchema),
  get: procedure.input(refInput).output(statementDraftSchema),
  record: procedure.input(refInput).output(statementRecordSchema),
  /** The record; before anybody decided about the publicity, the draft under a schema of its own that no import takes for a record. */
  show: procedure.input(refInput).output(z.looseObject({ schema: z.string() })),
  save: procedure
    .input(z.object({ id: idSchema, expectedRevision: z.number().int(), content: statementContentSchema }))
    .output(statementDraftSchema),
  setField: procedure
    .input(z.object({ ref: z.string().min(1).max(200), field: z.string().max(100), value: z.string().max(5_000_000) }))
    .output(statementDraftSchema),
  /** The draft's number: the next free one for null, the one that was typed, or none for ""; `read` is the one it bore. Refuses with `conflict` when it bears another. */
  giveNumber: procedure
    .input(z.object({ id: idSchema, reference: lineSchema.nullable(), read: lineSchema.nullable() }))
    .output(statementDraftSchema),
  /** A statement that was taken over finished becomes a draft; refuses with `step-forbidden`. */
  takeUp: procedure.input(refInput).output(statementDraftSchema),
  /** Takes back that it was taken up; refuses with `conflict`, `step-forbidden`. */
  putBack: procedure.input(z.object({ id: idSchema, expectedRevision: z.number().int() })).output(statementDraftSchema),
  unlockQuotation: procedure.input(z.object({ id: idSchema })).output(statementDraftSchema),
  /** Lays the content out as it would print now; the handle gives Typst's vector artifact. Nothing is stored. */
  preview: procedure.input(z.object({ id: idSchema, content: statementContentSchema })).output(
    z.object({
      handle: z.string(),
      unprintable: z.array(z.object({ place: z.string(), character: z.string(), codePoint: z.string() })),
    }),
  ),
};

const documentContract = {
  deliver: procedure
    .input(
      z.object({
        ref: z.string().min(1).max(200),
        kind: documentKindSchema,
        formats: documentFormatsSchema,
        withAttachments: z.boolean().optional(),
      }),
    )
    .output(deliverySchema),
};

/** Named part by part: the inferred type of the whole is too long for the compiler to write down. */
// A type alias, because the router wants an index signature, which an interface does not have.
export type Contract = {
  readonly system: typeof systemContract;
  readonly papers: typeof paperContract;
  readonly imports: typeof importContract;
  readonly statements: typeof statementContract;
  readonly bin: typeof binContract;
  readonly numbers: typeof numberContract;
  readonly documents: typeof documentContract;
  readonly letters: typeof letterContract;
  readonly shell: typeof shellProcedures;
  readonly attachments: typeof attachmentContract;
  readonly backup: typeof backupContract;
  readonly settings: typeof settingsContract;
  readonly setupImports: typeof setupImportContract;
  readonly issues: typeof issueContract;
  readonly releases: typeof releaseContract;
  readonly meetings: typeof meetingContract;
  readonly signatures: typeof signatureContract;
  readonly redactions: typeof redactionContract;
  readonly distribution: typeof distributionContract;
  readonly dispatch: typeof dispatchContract;
  readonly serialLetters: typeof serialLetterContract;
  readonly unfinished: typeof unfinishedContract;
};

/** A procedure as `subject.name`. */
export type ProcedureName = {
  [Subject in keyof Contract]: `${Subject}.${Extract<keyof Contract[Subject], string>}`;
}[keyof Contract];

export const contract: Contract = {
  system: systemContract,
  papers: paperContract,
  imports: importContract,
  statements: statementContract,
  bin: binContract,
  numbers: numberContract,
  documents: documentContract,
  letters: letterContract,
  shell: shellProcedures,
  attachments: attachmentContract,
  backup: backupContract,
  settings: settingsContract,
  setupImports: setupImportContract,
  issues: issueContract,
  releases: releaseContract,
  meetings: meetingContract,
  signatures: signatureContract,
  redactions: redactionContract,
  distribution: distributionContract,
  dispatch: dispatchContract,
  serialLetters: serialLetterContract,
  unfinished: unfinishedContract,
};
