/** Opens PDF files that may come from a stranger. */
import { PDF } from '@libpdf/core';
import { Refusal } from '../../contract/errors.ts';
import { refuseInflated } from './inflation-guard.ts';

/**
 * Strict: the reader's own mending never ends on a stray bracket inside an array and takes all memory until then (@libpdf/core 0.4.2),
 * and what one reader mends another may mend differently.
 */
export const loadStrictly = (bytes: Uint8Array): Promise<PDF> => PDF.load(bytes, { lenient: false });

/** Refuses with `document-damaged`. */
export async function openPdf(bytes: Uint8Array, fileName: string): Promise<PDF> {
  refuseInflated(bytes, fileName);
  try {
    return await loadStrictly(bytes);
  } catch (cause) {
    throw new Refusal('document-damaged', { file: fileName }, { cause });
  }
}
