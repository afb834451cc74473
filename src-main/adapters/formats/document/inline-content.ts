/** Pieces of a paragraph, as readers of documents find them, as inline content of the record. */
import { SIGNS_BEHIND_MARK } from '../../../core/ports/read-document.ts';
import type { Inline, Mark, Paragraph } from '../../../record/rich-text/rich-text.ts';

/** What of the look of letters the record keeps. */
export interface TextLook {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly raised: 'superscript' | 'subscript' | null;
}

export interface TextPiece {
  readonly kind: 'text';
  readonly text: string;
  readonly look: TextLook;
}

/** The last signs of a paragraph so far, from its last line break on. */
export function lastWords(pieces: readonly { readonly kind: string; readonly text?: string }[]): string {
  let words = '';
  for (let at = pieces.length - 1; at >= 0 && words.length < SIGNS_BEHIND_MARK; at -= 1) {
    const piece = pieces[at];
    if (piece?.kind !== 'text') break;
    words = (piece.text ?? '') + words;
  }
  return words.slice(-SIGNS_BEHIND_MARK);
}

export type ContentPiece = TextPiece | { readonly kind: 'break' } | { readonly kind: 'page' };

export const PARAGRAPH: Paragraph = { type: 'paragraph', attrs: { id: null } };

export function marksOf({ look }: TextPiece, isHeading: boolean): Mark[] {
  const marks: Mark[] = [];
  if (look.bold && !isHeading) marks.push({ type: 'bold' });
  if (look.italic) marks.push({ type: 'italic' });
  if (look.underline) marks.push({ type: 'underline' });
  if (look.raised !== null) marks.push({ type: look.raised });
  return marks;
}

const sameMarks = (a: readonly Mark[], b: readonly Mark[]): boolean =>
  a.length === b.length && a.every(({ type }, at) => type === b[at]?.type);

function addText(content: Inline[], text: string, marks: readonly Mark[]): void {
  const last = content.at(-1);
  if (last?.type === 'text' && sameMarks(last.marks ?? [], marks))
    content[content.length - 1] = { ...last, text: last.text + text };
  else content.push({ type: 'text', text, ...(marks.length > 0 && { marks: [...marks] }) });
}

const isBlank = (inline: Inline | undefined): boolean =>
  inline?.type === 'hardBreak' || (inline?.type === 'text' && inline.text.trim() === '');

/** Without blanks and line breaks at both ends. */
function trimmed(content: readonly Inline[]): Inline[] {
  const start = content.findIndex((inline) => !isBlank(inline));
  if (start === -1) return [];
  const kept = content.slice(start);
  while (isBlank(kept.at(-1))) kept.pop();
  const [first] = kept;
  if (first?.type === 'text') kept[0] = { ...first, text: first.text.trimStart() };
  const last = kept.at(-1);
  if (last?.type === 'text') kept[kept.length - 1] = { ...last, text: last.text.trimEnd() };
  return kept;
}

/** Parts of a paragraph between page breaks; a part without words is empty. Headings are bold by themselves. */
export function contentParts(pieces: readonly ContentPiece[], isHeading: boolean): Inline[][] {
  const parts: Inline[][] = [[]];
  for (const piece of pieces) {
    const part = parts.at(-1) ?? [];
    if (piece.kind === 'text') addText(part, piece.text, marksOf(piece, isHeading));
    else if (piece.kind === 'break') part.push({ type: 'hardBreak' });
    else parts.push([]);
  }
  return parts.map(trimmed);
}
