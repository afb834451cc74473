/** The words that are selected in a writing field, as a comment needs them. */
import type { Editor } from '@tiptap/core';
import type { Passage, TextField } from '../../../../src-main/contract/proposal/shapes.ts';
import { placeInBlock } from '../../../parts/statement/found-place.ts';

/** The writing fields of the page. */
export interface Editors {
  readonly reply: Editor | null;
  readonly quotation: Editor | null;
}

export interface SelectedPassage {
  readonly field: TextField;
  readonly place: Passage;
  readonly words: string;
}

const MOST_SIGNS = 2000;
const WORD = /[\p{L}\p{M}\p{N}]/u;

/** What is selected within one paragraph; the word at the cursor where nothing is. Null where there are no words. */
export function selectedPassage(editor: Editor, field: TextField): SelectedPassage | null {
  const { doc, selection } = editor.state;
  const { $from } = selection;
  // All is selected: its first paragraph with words.
  if (!$from.parent.isTextblock) return firstParagraph(doc, field, selection.from, selection.to);
  const start = $from.start();
  const text = $from.parent.textBetween(0, $from.parent.content.size, undefined, '\ufffc');
  let from = selection.from - start;
  let to = Math.min(selection.to - start, text.length);
  if (selection.empty) {
    while (from > 0 && WORD.test(text[from - 1] ?? '')) from -= 1;
    while (to < text.length && WORD.test(text[to] ?? '')) to += 1;
  }
  return passageAt(doc, field, start + from, start + Math.min(to, from + MOST_SIGNS));
}

function firstParagraph(
  doc: Editor['state']['doc'],
  field: TextField,
  from: number,
  to: number,
): SelectedPassage | null {
  let found: SelectedPassage | null = null;
  doc.nodesBetween(from, to, (node, position) => {
    if (found === null && node.isTextblock && node.content.size > 0)
      found = passageAt(doc, field, position + 1, position + 1 + Math.min(node.content.size, MOST_SIGNS));
    return found === null;
  });
  return found;
}

export function passageAt(
  doc: Editor['state']['doc'],
  field: TextField,
  from: number,
  to: number,
): SelectedPassage | null {
  if (from >= to) return null;
  const [begin, end] = [placeInBlock(doc, from), placeInBlock(doc, to)];
  if (!begin || begin.block !== end?.block) return null;
  const shown = doc.textBetween(from, to, '\n', (leaf) =>
    leaf.type.name === 'hardBreak'
      ? '\n'
      : leaf.type.name === 'placeholder'
        ? `[${String(leaf.attrs['label'])}]`
        : '\ufffc',
  );
  return { field, place: { block: begin.block, start: begin.offset, end: end.offset }, words: shown };
}
