/**
 * `stellwerk.statement/1`: the one printed schema of a statement. `show` prints it, PDF and DOCX carry it, import restores it.
 * It holds printed content only – no notes, no user names, nothing non-public in a public paper. Described in docs/schema-statement-1.md.
 */
import * as z from 'zod';
import {
  consultationSchema,
  contactSchema,
  filledFurtherShape,
  isoDateSchema,
  lineSchema,
  originatorSchema,
  paperTypeSchema,
  publicitySchema,
  signatorySchema,
} from './basics.ts';
import { keptForm } from './kept-form.ts';
import { richTextSchema } from './rich-text/rich-text.ts';

export const STATEMENT_SCHEMA = 'stellwerk.statement/1';
/** What `show` prints of a draft about whose publicity nobody has decided: the same keys, `publicity` is `unknown`; no record. */
export const DRAFT_SCHEMA = 'stellwerk.draft/1';

const answeredPaperSchema = z.object({
  reference: lineSchema,
  paperType: paperTypeSchema,
  originators: z.array(originatorSchema.extend({ printed: lineSchema })),
  originatorOrganization: lineSchema.nullable(),
  originatorPerson: lineSchema.nullable(),
  originatorFunction: lineSchema.nullable(),
});

export const statementRecordSchema = z.object({
  schema: z.literal(STATEMENT_SCHEMA),
  reference: lineSchema.nullable(),
  date: isoDateSchema.nullable(),
  /** 1 for the first issue; from 2 on the title says "1. Berichtigung". Older files have none. */
  edition: z.number().int().min(1).max(999).default(1),
  publicity: publicitySchema,
  bodyName: lineSchema,
  leadUnit: lineSchema,
  answers: z.array(answeredPaperSchema),
  name: lineSchema,
  consultations: z.array(consultationSchema),
  /** The quoted motion as plain paragraphs, derived from `quotationRich`. */
  quotation: z.array(z.string()),
  quotationRich: richTextSchema,
  /** One sentence; `**…**` marks bold words, `\*` is a printed asterisk. */
  hinge: z.string(),
  reply: richTextSchema,
  /** The reply as plain paragraphs, derived from `reply`. */
  replyText: z.array(z.string()),
  signatory: signatorySchema.nullable(),
  contact: contactSchema,
  ...filledFurtherShape,
  /** Day on which the answered paper came in; named only where the office prints it. */
  receivedOn: isoDateSchema.optional(),
  /** Printed attachments in order: "Anlage 1 – {name}". Older files have none. */
  attachments: z
    .array(z.object({ name: lineSchema }))
    .max(200)
    .default([]),
});

export const STATEMENT_FORM = keptForm('stellwerk.statement', [{ schema: statementRecordSchema }]);

/** Under which names a record has a rich text and its plain paragraphs. */
export const RICH_TEXT_KEYS = {
  quotation: { rich: 'quotationRich', plain: 'quotation' },
  reply: { rich: 'reply', plain: 'replyText' },
} as const;

export type StatementRecord = z.infer<typeof statementRecordSchema>;
export type AnsweredPaperRecord = StatementRecord['answers'][number];
