/** Copies of an issued paper: who receives which one, and the proof that it went out. */
import * as z from 'zod';
import { idSchema, isoDateSchema, keptWordSchema, lineSchema } from '../../record/basics.ts';
import { keptForm } from '../../record/kept-form.ts';
import { statementStateSchema } from '../statement/shapes.ts';

export const copyKindSchema = z.enum(['original', 'copy', 'draft', 'follow-up']);
export type CopyKind = z.infer<typeof copyKindSchema>;

export const COPY_KINDS = copyKindSchema.options;

const addressLines = z.array(z.string().max(200)).max(10);

/** A group is an organization that stands for its members: who they are is decided on the day. Known recipients are read anew each time. */
export const recipientSchema = z.object({
  kind: z.enum(['organization', 'group', 'person', 'external']),
  /** Of the directory; absent for external ones. */
  id: idSchema.optional(),
  name: lineSchema.min(1),
  /** Address of an external recipient. */
  lines: addressLines.default([]),
  email: lineSchema.default(''),
});
export type Recipient = z.infer<typeof recipientSchema>;

export const RECIPIENT_FORM = keptForm(null, [{ schema: recipientSchema }]);

export const distributionEntrySchema = z.object({
  id: idSchema,
  recipient: recipientSchema,
  copyKind: copyKindSchema,
  copies: z.number().int().min(1).max(999),
  /** Day of a follow-up; other kinds have none. */
  followUp: isoDateSchema.nullable().default(null),
});
export type DistributionEntry = z.infer<typeof distributionEntrySchema>;

/** A recipient as of the day: nobody stands for others any more. */
export const resolvedRecipientSchema = recipientSchema.extend({
  kind: z.enum(['organization', 'person', 'external']),
});
export type ResolvedRecipient = z.infer<typeof resolvedRecipientSchema>;

export const RESOLVED_RECIPIENT_FORM = keptForm(null, [{ schema: resolvedRecipientSchema }]);

/** Which copy of a distribution: its entry, and its place among the copies of that entry, from 0. */
export const copyPlaceSchema = z.object({ entryId: idSchema, index: z.number().int().min(0) });
export type CopyPlace = z.infer<typeof copyPlaceSchema>;

export const resolvedCopySchema = z.object({
  entryId: idSchema,
  /** Place among the copies of its entry, from 0. */
  index: z.number().int(),
  copyKind: copyKindSchema,
  copies: z.number().int(),
  followUp: isoDateSchema.nullable(),
  recipient: resolvedRecipientSchema,
  /** Street or place is known, so that an envelope arrives. */
  hasAddress: z.boolean(),
});
export type ResolvedCopy = z.infer<typeof resolvedCopySchema>;

const plannedCopySchema = resolvedCopySchema.extend({
  fileName: z.string(),
  /** The last proof of the newest issue for this recipient and kind. */
  sent: z.object({ channel: keptWordSchema, at: z.string() }).nullable(),
});
export type PlannedCopy = z.infer<typeof plannedCopySchema>;

export const distributionSchema = z.object({
  paperId: idSchema,
  reference: lineSchema.nullable(),
  name: lineSchema,
  state: statementStateSchema,
  /** False while nobody changed the suggestion. */
  isStored: z.boolean(),
  /** Of the stored distribution, 0 for none; a save says which one it was based on. */
  revision: z.number().int(),
  entries: z.array(distributionEntrySchema),
  copies: z.array(plannedCopySchema),
  /** Entries nobody can be found for on the day, such as a group without members. */
  unresolved: z.array(idSchema),
});
export type Distribution = z.infer<typeof distributionSchema>;
