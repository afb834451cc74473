/** Opens PDF files that may come from a stranger. */
import { PDF } from './library.ts';
import { Refusal } from '../../../contract/shared/errors.ts';
import { documentKinds } from '../../../contract/import/texts-de.ts';
import { requireMeasured } from './inflation-guard.ts';
import { lastReferences, withNarrowReferences } from './narrow-references.ts';

/**
 * Strict: the reader's own mending never ends on a stray bracket inside an array and takes all memory until then (@libpdf/core 0.4.2),
 * and what one reader mends another may mend differently.
 */
async function loadStrictly(bytes: Uint8Array): Promise<PDF> {
  try {
    return await PDF.load(bytes, { lenient: false });
  } catch (cause) {
    const narrow = withNarrowReferences(bytes);
    if (!narrow) throw cause;
    const document = await PDF.load(narrow, { lenient: false });
    // Updates follow the file as it is.
    return Object.assign(document, { originalBytes: bytes, originalXRefOffset: lastReferences(bytes) });
  }
}

const SECOND_TABLE = Buffer.from('/XRefStm');

/** Tables and streams of cross-references beside each other, as Word writes them (ISO 32000-1, 7.5.8.4). */
export function isHybrid(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(SECOND_TABLE);
}

/**
 * As `loadStrictly`, but by the tables alone where there are both: the norm asks them first (7.5.8.4), the library asks the streams first and
 * then finds the objects of an earlier revision. What stands in the streams only, hidden from older readers, is not found.
 */
export function loadByTables(bytes: Uint8Array): Promise<PDF> {
  if (!isHybrid(bytes)) return loadStrictly(bytes);
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(SECOND_TABLE); at !== -1; at = copy.indexOf(SECOND_TABLE, at))
    copy.write('/Xxxxxxx', at, 'latin1');
  return loadStrictly(copy);
}

/** Refuses with `document-unreadable`, and with `contents-too-large`. */
export async function openPdf(bytes: Uint8Array, fileName: string): Promise<PDF> {
  requireMeasured(bytes, fileName);
  try {
    return await loadStrictly(bytes);
  } catch (cause) {
    throw new Refusal('document-unreadable', { file: fileName, format: documentKinds.pdf }, { cause });
  }
}
