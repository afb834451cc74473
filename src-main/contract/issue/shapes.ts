/** Issues (Ausfertigungen): immutable files of a released statement, with corrections, withdrawals and renditions beside them. */
import * as z from 'zod';
import { idSchema, keptWordSchema, lineSchema, publicitySchema } from '../../record/basics.ts';
import { keptForm } from '../../record/kept-form.ts';
import { releaseCheckSchema, releaseSummarySchema } from '../release/shapes.ts';
import { statementStateSchema } from '../statement/shapes.ts';

/** Kinds of files that are made today; a row of another version may hold another word. */
export const ISSUE_FILE_KINDS = [
  'form-sheet-pdf',
  'form-sheet-docx',
  'distribution-pdf',
  'distribution-docx',
  'protocol-pdf',
  'record',
  'attachment',
  'redacted-pdf',
] as const;
export type IssueFileKind = (typeof ISSUE_FILE_KINDS)[number];

export const issueFileSchema = z.object({
  id: idSchema,
  kind: keptWordSchema,
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

/** What is checked today. */
export type ConformanceCheck =
  | 'header'
  | 'claims'
  | 'title'
  | 'language'
  | 'tagged'
  | 'structure'
  | 'fonts'
  | 'tab-order'
  | 'attachments'
  | 'alternative-texts';
export const conformanceFindingSchema = z.object({
  check: keptWordSchema,
  ok: z.boolean(),
  /** Facts as found: names and numbers. */
  detail: z.string(),
});
export type ConformanceFinding = z.infer<typeof conformanceFindingSchema>;
export const CONFORMANCE_FORM = keptForm(null, [{ schema: z.array(conformanceFindingSchema) }]);

export const issueSignatureSchema = z.object({
  signer: z.string(),
  level: keptWordSchema,
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
export const issueOverviewSchema = z.object({
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
export type IssueOverview = z.infer<typeof issueOverviewSchema>;
