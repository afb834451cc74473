/** The contract of dispatch. */
import * as z from 'zod';
import { idSchema } from '../../record/basics.ts';
import { copyPlaceSchema } from '../distribution/shapes.ts';
import { dispatchChannelSchema, dispatchOverviewSchema, dispatchPlanSchema, dispatchProofSchema } from './shapes.ts';
import { deliverySchema } from '../document/delivery.ts';
import { documentFormatsSchema } from '../document/format.ts';
import { procedure, refInput } from '../shared/procedure.ts';

/** Only these entries; absent means all. */
const chosen = { entryIds: z.array(idSchema).min(1).max(500).optional() };

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
