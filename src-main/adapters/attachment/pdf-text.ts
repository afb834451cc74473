/** Text of a PDF, page by page. */
import { AttachmentRefusal, LARGEST_TEXT } from './attachment-text.ts';
import { columnOrder } from './column-order.ts';
import { joinLines } from './join-lines.ts';
import { loadPdfJs } from './load-pdfjs.ts';
import { linesOf, pagePieces, withLineEnds, type PagePiece } from './page-pieces.ts';
import { PDF_SETTINGS } from './pdf-settings.ts';
import { softHyphenated, withSoftHyphens } from './soft-hyphens.ts';
import { taggedOrder } from './tagged-order.ts';

/** A program that hyphenates softly does so on its first pages; looking for it costs about as much as reading does. */
const PAGES_LOOKED_AT = 5;

/** In the order of reading: as the tags say, else column by column, else as in the file. */
const inReadingOrder = (pieces: readonly PagePiece[], tree: unknown): readonly PagePiece[] =>
  (tree === null ? null : taggedOrder(tree, pieces)) ?? columnOrder(pieces) ?? pieces;

function refusal(cause: unknown): AttachmentRefusal {
  const needsPassword = cause instanceof Error && cause.name === 'PasswordException';
  return new AttachmentRefusal(needsPassword ? 'encrypted' : 'damaged', { cause });
}

/**
 * `complete` is false when the text reached its limit or `isLate` said so between two pages: the first five hundred pages found are
 * better than none. A page that cannot be read is left out. Refuses with "encrypted" or "damaged".
 */
export async function pdfText(
  bytes: Uint8Array,
  isLate: () => boolean = () => false,
): Promise<{ readonly text: string; readonly complete: boolean }> {
  const { getDocument, OPS } = await loadPdfJs();
  // PDF.js takes the bytes away from the caller, so it gets its own.
  const task = getDocument({ ...PDF_SETTINGS, data: new Uint8Array(bytes) });
  try {
    const document = await task.promise;
    const isTagged = (await document.getMarkInfo())?.Marked === true;
    const pages: string[] = [];
    let length = 0;
    let problem: unknown;
    let hasSoftHyphens = false;
    let lookedAt = 0;
    for (let number = 1; number <= document.numPages; number += 1) {
      if (length > LARGEST_TEXT || (number > 1 && isLate())) return { text: pages.join('\n\n'), complete: false };
      try {
        const page = await document.getPage(number);
        const { items } = await page.getTextContent({ includeMarkedContent: true });
        let pieces = pagePieces(items);
        const lines = linesOf(pieces);
        const hasWords = lines.some((line) => line.trim() !== '');
        if (hasWords && (hasSoftHyphens || lookedAt < PAGES_LOOKED_AT)) {
          lookedAt += 1;
          const parts = await softHyphenated(page, OPS);
          hasSoftHyphens ||= parts.length > 0;
          const ends = withSoftHyphens(lines, parts).map((line, at) => line.slice(lines[at]?.length ?? 0));
          pieces = withLineEnds(pieces, ends);
        }
        const tree: unknown = isTagged && hasWords ? await page.getStructTree() : null;
        const text = joinLines(linesOf(inReadingOrder(pieces, tree)));
        page.cleanup();
        pages.push(text);
        length += text.length;
      } catch (cause) {
        problem = cause;
      }
    }
    if (pages.length === 0 && problem !== undefined) throw problem as Error;
    return { text: pages.join('\n\n'), complete: true };
  } catch (cause) {
    throw refusal(cause);
  } finally {
    await task.destroy();
  }
}
