/** The contract of issuing. */
import * as z from 'zod';
import { eventIterator } from '@orpc/contract';
import { idSchema, lineSchema } from '../../record/basics.ts';
import { deliverySchema } from '../document/delivery.ts';
import { issueOverviewSchema } from './shapes.ts';
import { procedure, refInput } from '../shared/procedure.ts';
import { readingSchema } from '../shared/reading.ts';

const reasonInput = refInput.extend({ reason: lineSchema.min(1) });

const keyId = z.string().max(100).nullable();

/** The state a person has before their eyes; refuses with `conflict` when it is another. */
const expectedRevision = z.number().int();

export const issueContract = {
  /** Reads attachments that were not read yet: what is ended meanwhile counts as not examined. */
  overview: procedure.input(refInput.extend({ reading: readingSchema })).output(issueOverviewSchema),
  /** `visible`: whether the signature is seen on the last page; absent means as the office's settings say. */
  issue: procedure
    .input(refInput.extend({ expectedRevision, keyId, visible: z.boolean().optional() }))
    .output(issueOverviewSchema),
  /** One after the other with one opened key; ends when the listener goes. */
  issueSeveral: procedure.input(z.object({ refs: z.array(z.string().min(1).max(200)).max(5000), keyId })).output(
    eventIterator(
      z.object({
        done: z.number().int(),
        total: z.number().int(),
        ref: z.string(),
        reference: z.string().nullable(),
        /** Sentence of the refusal, null when it was issued. */
        problem: z.string().nullable(),
      }),
    ),
  ),
  /** Opens the next edition ("Berichtigung") as a draft. */
  correct: procedure.input(reasonInput).output(issueOverviewSchema),
  withdraw: procedure.input(reasonInput).output(issueOverviewSchema),
  /** A later time stamp as a file beside the issued one. */
  addTimestamp: procedure.input(refInput).output(issueOverviewSchema),
  /** A further signature as a file beside the issued ones. */
  addSignature: procedure.input(refInput.extend({ keyId: z.string().max(100) })).output(issueOverviewSchema),
  deliver: procedure.input(refInput.extend({ fileIds: z.array(idSchema).min(1).max(300) })).output(deliverySchema),
  /** A handle to look at an issued file in the window. */
  view: procedure
    .input(z.object({ fileId: idSchema }))
    .output(z.object({ handle: z.string(), mimeType: z.string(), fileName: z.string() })),
};
