/** The contract of releasing, issuing, signing and verifying. */
import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { idSchema, lineSchema, signatorySchema } from '../record/basics.ts';
import { deliverySchema, handedFileSchema } from './delivery.ts';
import { issueDeskSchema } from './issue.ts';
import { procedure } from './procedure.ts';
import { readingSchema } from './reading.ts';
import { acceptanceSchema } from './release.ts';
import { certificateInfoSchema, openKeySchema, verificationSchema } from './signature.ts';

const refInput = z.object({ ref: z.string().min(1).max(200) });
const reasonInput = refInput.extend({ reason: lineSchema.min(1) });
const keyId = z.string().max(100).nullable();
/** The state a person has before their eyes; refuses with `conflict` when it is another. */
const expectedRevision = z.number().int();

export const issueContract = {
  /** Reads attachments that were not read yet: what is ended meanwhile counts as not examined. */
  desk: procedure.input(refInput.extend({ reading: readingSchema })).output(issueDeskSchema),
  /** `visible`: whether the signature is seen on the last page; absent means as the office's settings say. */
  issue: procedure
    .input(refInput.extend({ expectedRevision, keyId, visible: z.boolean().optional() }))
    .output(issueDeskSchema),
  /** One after the other with one opened key; ends when the listener goes. */
  issueSeveral: procedure.input(z.object({ refs: z.array(z.string().min(1).max(200)).max(5000), keyId })).output(
    eventIterator(
      z.object({
        done: z.number().int(),
        total: z.number().int(),
        ref: z.string(),
        reference: z.string().nullable(),
        /** Sentence of the refusal, null when it was issued. */
        problem: z.string().nullable(),
      }),
    ),
  ),
  /** Opens the next edition ("Berichtigung") as a draft. */
  correct: procedure.input(reasonInput).output(issueDeskSchema),
  withdraw: procedure.input(reasonInput).output(issueDeskSchema),
  /** A later time stamp as a file beside the issued one. */
  addTimestamp: procedure.input(refInput).output(issueDeskSchema),
  /** A further signature as a file beside the issued ones. */
  addSignature: procedure.input(refInput.extend({ keyId: z.string().max(100) })).output(issueDeskSchema),
  deliver: procedure.input(refInput.extend({ fileIds: z.array(idSchema).min(1).max(300) })).output(deliverySchema),
  /** A handle to look at an issued file in the window. */
  view: procedure
    .input(z.object({ fileId: idSchema }))
    .output(z.object({ handle: z.string(), mimeType: z.string(), fileName: z.string() })),
};

export const releaseContract = {
  /** Refuses with `release-blocked` and the findings. */
  release: procedure
    .input(
      refInput.extend({
        expectedRevision,
        acceptances: z.array(acceptanceSchema).max(2000),
        reading: readingSchema,
      }),
    )
    .output(issueDeskSchema),
  /** Back to the draft, from the released state. */
  returnToDraft: procedure.input(reasonInput).output(issueDeskSchema),
  /** Signatory and sending unit can still change after the release; the check runs again. */
  changeSignatory: procedure
    .input(
      refInput.extend({
        expectedRevision,
        signatory: signatorySchema,
        leadUnit: lineSchema.min(1),
        /** Why warnings that the change brings may stay. */
        reason: lineSchema.default(''),
        reading: readingSchema,
      }),
    )
    .output(issueDeskSchema),
  /** The protocol of the release that holds, as a page to print. Refuses with `step-forbidden` on a draft. */
  deliverProtocol: procedure.input(refInput).output(deliverySchema),
};

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
