/** The register's filter as it stands in the address. */
import * as z from 'zod';
import { paperTypeSchema } from '../../../src-main/record/basics.ts';

export const registerFilterSchema = z.object({
  q: z.string().optional().catch(undefined),
  art: paperTypeSchema.optional().catch(undefined),
  jahr: z.coerce.number().int().optional().catch(undefined),
});
export type RegisterFilter = z.infer<typeof registerFilterSchema>;
