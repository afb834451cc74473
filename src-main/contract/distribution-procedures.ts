/** The contract of copies, envelopes, labels, dispatch and serial letters. */
import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { idSchema, isoDateSchema } from '../record/basics.ts';
import {
  copyPlaceSchema,
  dispatchChannelSchema,
  dispatchOverviewSchema,
  dispatchPlanSchema,
  dispatchProofSchema,
  distributionEntrySchema,
  distributionSchema,
  resolvedCopySchema,
} from './copies.ts';
import { deliverySchema } from './delivery.ts';
import { documentFormatsSchema } from './document-format.ts';
import { procedure } from './procedure.ts';
import { letterRunSchema, serialLettersInputSchema, serialLetterStepSchema } from './serial-letters.ts';
import { envelopeFormatSchema, labelFormatSchema, labelStartSchema } from './sheet-formats.ts';

const refInput = z.object({ ref: z.string().min(1).max(200) });
const entries = z.array(distributionEntrySchema).max(500);
/** Only these entries; absent means all. */
const chosen = { entryIds: z.array(idSchema).min(1).max(500).optional() };

export const distributionContract = {
  /** The stored distribution of a paper, else the suggestion, resolved today. */
  get: procedure.input(refInput).output(distributionSchema),
  /** Refuses with `conflict` when somebody else saved meanwhile. No entries: back to the suggestion. */
  save: procedure.input(refInput.extend({ expectedRevision: z.number().int(), entries })).output(distributionSchema),
  suggest: procedure.input(refInput).output(z.object({ entries: z.array(distributionEntrySchema) })),
  /** Who these entries mean on a day, without storing anything. */
  resolve: procedure
    .input(z.object({ ref: refInput.shape.ref.optional(), entries, date: isoDateSchema.optional() }))
    .output(z.object({ copies: z.array(resolvedCopySchema), unresolved: z.array(idSchema) })),
  /** The copy as it will print; refuses with `issue-missing`. */
  preview: procedure.input(refInput.extend({ entryId: idSchema, index: z.number().int().min(0).default(0) })).output(
    z.object({
      handle: z.string(),
      unprintable: z.array(z.object({ place: z.string(), character: z.string(), codePoint: z.string() })),
    }),
  ),
  /** One file for each copy, or one PDF of all; `duplex` begins every copy on a front page. */
  deliverCopies: procedure
    .input(refInput.extend({ form: z.enum(['files', 'combined']), duplex: z.boolean().default(false), ...chosen }))
    .output(deliverySchema),
  deliverLabels: procedure
    .input(refInput.extend({ format: labelFormatSchema, start: labelStartSchema, ...chosen }))
    .output(deliverySchema),
  deliverEnvelopes: procedure
    .input(refInput.extend({ format: envelopeFormatSchema, ...chosen }))
    .output(deliverySchema),
};

export const dispatchContract = {
  /** Proofs of a paper, oldest first. */
  list: procedure.input(refInput).output(z.array(dispatchProofSchema)),
  /** Issued papers with copies that are not out yet, and what went out lately. */
  overview: procedure.input(z.object({ after: z.string().max(2500).optional() })).output(dispatchOverviewSchema),
  /** What `send` would write for good, and for whom; refuses as `send` does before it writes. */
  plan: procedure.input(refInput.extend({ channel: dispatchChannelSchema, ...chosen })).output(dispatchPlanSchema),
  /** Sends the copies and keeps the proofs; the first one makes the paper "versandt". `folder` belongs to that channel. */
  send: procedure
    .input(
      refInput.extend({
        channel: dispatchChannelSchema,
        folder: z.string().min(1).max(4000).optional(),
        /** Only this one copy. */
        copy: copyPlaceSchema.optional(),
        /** Of what would be sent, only these: a person has seen them and said yes. */
        among: z.array(copyPlaceSchema).max(5000).optional(),
        ...chosen,
      }),
    )
    .output(
      z.object({
        delivery: deliverySchema.nullable(),
        proofs: z.array(dispatchProofSchema),
        skipped: z.array(z.string()),
      }),
    ),
  deliverList: procedure.input(refInput.extend({ formats: documentFormatsSchema })).output(deliverySchema),
};

/** Letters to many around one paper. */
export const serialLetterContract = {
  /** One letter to many; ends when the listener goes, and goes on with the same `runId`. */
  run: procedure.input(serialLettersInputSchema).output(eventIterator(serialLetterStepSchema)),
  /** Runs of a paper, newest first. */
  runs: procedure.input(refInput).output(z.array(letterRunSchema)),
  /** Goes on with a run as it was asked for: whoever has their letter is left out. */
  goOn: procedure.input(refInput.extend({ runId: idSchema })).output(eventIterator(serialLetterStepSchema)),
  /** The letters of a run, one file each or as one PDF. */
  deliver: procedure.input(refInput.extend({ runId: idSchema })).output(deliverySchema),
};
