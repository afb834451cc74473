/** The contract of releasing. */
import * as z from 'zod';
import { idSchema, lineSchema, signatorySchema } from '../../record/basics.ts';
import { deliverySchema } from '../document/delivery.ts';
import { issueOverviewSchema } from '../issue/shapes.ts';
import { procedure, refInput } from '../shared/procedure.ts';
import { readingSchema } from '../shared/reading.ts';
import { statementContentSchema } from '../statement/shapes.ts';
import { acceptanceSchema, findingSchema } from './shapes.ts';

const reasonInput = refInput.extend({ reason: lineSchema.min(1) });

/** The state a person has before their eyes; refuses with `conflict` when it is another. */
const expectedRevision = z.number().int();

export const releaseContract = {
  /** Findings of content that is still being written: nothing is stored. Refuses with `not-found`. */
  look: procedure.input(z.object({ id: idSchema, content: statementContentSchema })).output(z.array(findingSchema)),
  /** Words that a misspelled one could mean, the likeliest first. */
  suggest: procedure.input(z.object({ word: z.string().min(1).max(100) })).output(z.array(z.string())),
  /** Refuses with `release-blocked` and the findings. */
  release: procedure
    .input(
      refInput.extend({
        expectedRevision,
        acceptances: z.array(acceptanceSchema).max(2000),
        reading: readingSchema,
      }),
    )
    .output(issueOverviewSchema),
  /** Back to the draft, from the released state. */
  returnToDraft: procedure.input(reasonInput).output(issueOverviewSchema),
  /** Signatory and sending unit can still change after the release; the check runs again. */
  changeSignatory: procedure
    .input(
      refInput.extend({
        expectedRevision,
        signatory: signatorySchema,
        leadUnit: lineSchema.min(1),
        /** Why warnings that the change brings may stay. */
        reason: lineSchema.default(''),
        reading: readingSchema,
      }),
    )
    .output(issueOverviewSchema),
  /** The protocol of the release that holds, as a page to print. Refuses with `step-forbidden` on a draft. */
  deliverProtocol: procedure.input(refInput).output(deliverySchema),
};
