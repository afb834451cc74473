/** The contract of documents that are no issue. */
import * as z from 'zod';
import { deliverySchema, documentKindSchema } from './delivery.ts';
import { documentFormatsSchema } from './format.ts';
import { procedure } from '../shared/procedure.ts';

export const documentContract = {
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
