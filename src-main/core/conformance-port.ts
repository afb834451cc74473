/** Own checks of a finished PDF: structure, claims, fonts, tags. They say what was looked at, never more. */
import type { ConformanceFinding } from '../contract/issue.ts';

export interface PdfExaminer {
  examine(pdf: Uint8Array): Promise<readonly ConformanceFinding[]>;
}
