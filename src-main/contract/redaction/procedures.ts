/** The contract of redaction. */
import * as z from 'zod';
import { deliverySchema } from '../document/delivery.ts';
import { issueOverviewSchema } from '../issue/shapes.ts';
import { procedure, refInput } from '../shared/procedure.ts';
import { redactionMarkSchema, redactionProposalSchema } from './shapes.ts';

const marksInput = refInput.extend({ marks: z.array(redactionMarkSchema).max(5000) });

export const redactionContract = {
  /** The text as it prints, and what the office may want to blacken: personal data and unknown names. */
  suggest: procedure.input(refInput).output(redactionProposalSchema),
  /** Lays out the blackened version; nothing is stored. */
  preview: procedure.input(marksInput).output(
    z.object({
      handle: z.string(),
      unprintable: z.array(z.object({ place: z.string(), character: z.string(), codePoint: z.string() })),
    }),
  ),
  /** Keeps the blackened PDF beside the issued one; refuses with `step-forbidden` before an issue. */
  make: procedure.input(marksInput).output(issueOverviewSchema),
  /** Hands out the blackened version as PDF and Word file. */
  deliver: procedure.input(marksInput).output(deliverySchema),
};
