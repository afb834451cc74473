/** The contract of keys, signing, verifying and the trust list. */
import * as z from 'zod';
import { lineSchema } from '../../record/basics.ts';
import { deliverySchema, handedFileSchema } from '../document/delivery.ts';
import { procedure } from '../shared/procedure.ts';
import { certificateInfoSchema, openKeySchema, verificationSchema } from './shapes.ts';

export const signatureContract = {
  /** Three wrong passphrases for one file bring a pause (`passphrase-pause`). */
  openKey: procedure.input(handedFileSchema.extend({ passphrase: z.string().max(1000) })).output(openKeySchema),
  openKeys: procedure.output(z.array(openKeySchema)),
  closeKey: procedure.input(z.object({ keyId: z.string().max(100) })).output(z.object({ done: z.literal(true) })),
  createTestKey: procedure
    .input(z.object({ name: lineSchema.min(1), passphrase: z.string().min(6).max(1000) }))
    .output(deliverySchema),
  verify: procedure.input(handedFileSchema).output(verificationSchema),
  /** A file that is no issue of ours, handed out under a name of its own; refuses with `issue-part-of`, `format-unsupported`. */
  sign: procedure
    .input(handedFileSchema.extend({ keyId: z.string().max(100), breaksCertification: z.boolean().optional() }))
    .output(z.object({ delivery: deliverySchema, timestampProblem: z.string().nullable() })),
  trustList: procedure.output(z.array(certificateInfoSchema)),
  trust: procedure.input(handedFileSchema).output(z.array(certificateInfoSchema)),
  /** Puts a signer of the file on the list; refuses with `not-found` where none has this fingerprint. */
  trustSigner: procedure
    .input(handedFileSchema.extend({ fingerprint: z.string().length(64) }))
    .output(z.array(certificateInfoSchema)),
  /** Hands out the PDF as it was signed, without what was added later; refuses with `revision-missing`. */
  deliverRevision: procedure
    .input(handedFileSchema.extend({ revision: z.number().int().min(1).max(1000) }))
    .output(deliverySchema),
  distrust: procedure.input(z.object({ fingerprint: z.string().length(64) })).output(z.array(certificateInfoSchema)),
  /** Trusts again what was taken off the list. */
  trustAgain: procedure.input(z.object({ fingerprint: z.string().length(64) })).output(z.array(certificateInfoSchema)),
};
