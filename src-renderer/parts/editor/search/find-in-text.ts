/** Where words stand in a text as the editor holds it. Pure: positions of the document, blanks and quotation marks as a reader takes them. */
import type { Node } from '@tiptap/pm/model';

export interface Wanted {
  readonly words: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
}

/** Positions in the document; `to` stands behind the last sign. */
export interface FoundRange {
  readonly from: number;
  readonly to: number;
}

/** Stands for what is no text in a block: one sign, as long as the node itself, that nobody types. */
const NO_TEXT = '\u{FFFC}';
/** What one key stands for: everybody looks with the blank and the straight marks of the keyboard. */
const SAME_KEY: Readonly<Record<string, string>> = {
  ' ': String.raw`[ \u00a0\u202f]`,
  '"': '["„“”«»]',
  "'": "['’‚‘]",
};
/** Pasted words may hold them anywhere; nobody sees them. */
const SOFT_HYPHEN = String.raw`\u00ad?`;
const BESIDE_WORD = String.raw`[\p{L}\p{N}_]`;

const escaped = (sign: string): string => sign.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);

/** Null where nothing is looked for. */
function pattern({ words, matchCase, wholeWord }: Wanted): RegExp | null {
  if (words === '') return null;
  const signs = Array.from(words.normalize('NFC'), (sign) => SAME_KEY[sign] ?? escaped(sign)).join(SOFT_HYPHEN);
  const source = wholeWord ? `(?<!${BESIDE_WORD})${signs}(?!${BESIDE_WORD})` : signs;
  return new RegExp(source, matchCase ? 'gu' : 'giu');
}

/** In the order of the text; none overlaps another, none goes beyond its paragraph. */
export function findInText(document: Node, wanted: Wanted): readonly FoundRange[] {
  const looked = pattern(wanted);
  const found: FoundRange[] = [];
  if (!looked) return found;
  document.descendants((block, start) => {
    if (!block.isTextblock) return true;
    const text = block.textBetween(0, block.content.size, null, NO_TEXT);
    for (const match of text.matchAll(looked))
      found.push({ from: start + 1 + match.index, to: start + 1 + match.index + match[0].length });
    return false;
  });
  return found;
}

/** The first one that begins at the position or behind it; the first of all where none does; -1 where there is none. */
export function nextFrom(found: readonly FoundRange[], position: number): number {
  const next = found.findIndex(({ from }) => from >= position);
  return next === -1 && found.length > 0 ? 0 : next;
}
