/** The contract of copies, envelopes and labels. */
import * as z from 'zod';
import { idSchema, isoDateSchema } from '../../record/basics.ts';
import { distributionEntrySchema, distributionSchema, resolvedCopySchema } from './shapes.ts';
import { deliverySchema } from '../document/delivery.ts';
import { procedure, refInput } from '../shared/procedure.ts';
import { envelopeFormatSchema, labelFormatSchema, labelStartSchema } from './sheet-formats.ts';

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
