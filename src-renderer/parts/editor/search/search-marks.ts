/** What the search found, marked in the text. */
import { type Editor, Extension } from '@tiptap/core';
import { Decoration } from '@tiptap/pm/view';
import { markLayer } from '../extensions/mark-layer.ts';
import type { FoundRange } from './find-in-text.ts';

const LAYER = markLayer('searchMarks');

/** Marks these and no others; `current` is the one that is looked at, or null. */
export const markSearch = (editor: Editor, found: readonly FoundRange[], current: FoundRange | null): void =>
  LAYER.put(
    editor,
    found.map((range) =>
      Decoration.inline(range.from, range.to, { class: range === current ? 'search-mark current' : 'search-mark' }),
    ),
  );

export const SearchMarks = Extension.create({
  name: 'searchMarks',
  addProseMirrorPlugins: () => [LAYER.plugin()],
});
