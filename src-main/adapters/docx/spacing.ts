/** The gap between two blocks, in points from line box to line box: the larger of what the upper and the lower one want, as in the PDF. */
import type { PrintBlock, PrintDocument } from '../../core/print/model.ts';
import { assertNever } from '../../base/assert-never.ts';

function wantedAround(block: PrintBlock, { style, layout }: PrintDocument): { above: number; below: number } {
  switch (block.kind) {
    case 'letter-opening':
      return { above: 0, below: 0 };
    case 'letterhead':
      return { above: 0, below: layout.letterheadBelowPt };
    case 'title':
      return { above: 0, below: layout.headings[0]?.belowPt ?? 0 };
    case 'grid':
    case 'register':
      return { above: 0, below: layout.afterFormPt };
    case 'heading': {
      const measure = layout.headings[block.level - 1];
      return { above: measure?.abovePt ?? 0, below: measure?.belowPt ?? 0 };
    }
    case 'signature':
      return { above: layout.signatureAbovePt, below: 0 };
    case 'page-break':
    case 'piece':
    case 'sheet':
    case 'cover':
    case 'contents':
    case 'part':
      return { above: 0, below: 0 };
    case 'paragraph':
    case 'bullets':
    case 'numbers':
    case 'quotation':
    case 'table':
      return { above: style.paragraphGapPt, below: style.paragraphGapPt };
    default:
      return assertNever(block);
  }
}

export function gapAfterPt(block: PrintBlock, next: PrintBlock | undefined, document: PrintDocument): number {
  const own = wantedAround(block, document);
  if (!next) return 0;
  if (own.below === 0 && block.kind === 'page-break') return 0;
  return Math.max(own.below, wantedAround(next, document).above);
}
