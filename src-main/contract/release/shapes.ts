/** What the release check (Freigabeprüfung) finds, and the protocol that is kept of it. */
import * as z from 'zod';
import { idSchema, keptWordSchema, lineSchema } from '../../record/basics.ts';
import { keptForm } from '../../record/kept-form.ts';

export const FINDING_RULES = [
  'publicity-unknown',
  'field-missing',
  'reply-missing',
  'point-open',
  'point-changed',
  'point-refers-open',
  'heading-unanswered',
  'email-malformed',
  'consultations-missing',
  'consultation-undated',
  'consultation-publicity-unknown',
  'placeholder-open',
  'character-unprintable',
  'date-unreadable',
  'date-impossible',
  'date-malformed',
  'weekday-wrong',
  'consultations-unordered',
  'consultation-day-off',
  'future-day-past',
  'due-before-decision',
  'title-misquoted',
  'paper-kind-wrong',
  'recommendation-contradicts',
  'sum-wrong',
  'shares-wrong',
  'greeting-taken-over',
  'reply-headings-only',
  'reference-unknown',
  'reporting-duty',
  'sentence-long',
  'nominal-style',
  'spelling',
  'spelling-unchecked',
  'signatory-unknown',
  'signatory-not-entitled',
  'attachment-non-public',
  'attachment-publicity-unknown',
  'attachment-file-missing',
  'attachment-name-misleading',
  'personal-data',
  'attachment-not-examined',
  'attachment-tracked-changes',
  'attachment-comments',
  'attachment-hidden-text',
  'attachment-user-names',
  'clock-behind',
] as const;
export const findingRuleSchema = z.enum(FINDING_RULES);
export type FindingRule = z.infer<typeof findingRuleSchema>;

export const findingSeveritySchema = z.enum(['blocking', 'warning', 'hint']);
export type FindingSeverity = z.infer<typeof findingSeveritySchema>;

/** Where: a field of the content as `set` names it, and inside rich text the block with UTF-16 offsets into its plain text. */
export const findingPlaceSchema = z.object({
  field: z.string().max(100),
  blockId: z.string().max(64).nullable(),
  start: z.number().int().min(0),
  end: z.number().int().min(0),
});
export type FindingPlace = z.infer<typeof findingPlaceSchema>;

export const findingSchema = z.object({
  /** The same finding at the same words has the same key: what was accepted stays accepted. */
  key: z.string().max(400),
  rule: findingRuleSchema,
  severity: findingSeveritySchema,
  place: findingPlaceSchema,
  /** Named values for the sentence (`texts-de.ts`). */
  details: z.record(z.string(), z.string()),
});
export type Finding = z.infer<typeof findingSchema>;

export const acceptanceSchema = z.object({ key: z.string().max(400), reason: lineSchema.min(1) });
export type Acceptance = z.infer<typeof acceptanceSchema>;

export const releaseCheckSchema = z.object({
  revision: z.number().int(),
  findings: z.array(findingSchema),
  /** Neither blocking findings nor warnings: nothing has to be accepted. */
  isClean: z.boolean(),
  /** No blocking finding; warnings need a reason. */
  isReleasable: z.boolean(),
});
export type ReleaseCheck = z.infer<typeof releaseCheckSchema>;

export const RELEASE_SCHEMA = 'stellwerk.release/1';

/** As kept: rule and severity are words of their day, a rule may have been given up since. */
export const keptFindingSchema = findingSchema.extend({
  rule: keptWordSchema,
  severity: keptWordSchema,
  accepted: z.string().nullable(),
  /** What was said of it that day; absent in protocols of older versions, whose rules are all still known. */
  sentence: z.string().max(10_000).optional(),
});
export type KeptFinding = z.infer<typeof keptFindingSchema>;

/** Kept for good with the release: what was checked, what was found, who accepted what and why. */
export const releaseProtocolSchema = z.object({
  schema: z.literal(RELEASE_SCHEMA),
  reference: lineSchema,
  name: lineSchema,
  edition: z.number().int(),
  revision: z.number().int(),
  at: z.string(),
  actor: z.string(),
  /** Where the log ended before this release; null in protocols of older versions. */
  logEnd: z.object({ seq: z.number().int(), hash: z.string() }).nullable().default(null),
  /** Every rule that ran, also those that found nothing. */
  rules: z.array(keptWordSchema),
  /** What each of them looked for, in the words of that day; absent in protocols of older versions. */
  ruleNames: z.record(z.string(), z.string().max(1000)).optional(),
  /** SHA-256 over what the statement prints of the papers it answers; absent in protocols of older versions. */
  answered: z.string().max(64).optional(),
  findings: z.array(keptFindingSchema),
});
export type ReleaseProtocol = z.infer<typeof releaseProtocolSchema>;
export const RELEASE_FORM = keptForm('stellwerk.release', [{ schema: releaseProtocolSchema }]);

export const releaseSummarySchema = z.object({
  id: idSchema,
  edition: z.number().int(),
  revision: z.number().int(),
  at: z.string(),
  actor: z.string(),
  protocol: releaseProtocolSchema,
});
