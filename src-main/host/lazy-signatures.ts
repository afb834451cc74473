/** Keys, signers, verifiers and the examiner, loaded with the first signature: most commands never need them. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ports } from '../core/ports/ports.ts';
import type { DocxSigner, PdfSigner } from '../core/ports/signature-ports.ts';

/** Verifying is reading a stranger's file: the fence does it. */
interface Verifiers {
  readonly pdf: PdfSigner['verify'];
  readonly docx: DocxSigner['verify'];
}
type SignaturePorts = Pick<Ports, 'certificates' | 'timestamps' | 'pdfSigner' | 'docxSigner' | 'pdfExaminer'>;

/** The font of visible signature fields. */
const FIELD_FONT = 'Arimo-Regular.ttf';

export function lazySignatures(assetFolder: string, verify: Verifiers, timestampLimitMs?: number): SignaturePorts {
  const certificates = async () => (await import('../adapters/signing/keys/certificates.ts')).createCertificates();
  const font = (): Uint8Array => readFileSync(join(assetFolder, 'fonts', FIELD_FONT));
  const pdf = async () => (await import('../adapters/signing/pdf/pdf-signer.ts')).createPdfSigner({ font });
  const docx = async () => (await import('../adapters/signing/ooxml/docx-signer.ts')).createDocxSigner();
  const timestamps = async () => {
    const { createTimestamps } = await import('../adapters/signing/timestamp/timestamps.ts');
    return createTimestamps(timestampLimitMs === undefined ? {} : { timeLimitMs: timestampLimitMs });
  };
  return {
    certificates: {
      openKey: async (...args) => (await certificates()).openKey(...args),
      createTestKey: async (...args) => (await certificates()).createTestKey(...args),
      describe: async (...args) => (await certificates()).describe(...args),
    },
    timestamps: { stamp: async (...args) => (await timestamps()).stamp(...args) },
    pdfSigner: {
      sign: async (...args) => (await pdf()).sign(...args),
      addTimestamp: async (...args) => (await pdf()).addTimestamp(...args),
      verify: verify.pdf,
    },
    docxSigner: {
      sign: async (...args) => (await docx()).sign(...args),
      verify: verify.docx,
    },
    pdfExaminer: { examine: async (bytes) => (await import('../adapters/pdf/examine-pdf.ts')).examinePdf(bytes) },
  };
}

export function templateHashIn(assetFolder: string): string {
  return createHash('sha256')
    .update(readFileSync(join(assetFolder, 'templates', 'document.typ')))
    .digest('hex');
}
