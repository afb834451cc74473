/** Keys, verdicts on signatures, and the office's trust list. A local certificate gives an advanced signature at best, never a qualified one. */
import * as z from 'zod';
import { idSchema } from './basics.ts';

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
  'altered-after-signing',
  'untrusted',
  'expired',
  'unsupported',
  'damaged',
] as const;
export const verdictSchema = z.enum(VERDICTS);
export type Verdict = z.infer<typeof verdictSchema>;

export const verifiedSignatureSchema = z.object({
  signer: z.string(),
  /** The proven time where a time stamp is valid, else the claimed one; null when none is given. */
  time: z.string().nullable(),
  timeIsProven: z.boolean(),
  level: z.enum(['B-B', 'B-T', 'basic']),
  valid: z.boolean(),
  coversWholeFile: z.boolean(),
  trusted: z.boolean(),
  verdict: verdictSchema,
  certificate: certificateInfoSchema.nullable(),
});
export type VerifiedSignature = z.infer<typeof verifiedSignatureSchema>;

export const verificationSchema = z.object({
  fileName: z.string(),
  format: z.enum(['pdf', 'docx', 'other']),
  verdict: verdictSchema,
  signatures: z.array(verifiedSignatureSchema),
  /** Parts that no valid signature covers. */
  uncoveredParts: z.array(z.string()),
  /** Our own file, byte for byte: the issue it belongs to. */
  known: z
    .object({
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
