/** Signatures in PDF: PAdES levels B-B and B-T (ETSI EN 319 142-1), and reading those of others. */
import type { PdfSigner } from '../../../core/ports/signature-ports.ts';
import { addTimestamp } from './add-timestamp.ts';
import { signPdf } from './sign-pdf.ts';
import { verifyPdf } from './verify-pdf.ts';

/** `font`: a TrueType file for visible fields, read when the first one is drawn. */
export function createPdfSigner(options: { readonly font: () => Uint8Array }): PdfSigner {
  return {
    sign: (pdf, request) => signPdf(pdf, request, options.font),
    addTimestamp,
    verify: verifyPdf,
  };
}
