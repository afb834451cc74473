/** What an answer from behind the fence must look like: whoever answers has read a stranger's file, and may have been taken over by it. */
import * as z from 'zod';
import { settingsFileSchema } from '../../contract/settings/shapes.ts';
import {
  additionSchema,
  certificateInfoSchema,
  certificationSchema,
  unjudgedReasonSchema,
} from '../../contract/signature/shapes.ts';
import { richTextSchema, textOrBreakSchema } from '../../record/rich-text/rich-text.ts';
import type { Reading, Readings } from './file-fence.ts';

const bytes = z.instanceof(Uint8Array);

const blocks = richTextSchema.transform(({ content }) => content);
const readDocument = z.object({
  // A document of blocks is what a rich text holds.
  blocks: z.preprocess((content) => ({ type: 'doc', content }), blocks),
  notes: z.array(
    z.object({
      label: z.string(),
      behind: z.string(),
      blocks: z.preprocess((content) => ({ type: 'doc', content }), blocks),
    }),
  ),
  pageMarks: z.array(z.string()),
  leftOut: z.array(
    z.object({
      kind: z.enum(['struck', 'hidden', 'deleted', 'comment', 'symbol', 'drawing', 'lost']),
      text: z.string(),
    }),
  ),
});

const copyName = z.object({ id: z.string(), revision: z.number().int() }).nullable();

const importReading = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('record'), json: z.string(), source: z.enum(['record', 'pdf', 'docx']) }),
  z.object({
    kind: z.literal('document'),
    document: readDocument,
    copyOf: copyName,
    source: z.enum(['docx-edited', 'word', 'odt']),
  }),
  z.object({ kind: z.literal('text'), text: z.string(), source: z.literal('text') }),
]);

const change = z.object({
  kind: z.enum(['added', 'removed']),
  author: z.string(),
  at: z.string(),
  move: z.string().nullable(),
});
const place = z.number().int().min(0);

const returnedFile = z.object({
  copyOf: copyName,
  paragraphs: z.array(
    z.object({
      names: z.array(z.string()),
      isLocked: z.boolean(),
      cell: z.string().nullable(),
      outline: z.number().int().nullable(),
      list: z.enum(['bullet', 'number']).nullable(),
      runs: z.array(z.object({ inline: textOrBreakSchema, change: change.nullable() })),
      end: change.nullable(),
      goesOn: z.boolean(),
      remarks: z.array(z.object({ id: z.string(), start: place, end: place })),
    }),
  ),
  remarks: z.array(
    z.object({ id: z.string(), author: z.string(), at: z.string(), text: z.string(), isOwn: z.boolean() }),
  ),
  unmerged: z.array(z.object({ kind: z.enum(['table', 'format']), author: z.string(), text: z.string() })),
  document: readDocument,
});

const contactList = z.object({
  kind: z.enum(['csv', 'vcard']),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  notes: z.array(z.object({ code: z.string(), row: z.number(), text: z.string() })),
});

const attachmentText = z.object({
  status: z.enum(['text', 'none', 'refused']),
  text: z.string(),
  reason: z.string().nullable(),
});

const attachmentAudit = z.object({
  examined: z.enum(['whole', 'failed', 'unknown']),
  trackedChanges: z.number(),
  comments: z.number(),
  hiddenTexts: z.array(z.string()),
  userNames: z.array(z.string()),
});

const foundSignatures = z.object({
  signatures: z.array(
    z.object({
      kind: z.enum(['signature', 'time-stamp']),
      certificates: z.array(bytes),
      claimedAt: z.string().nullable(),
      stampedAt: z.string().nullable(),
      stampCertificates: z.array(bytes),
      format: z.enum(['baseline', 'named', 'plain']),
      valid: z.boolean(),
      problem: z.enum(['digest-wrong', 'signature-wrong', 'unjudged']).nullable(),
      reason: unjudgedReasonSchema.nullable(),
      coversWholeFile: z.boolean(),
      revision: z.number().int(),
      signedLength: z.number().int().nullable(),
      added: z.array(additionSchema),
      later: z.object({ isHarmless: z.boolean(), stamps: z.array(z.number().int()) }),
      certification: certificationSchema.nullable(),
      locksFields: z.boolean(),
    }),
  ),
  revisions: z.number().int(),
  uncoveredParts: z.array(z.string()),
  unread: unjudgedReasonSchema.nullable(),
});

const logEnd = z.object({ seq: z.number().int(), hash: z.string(), at: z.string() });

const backupLook = z.object({
  bodyName: z.string(),
  kind: z.enum(['own', 'example']),
  papers: z.number().int(),
  statements: z.number().int(),
  attachments: z.number().int(),
  lastChangeAt: z.string().nullable(),
  logEnd: logEnd.nullable(),
});

export const readingAnswers = {
  import: importReading,
  'returned-file': returnedFile,
  'contact-list': contactList,
  'settings-file': settingsFileSchema,
  'attachment-text': attachmentText,
  'attachment-audit': attachmentAudit,
  'pdf-signatures': foundSignatures,
  'docx-signatures': foundSignatures,
  certificate: bytes,
  'certificate-info': certificateInfoSchema,
  'certificate-chain': z.enum(['trusted', 'untrusted', 'expired', 'not-yet-valid', 'unsuitable', 'not-checkable']),
  'backup-check': z.null(),
  'backup-look': backupLook,
} satisfies { readonly [R in Reading]: z.ZodType<Readings[R]['answer']> };
