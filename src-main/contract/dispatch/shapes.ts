/** Channels, proofs and what is still open of dispatch. */
import * as z from 'zod';
import { idSchema, keptWordSchema, lineSchema } from '../../record/basics.ts';
import { statementStateSchema } from '../statement/shapes.ts';
import { resolvedRecipientSchema, copyPlaceSchema, copyKindSchema } from '../distribution/shapes.ts';

export const dispatchChannelSchema = z.enum(['print', 'folder', 'email', 'hand']);
export type DispatchChannel = z.infer<typeof dispatchChannelSchema>;

export const dispatchProofSchema = z.object({
  id: idSchema,
  at: z.string(),
  actor: z.string(),
  channel: keptWordSchema,
  copyKind: keptWordSchema,
  /** Null for a letter. */
  edition: z.number().int().nullable(),
  recipient: resolvedRecipientSchema,
  fileName: z.string(),
  /** Of the very bytes that went out. */
  sha512: z.string(),
  /** Where it went: a folder, an address. */
  detail: z.string(),
});
export type DispatchProof = z.infer<typeof dispatchProofSchema>;

export const pendingDispatchSchema = z.object({
  id: idSchema,
  reference: lineSchema.nullable(),
  name: lineSchema,
  state: statementStateSchema,
  open: z.number().int(),
  total: z.number().int(),
  /** Why nobody can say what of it is open; null otherwise. */
  problem: z.string().nullable(),
});
export type PendingDispatch = z.infer<typeof pendingDispatchSchema>;

/** All copies of it are out. */
export const doneDispatchSchema = z.object({
  id: idSchema,
  reference: lineSchema.nullable(),
  name: lineSchema,
  total: z.number().int(),
  /** When the last of them went out. */
  at: z.string(),
});
export type DoneDispatch = z.infer<typeof doneDispatchSchema>;

export const dispatchOverviewSchema = z.object({
  pending: z.array(pendingDispatchSchema),
  /** Where the next page of it begins; null at the end. */
  next: z.string().nullable(),
  /** The latest ones, newest first; with the first page only. */
  done: z.array(doneDispatchSchema),
});
export type DispatchOverview = z.infer<typeof dispatchOverviewSchema>;

/** What sending would write for good, so that a person sees it before. */
export const dispatchPlanSchema = z.object({
  copies: z.array(copyPlaceSchema.extend({ name: lineSchema, copyKind: copyKindSchema, copies: z.number().int() })),
  /** Recipients this channel does not reach. */
  skipped: z.array(z.string()),
  /** The first proof makes the paper "versandt". */
  isFirst: z.boolean(),
});
export type DispatchPlan = z.infer<typeof dispatchPlanSchema>;
