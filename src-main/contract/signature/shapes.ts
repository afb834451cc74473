/** Keys, verdicts on signatures, and the office's trust list. A local certificate gives an advanced signature at best, never a qualified one. */
import * as z from 'zod';
import { idSchema } from '../../record/basics.ts';

export const certificateInfoSchema = z.object({
  subject: z.string(),
  issuer: z.string(),
  serialNumber: z.string(),
  notBefore: z.string(),
  notAfter: z.string(),
  fingerprint: z.string(),
  isTest: z.boolean(),
  isAuthority: z.boolean(),
});
export type CertificateInfo = z.infer<typeof certificateInfoSchema>;

/** An opened key, kept in memory only, until it is closed or has not been used for a while. */
export const openKeySchema = z.object({ keyId: z.string(), fileName: z.string(), certificate: certificateInfoSchema });
export type OpenKey = z.infer<typeof openKeySchema>;

const VERDICTS = [
  'valid',
  'unsigned',
  'altered',
  'added-after-signing',
  'not-covered',
  'untrusted',
  'unsuitable',
  'expired',
  'expired-since',
  'unsupported',
  'damaged',
] as const;
export const verdictSchema = z.enum(VERDICTS);
export type Verdict = z.infer<typeof verdictSchema>;

/** What was added behind a signed revision of a PDF; `unrecognised` where it could not be read for certain. */
export const additionSchema = z.enum([
  'validation-data',
  'time-stamp',
  'signature',
  'form-entry',
  'annotation',
  'page',
  'page-content',
  'attachment',
  'metadata',
  'other',
  'unrecognised',
]);
export type Addition = z.infer<typeof additionSchema>;

/** Why a signature, or a file, could not be judged; `damaged` is certain, everything else only says what this program cannot do. */
export const unjudgedReasonSchema = z.enum([
  'format',
  'algorithm',
  'weak-algorithm',
  'key',
  'chain',
  'too-large',
  'encrypted',
  'unreadable',
  'no-certificate',
  'other-certificate',
  'several-signers',
  'coverage',
  'no-field',
  'file-unreadable',
  'head-displaced',
  'incomplete',
  'two-main-parts',
  'damaged',
]);
export type UnjudgedReason = z.infer<typeof unjudgedReasonSchema>;

/** What the author of a PDF allows to be changed after certifying it (ISO 32000-1, table 254). */
export const certificationSchema = z.enum(['no-changes', 'forms', 'forms-and-annotations']);
export type Certification = z.infer<typeof certificationSchema>;

export const verifiedSignatureSchema = z.object({
  /** A document time stamp proves when, not who. */
  kind: z.enum(['signature', 'time-stamp']),
  signer: z.string(),
  /** The proven time where a trusted time stamp is there, else the claimed one; null when none is given. */
  time: z.string().nullable(),
  timeIsProven: z.boolean(),
  /** PAdES baseline, where its conditions hold; `named`: the signed part names the certificate; `plain`: neither. */
  level: z.enum(['B-B', 'B-T', 'named', 'plain']),
  valid: z.boolean(),
  coversWholeFile: z.boolean(),
  /** PDF: which revision it covers, counted from 1; there are `Verification.revisions`. */
  revision: z.number().int(),
  /** Nothing was added later, or for certain only validation data and invisible, trusted time stamps. */
  unchangedAfter: z.boolean(),
  added: z.array(additionSchema),
  trusted: z.boolean(),
  verdict: verdictSchema,
  reason: unjudgedReasonSchema.nullable(),
  certification: certificationSchema.nullable(),
  locksFields: z.boolean(),
  certificate: certificateInfoSchema.nullable(),
});
export type VerifiedSignature = z.infer<typeof verifiedSignatureSchema>;

export const verificationSchema = z.object({
  fileName: z.string(),
  format: z.enum(['pdf', 'docx', 'other']),
  verdict: verdictSchema,
  /** Place in `signatures` of the one that the verdict speaks of; null where it speaks of the file. */
  decisive: z.number().int().nullable(),
  /** With `unsupported` and `damaged`: why. */
  reason: unjudgedReasonSchema.nullable(),
  signatures: z.array(verifiedSignatureSchema),
  /** PDF: how many revisions the signatures tell apart. */
  revisions: z.number().int(),
  /** DOCX: parts that no sound signature covers, but for the three properties of a package. */
  uncoveredParts: z.array(z.string()),
  /** Our own file, byte for byte: the issue, or the letter that went out, it belongs to. */
  known: z
    .object({
      source: z.enum(['issue', 'letter']),
      paperId: idSchema,
      reference: z.string(),
      edition: z.number().int(),
      kind: z.string(),
      fileName: z.string(),
      isRendition: z.boolean(),
      withdrawn: z.boolean(),
    })
    .nullable(),
});
export type Verification = z.infer<typeof verificationSchema>;
