/** One letter (DIN 5008): everything that prints on it, and what can be asked about letters. */
import * as z from 'zod';
import {
  draftPublicitySchema,
  idSchema,
  isoDateSchema,
  keptWordSchema,
  lineSchema,
  signatorySchema,
  unreadDateSchema,
} from '../../record/basics.ts';
import { keptForm } from '../../record/kept-form.ts';
import { letterKindSchema } from './kinds.ts';
import { richTextSchema } from '../../record/rich-text/rich-text.ts';
import { formOfAddressSchema } from '../settings/shapes.ts';

export type { LetterKind } from './kinds.ts';
export { letterTextsSchema } from './letter-texts.ts';

/** DIN 5008: the address zone holds six lines. */
export const MOST_ADDRESS_LINES = 6;

const shortLine = z.string().max(200);

export const letterPersonSchema = z.object({
  /** Beside those of the directory what stands in typed addresses. */
  formOfAddress: z.union([formOfAddressSchema, z.enum(['Familie', 'Eheleute'])]).default(null),
  title: shortLine.default(''),
  givenName: shortLine.default(''),
  familyName: shortLine.default(''),
  /** "Fraktionsvorsitzende"; empty when it is not used in the salutation. */
  function: shortLine.default(''),
});
export type LetterPerson = z.infer<typeof letterPersonSchema>;

export const letterRecipientSchema = z.object({
  lines: z.array(shortLine).max(MOST_ADDRESS_LINES),
  organization: lineSchema.default(''),
  /** Who is greeted; nobody means that an organization is written to. */
  persons: z.array(letterPersonSchema).max(10).default([]),
});
export type LetterRecipient = z.infer<typeof letterRecipientSchema>;

/** The information block. Empty rows do not print. */
export const letterInformationSchema = z.object({
  unit: shortLine.default(''),
  yourSign: shortLine.default(''),
  yourMessageDate: shortLine.default(''),
  ourSign: shortLine.default(''),
  ourMessageDate: shortLine.default(''),
  name: shortLine.default(''),
  room: shortLine.default(''),
  telephone: shortLine.default(''),
  email: shortLine.default(''),
});
export type LetterInformation = z.infer<typeof letterInformationSchema>;

export const letterContentSchema = z.object({
  kind: letterKindSchema,
  recipient: letterRecipientSchema,
  /** Above the address, such as "Einschreiben". */
  notes: shortLine.default(''),
  information: letterInformationSchema.prefault({}),
  date: isoDateSchema.nullable(),
  unreadDate: unreadDateSchema,
  /** A line may hold placeholders such as `{newDeadline}`: they print as open ones. */
  subject: lineSchema,
  /** Several persons are greeted on a line each. */
  salutation: z.string().max(2000),
  body: richTextSchema,
  closing: lineSchema,
  signatory: signatorySchema.nullable(),
  enclosures: z.array(lineSchema).max(200),
  distribution: z.array(lineSchema).max(200),
  publicity: draftPublicitySchema,
});
export type LetterContent = z.infer<typeof letterContentSchema>;
export const LETTER_FORM = keptForm(null, [{ schema: letterContentSchema }]);

/** To whom a letter goes: somebody of the directory, or lines as they are typed. */
export const letterRecipientChoiceSchema = z.object({
  personId: idSchema.optional(),
  organizationId: idSchema.optional(),
  lines: z.array(shortLine).max(40).optional(),
});
export type LetterRecipientChoice = z.infer<typeof letterRecipientChoiceSchema>;

export const letterRequestSchema = z.object({
  kind: letterKindSchema,
  ref: z.string().min(1).max(200),
  recipient: letterRecipientChoiceSchema.optional(),
  date: isoDateSchema.optional(),
  deadline: isoDateSchema.optional(),
  newDeadline: isoDateSchema.optional(),
});
export type LetterRequest = z.infer<typeof letterRequestSchema>;

export const letterSuggestionSchema = z.object({
  /** "Frau Mareike Holtgrewe, Fraktion Umwelt und Mobilität" */
  name: z.string(),
  personId: idSchema.nullable(),
  organizationId: idSchema.nullable(),
});
export type LetterSuggestion = z.infer<typeof letterSuggestionSchema>;

export const letterDraftSchema = z.object({
  /** Number of the paper, null for drafts without one. */
  reference: z.string().nullable(),
  paperId: idSchema,
  paperType: z.string(),
  content: letterContentSchema,
  /** Everybody the letter could go to, the likeliest first. */
  suggestions: z.array(letterSuggestionSchema),
  /** What is still missing, by the words that stand in its place. */
  open: z.array(z.string()),
});
export type LetterDraft = z.infer<typeof letterDraftSchema>;

/** A letter that went out of the program as a file or on paper. */
export const writtenLetterSchema = z.object({
  id: idSchema,
  kind: keptWordSchema,
  /** First lines of the address. */
  recipient: z.string(),
  subject: z.string(),
  at: z.string(),
  actor: z.string(),
  formats: z.array(keptWordSchema),
});
export type WrittenLetter = z.infer<typeof writtenLetterSchema>;
