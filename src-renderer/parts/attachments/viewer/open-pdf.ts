/**
 * Opens a PDF for drawing. Every document has a thread of its own that ends with it: one that never comes to an end harms no other.
 * The legacy build also runs in browsers that an administration updates late.
 */
import { getDocument, PDFWorker, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import PdfThread from 'pdfjs-dist/legacy/build/pdf.worker.mjs?worker';
import { PdfParts } from './pdf-parts.ts';

export interface OpenPdf {
  readonly pageCount: number;
  /** Height by width of the first page: what the others are taken for until they are read. */
  readonly ratio: number;
  /** Page from 1. */
  readonly page: (page: number) => Promise<PDFPageProxy>;
  readonly close: () => void;
}

export type PdfOutcome =
  { readonly kind: 'open'; readonly pdf: OpenPdf } | { readonly kind: 'encrypted' } | { readonly kind: 'damaged' };

const ERRORS_ONLY = 0;

export async function openPdf(bytes: Uint8Array): Promise<PdfOutcome> {
  const thread = new PdfThread();
  const worker = PDFWorker.create({ port: thread, verbosity: ERRORS_ONLY });
  const close = (): void => {
    worker.destroy();
    thread.terminate();
  };
  const broken = new Promise<never>((_, reject) => {
    thread.addEventListener('error', () => reject(new Error('the thread of the PDF ended')), { once: true });
  });
  try {
    const task = getDocument({
      // The thread takes the bytes away: it gets its own.
      data: bytes.slice(),
      worker,
      verbosity: ERRORS_ONLY,
      isEvalSupported: false,
      enableXfa: false,
      // The same picture on every machine: fonts come from the document or from the program, never from the system.
      useSystemFonts: false,
      useWorkerFetch: false,
      BinaryDataFactory: PdfParts,
    });
    const document = await Promise.race([task.promise, broken]);
    const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 });
    return {
      kind: 'open',
      pdf: { pageCount: document.numPages, ratio: height / width, page: (page) => document.getPage(page), close },
    };
  } catch (error) {
    close();
    return { kind: error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'damaged' };
  }
}
