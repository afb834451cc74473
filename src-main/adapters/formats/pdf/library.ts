/**
 * The one door to the library for the objects of a PDF, which is in beta: what changes there is met here. How a file is opened within limits
 * stands in `open-pdf.ts`; nobody else calls its loader.
 */
export { PDF, PdfArray, PdfBool, PdfDict, PdfName, PdfNumber, PdfRef, PdfStream, PdfString } from '@libpdf/core';
export type { EmbeddedFont, PDFPage, PdfObject } from '@libpdf/core';
