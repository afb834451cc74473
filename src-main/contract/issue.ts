/** Issues (Ausfertigungen): immutable files of a released statement, with corrections, withdrawals and renditions beside them. */
import * as z from 'zod';
import { idSchema, lineSchema, publicitySchema } from '../record/basics.ts';
import { releaseCheckSchema, releaseSummarySchema } from './release.ts';
import { statementStateSchema } from './statement.ts';

export const issueFileKindSchema = z.enum([
  'form-sheet-pdf',
  'form-sheet-docx',
  'distribution-pdf',
  'distribution-docx',
  'protocol-pdf',
  'record',
  'attachment',
  'redacted-pdf',
]);
export type IssueFileKind = z.infer<typeof issueFileKindSchema>;

export const issueFileSchema = z.object({
  id: idSchema,
  kind: issueFileKindSchema,
  name: lineSchema,
  fileName: z.string(),
  mimeType: z.string(),
  size: z.number().int(),
  sha512: z.string(),
  publicity: publicitySchema,
  /** The file this one was made from; null for what was issued itself. */
  derivedFrom: idSchema.nullable(),
  /** What was done to make a rendition ("Zeitstempel ergänzt"). */
  note: z.string(),
  at: z.string(),
});
export type IssueFile = z.infer<typeof issueFileSchema>;

const CONFORMANCE_CHECKS = [
  'header',
  'claims',
  'title',
  'language',
  'tagged',
  'structure',
  'fonts',
  'tab-order',
  'attachments',
  'alternative-texts',
] as const;
export const conformanceFindingSchema = z.object({
  check: z.enum(CONFORMANCE_CHECKS),
  ok: z.boolean(),
  /** Facts as found: names and numbers. */
  detail: z.string(),
});
export type ConformanceFinding = z.infer<typeof conformanceFindingSchema>;

export const issueSignatureSchema = z.object({
  signer: z.string(),
  level: z.enum(['B-B', 'B-T']),
  isTest: z.boolean(),
  /** Why there is no time stamp although a service is configured; null otherwise. */
  timestampProblem: z.string().nullable(),
});
export type IssueSignature = z.infer<typeof issueSignatureSchema>;

export const issueSummarySchema = z.object({
  id: idSchema,
  /** 1 for the first; 2 is "1. Berichtigung". */
  edition: z.number().int(),
  at: z.string(),
  actor: z.string(),
  files: z.array(issueFileSchema),
  conformance: z.array(conformanceFindingSchema),
  signature: issueSignatureSchema.nullable(),
  withdrawn: z.object({ reason: lineSchema, at: z.string() }).nullable(),
  corrected: z.object({ reason: lineSchema, at: z.string() }).nullable(),
});
export type IssueSummary = z.infer<typeof issueSummarySchema>;

/** Everything the page "Ausfertigen" shows of a statement. */
export const issueDeskSchema = z.object({
  id: idSchema,
  reference: lineSchema.nullable(),
  name: lineSchema,
  state: statementStateSchema,
  /** The edition that is being worked on, or that was issued last. */
  edition: z.number().int(),
  check: releaseCheckSchema,
  /** The release that holds now; null in a draft. */
  release: releaseSummarySchema.nullable(),
  /** Why it came back to the draft, if it did. */
  returned: z.object({ reason: lineSchema, at: z.string() }).nullable(),
  /** Newest first. */
  issues: z.array(issueSummarySchema),
});
export type IssueDesk = z.infer<typeof issueDeskSchema>;
