/** Own checks of a produced PDF: what the file says about itself, looked up in the file. The judges of PDF/A and PDF/UA are other programs. */
import type { ConformanceFinding } from '../../contract/issue/shapes.ts';

export interface PdfExaminer {
  /** Every check once, in the order of the contract. Refuses with `document-unreadable`. */
  examine(pdf: Uint8Array): Promise<readonly ConformanceFinding[]>;
}
