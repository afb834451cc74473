/** The installation and the people in its office. */
import * as z from 'zod';
import { idSchema, signatorySchema } from '../../record/basics.ts';
import { organizationTypeSchema } from '../settings/shapes.ts';

export const systemStatusSchema = z.object({
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

export const directorySchema = z.object({
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
