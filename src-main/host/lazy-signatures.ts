/** Keys, signers, verifiers and the examiner, loaded with the first signature: most commands never need them. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ports } from '../core/ports.ts';

type SignaturePorts = Pick<Ports, 'certificates' | 'timestamps' | 'pdfSigner' | 'docxSigner' | 'pdfExaminer'>;

const missing = (): never => {
  throw new Error('signatures are composed later');
};

export function lazySignatures(): SignaturePorts {
  return {
    certificates: {
      openKey: missing,
      createTestKey: missing,
      readCertificate: missing,
      describe: missing,
      judge: missing,
    },
    timestamps: { stamp: missing },
    pdfSigner: { sign: missing, addTimestamp: missing, verify: missing },
    docxSigner: { sign: missing, verify: missing },
    pdfExaminer: { examine: () => Promise.resolve([]) },
  };
}

export function templateHashIn(assetFolder: string): string {
  return createHash('sha256')
    .update(readFileSync(join(assetFolder, 'templates', 'document.typ')))
    .digest('hex');
}
